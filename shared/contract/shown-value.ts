// A value of a row as a screen can say it: no ids, no codes without a word, no bare cents.
import { z } from 'zod'

export const shownValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  /** There is a value, and the key to it is not here now. */
  z.object({ kind: z.literal('locked') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('number'), number: z.number() }),
  z.object({ kind: z.literal('percent'), number: z.number() }),
  z.object({ kind: z.literal('cents'), cents: z.int() }),
  z.object({ kind: z.literal('day'), day: z.string() }),
  /** HH:MM */
  z.object({ kind: z.literal('time'), time: z.string() }),
  /** ISO instant. */
  z.object({ kind: z.literal('moment'), moment: z.string() }),
  z.object({ kind: z.literal('yesNo'), isYes: z.boolean() }),
  /** Worded by table, column and code. */
  z.object({ kind: z.literal('code'), code: z.string() }),
  /** Another row by its name; null when it has none or is gone. */
  z.object({ kind: z.literal('record'), name: z.string().nullable() }),
])

export type ShownValue = z.output<typeof shownValue>
