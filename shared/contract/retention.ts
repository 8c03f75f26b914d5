import { z } from 'zod'
import { expiringKinds, newlyExpiringKinds, termsAfterLeaving } from '../domain/retention.ts'
import { day, id } from './fields.ts'
import { command, query } from './method.ts'
import { errorCodes } from './reply.ts'

const year = z.int().min(1900).max(2200)

export const retention = {
  /** Who and what is past its day and waits for a decision, what was decided to stay, and what goes by itself. */
  get: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      /** For how many months the details of who left are kept. */
      monthsAfterLeaving: z.literal(termsAfterLeaving),
      /** What an older program promised nothing of, and is past its day: it goes once somebody said so. null: nothing is asked. */
      asked: z.array(z.object({ kind: z.enum(newlyExpiringKinds), count: z.int() })).nullable(),
      /** Longest gone first; at most 50, `peopleInAll` says how many there are. */
      people: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          why: z.enum(['left', 'died', 'binned']),
          since: z.string(),
          /** What has to be settled first; null when nothing has. */
          hindrance: z
            .object({ code: z.enum(errorCodes), details: z.record(z.string(), z.union([z.string(), z.number()])) })
            .nullable(),
        }),
      ),
      peopleInAll: z.number(),
      years: z.array(z.object({ year: z.number(), texts: z.number() })),
      kept: z.array(
        z.object({
          id: z.string(),
          personId: z.string().nullable(),
          name: z.string().nullable(),
          year: z.number().nullable(),
          until: z.string(),
          reason: z.string(),
          decidedDay: z.string(),
        }),
      ),
      /** How many records of each kind go within 30 days without anybody's word. */
      byThemselves: z.array(z.object({ kind: z.enum(expiringKinds), soon: z.number() })),
    }),
  ),
  /** What is asked about may go, from now on by itself. */
  agree: command(z.strictObject({}), z.null()),
  letPersonGo: command(z.strictObject({ personId: id }), z.null()),
  letYearGo: command(z.strictObject({ year }), z.null()),
  keep: command(
    z
      .strictObject({
        personId: id.nullable(),
        year: year.nullable(),
        until: day,
        reason: z.string().trim().min(1).max(200),
      })
      .refine((kept) => (kept.personId === null) !== (kept.year === null)),
    z.object({ id: z.string() }),
  ),
  stopKeeping: command(z.strictObject({ id }), z.null()),
}
