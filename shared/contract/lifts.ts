import { z } from 'zod'
import { liftKinds } from '../domain/lifts.ts'
import { id } from './fields.ts'
import { command, query } from './method.ts'

const lift = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  kind: z.enum(liftKinds),
  seats: z.number(),
  note: z.string().nullable(),
  offerId: z.string().nullable(),
  /** False of who sent word of not coming. */
  isComing: z.boolean(),
  /** Of an offer: seats nobody takes yet. */
  free: z.number().nullable(),
})

export const lifts = {
  /** Offers first, then needs; by name. */
  list: query(
    z.strictObject({ gatheringId: id }),
    z.object({ lifts: z.array(lift), offered: z.number(), needed: z.number(), without: z.number() }),
  ),
  add: command(
    z.strictObject({
      gatheringId: id,
      personId: id,
      kind: z.enum(liftKinds),
      seats: z.number().int().min(1).max(60),
      note: z.string().trim().max(200),
    }),
    z.object({ id: z.string() }),
  ),
  /** With whom somebody goes along; null = with nobody yet. */
  match: command(z.strictObject({ id, offerId: id.nullable() }), z.null()),
  remove: command(z.strictObject({ id }), z.null()),
}
