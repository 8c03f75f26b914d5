import { z } from 'zod'
import { contactWays, followUpStates } from '../domain/attendance.ts'
import { contactResults } from '../domain/care.ts'
import { day, id } from './fields.ts'
import { command, query } from './method.ts'

const how = z.enum(contactWays)

export const followUpSummary = z.object({
  id: z.string(),
  ownerPersonId: z.string().nullable(),
  /** Who looks in; null when nobody was found who could. */
  ownerName: z.string().nullable(),
  dueDay: z.string(),
  overdue: z.boolean(),
  state: z.enum(followUpStates),
  doneDay: z.string().nullable(),
  how: how.nullable(),
})

const followUp = followUpSummary.extend({
  personId: z.string(),
  personName: z.string(),
  gathering: z.object({ id: z.string(), title: z.string(), day: z.string() }).nullable(),
})

const agreement = {
  /** A person of the book, or else a name; both null leaves it open who. */
  ownerPersonId: id.nullable(),
  ownerName: z.string().trim().max(120).nullable(),
  dueDay: day,
  how: how.nullable(),
}

export const followUps = {
  /** Open ones first by day; closed ones of the last half year after them, newest first. */
  list: query(
    z.strictObject({ closed: z.boolean() }),
    z.object({ today: z.string(), open: z.array(followUp), closed: z.array(followUp) }),
  ),
  forPerson: query(z.strictObject({ personId: id }), z.array(followUp)),
  /** Who could look in: those with a seat in the person's group, and the day proposed. */
  proposal: query(
    z.strictObject({ personId: id }),
    z.object({
      dueDay: z.string(),
      owners: z.array(z.object({ personId: z.string(), name: z.string(), role: z.string() })),
    }),
  ),
  plan: command(
    z.strictObject({ personId: id, gatheringId: id.nullable(), ...agreement }),
    z.object({ id: z.string() }),
  ),
  change: command(z.strictObject({ id, ...agreement }), z.null()),
  finish: command(
    z.strictObject({ id, doneDay: day, how: how.nullable(), outcome: z.enum(contactResults).nullable().default(null) }),
    z.null(),
  ),
  /** It is no longer needed. */
  lapse: command(z.strictObject({ id }), z.null()),
}
