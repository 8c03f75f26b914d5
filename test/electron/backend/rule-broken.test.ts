import { expect, it } from 'vitest'
import { RuleBroken, readAll } from '../../../electron/backend/rule-broken.ts'

const refuse = (field: string) => () => {
  throw new RuleBroken('emailInvalid', { field })
}

it('reads every part, and says all that is wrong at once, also of parts within parts', () => {
  expect(readAll({ a: () => 1, b: () => 'two' })).toEqual({ a: 1, b: 'two' })
  const inner = () => readAll({ c: refuse('c'), d: () => 1, e: refuse('e') })
  expect(() => readAll({ a: () => 1, inner, f: refuse('f') })).toThrow(
    expect.objectContaining({
      code: 'emailInvalid',
      details: { field: 'c' },
      others: ['e', 'f'].map((field) => ({ code: 'emailInvalid', details: { field } })),
    }),
  )
})

it('lets a bug through as it is', () => {
  const bug = new Error('bug')
  const broken = () => {
    throw bug
  }
  expect(() => readAll({ a: refuse('a'), b: broken })).toThrow(bug)
})
