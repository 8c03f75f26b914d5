// Verschillen: what two computers changed at the same time, and what became of it; only in a book that is shared.
import { z } from 'zod'
import { breachKinds, hintKinds } from '../domain/merge-hint.ts'
import { command, query } from './method.ts'
import { shownValue } from './shown-value.ts'

/** What something is about, as it is called on the screen and where it is found. */
const about = z.object({ table: z.string(), id: z.string(), name: z.string().nullable() }).nullable()

const version = z.object({
  /** Names this version in `resolve`. */
  stamp: z.string(),
  /** One per field of the difference, in its order. */
  values: z.array(shownValue),
  /** What every screen shows until somebody chooses. */
  isShown: z.boolean(),
  /** It was written on this computer. */
  isHere: z.boolean(),
  /** As this person called themselves; null when unknown. */
  actor: z.string().nullable(),
  /** ISO instant by the clock of that computer. */
  writtenAt: z.string().nullable(),
})

const difference = z.object({
  /** Names it in `resolve`. */
  id: z.string(),
  about,
  table: z.string(),
  /** Columns, worded like in the history. Several when they only make sense together: first day and last day, first and last name. */
  fields: z.array(z.string()),
  /** One field of free text: both may be kept, one under the other. */
  isText: z.boolean(),
  /** At least two, all different; the shown one first. */
  versions: z.array(version),
})

const hint = z.object({ ids: z.array(z.string()), kind: z.enum(hintKinds), about })

const breach = z.object({
  kind: z.enum(breachKinds),
  /** The row to look at; '' where the rule is about no one row. */
  rowId: z.string(),
  about,
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
  dismissHint: command(z.strictObject({ ids: z.array(z.string().max(60)).min(1).max(100) }), z.null()),
}
