// All Dutch words. Dutch is the source: its keys are the keys every language must have.
import { nlFirst } from './nl-first.ts'
import { nlLater } from './nl-later.ts'

export const nl = { ...nlFirst, ...nlLater }
