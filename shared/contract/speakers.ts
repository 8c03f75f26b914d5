import { z } from 'zod'
import { isLikelyDay } from '../domain/calendar-date.ts'
import { speakerKinds } from '../domain/speakers.ts'
import { id } from './fields.ts'
import { command, query } from './method.ts'

export const speakers = {
  list: query(
    z.strictObject({ gatheringId: id }),
    z.array(
      z.object({
        id: z.string(),
        kind: z.enum(speakerKinds),
        personId: z.string().nullable(),
        name: z.string(),
        topic: z.string().nullable(),
        consentDay: z.string(),
      }),
    ),
  ),
  /** Only of somebody who agreed: `consentDay` is when they did. A person of the book, or else a name. */
  add: command(
    z
      .strictObject({
        gatheringId: id,
        kind: z.enum(speakerKinds),
        personId: id.nullable(),
        name: z.string().trim().max(120),
        topic: z.string().trim().max(200),
        consentDay: z.string().refine(isLikelyDay),
      })
      .refine(({ personId, name }) => personId !== null || name !== ''),
    z.object({ id: z.string() }),
  ),
  remove: command(z.strictObject({ id }), z.null()),
}
