// Verschillen: what two computers changed at the same time, and what became of it; only in a book that is shared.
import { z } from 'zod'
import { breachKinds, hintKinds } from '../domain/merge-hint.ts'
import { command, query } from './method.ts'

const who = z.object({
  device: z.string(),
  /** As this person called themselves; null when unknown. */
  actor: z.string().nullable(),
  /** ISO instant by the clock of that computer. */
  at: z.string().nullable(),
})

const version = z.object({
  /** Names this version in `resolve`. */
  stamp: z.string(),
  /** One per field of the difference, in its order. */
  values: z.array(z.union([z.string(), z.number()]).nullable()),
  /** Sealed, and the key is not here now: there is a value, and it cannot be shown. */
  unreadable: z.boolean(),
  /** What every screen shows until somebody chooses. */
  isShown: z.boolean(),
  ...who.shape,
})

const difference = z.object({
  /** Names it in `resolve`. */
  id: z.string(),
  table: z.string(),
  rowId: z.string(),
  /** What the row is about, as it is called on the screen; null when it has no name. */
  name: z.string().nullable(),
  /** Columns, worded like in the history. Several when they only make sense together: first day and last day, first and last name. */
  fields: z.array(z.string()),
  /** One field of free text: both may be kept, one under the other. */
  isText: z.boolean(),
  /** At least two, all different; the shown one first. */
  versions: z.array(version),
})

const hint = z.object({
  id: z.string(),
  kind: z.enum(hintKinds),
  table: z.string(),
  rowId: z.string(),
  name: z.string().nullable(),
  device: z.string(),
  /** ISO instant at which it was noticed here. */
  at: z.string(),
})

const breach = z.object({
  kind: z.enum(breachKinds),
  table: z.string(),
  /** The row to look at; '' where the rule is about no one row. */
  rowId: z.string(),
  name: z.string().nullable(),
})

export const differences = {
  /** For the badge; all zero in a book that nobody shares. */
  count: query(z.strictObject({}), z.object({ differences: z.int(), hints: z.int(), breaches: z.int() })),
  list: query(
    z.strictObject({}),
    z.object({
      differences: z.array(difference),
      /** Told once, until somebody has read it. */
      hints: z.array(hint),
      /** Rules that held on each computer and do not hold for both together; gone by themselves once they do. */
      breaches: z.array(breach),
    }),
  ),
  /** An ordinary change, which can be undone: the chosen version, or of a text all of them one under the other. */
  resolve: command(
    z.strictObject({
      id: z.string().max(200),
      choice: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('version'), stamp: z.string().max(200) }),
        z.strictObject({ kind: z.literal('all') }),
      ]),
    }),
    z.null(),
  ),
  /** It was read. */
  dismissHint: command(z.strictObject({ id: z.string().max(60) }), z.null()),
}
