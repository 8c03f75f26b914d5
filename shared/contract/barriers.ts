import { z } from 'zod'
import { barrierKinds, barrierOutcomes, foundWays } from '../domain/barriers.ts'
import { day, id } from './fields.ts'
import { command, query } from './method.ts'

const plan = {
  kind: z.enum(barrierKinds),
  note: z.string().trim().max(400),
  foundHow: z.enum(foundWays),
  foundDay: day,
  /** For which gatherings: of a series, of a group, or (both null) all. */
  seriesId: id.nullable(),
  groupId: id.nullable(),
}

const turnout = z.object({ id: z.string(), day: z.string(), title: z.string(), came: z.number() })

const barrier = z.object({
  id: z.string(),
  kind: z.enum(barrierKinds),
  note: z.string(),
  foundHow: z.enum(foundWays),
  foundDay: z.string(),
  seriesId: z.string().nullable(),
  seriesTitle: z.string().nullable(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  measure: z.string().nullable(),
  measureDay: z.string().nullable(),
  outcome: z.enum(barrierOutcomes).nullable(),
  outcomeNote: z.string().nullable(),
  closedDay: z.string().nullable(),
  /** How many came before and after the measure; without one, how many came to the last ones. */
  before: z.array(turnout),
  after: z.array(turnout),
  averageBefore: z.number().nullable(),
  averageAfter: z.number().nullable(),
})

export const barriers = {
  /** Without a measure first, then the newest; the closed ones apart. */
  list: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      open: z.array(barrier),
      closed: z.array(barrier),
      series: z.array(z.object({ id: z.string(), name: z.string() })),
      groups: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  add: command(z.strictObject(plan), z.object({ id: z.string() })),
  change: command(z.strictObject({ id, ...plan }), z.null()),
  /** What was done about it, from this day on; an empty text takes it back. */
  takeMeasure: command(z.strictObject({ id, measure: z.string().trim().max(400), day }), z.null()),
  /** What people say of it themselves. */
  judge: command(
    z.strictObject({ id, outcome: z.enum(barrierOutcomes).nullable(), note: z.string().trim().max(400) }),
    z.null(),
  ),
  /** It stands in the way no longer; `day` null opens it again. */
  close: command(z.strictObject({ id, day: day.nullable() }), z.null()),
  remove: command(z.strictObject({ id }), z.null()),
}
