import { z } from 'zod'
import { id } from './fields.ts'
import { command, query } from './method.ts'

const theme = z.object({
  id: z.string(),
  theme: z.string(),
  askedDay: z.string(),
  seriesId: z.string().nullable(),
  seriesTitle: z.string().nullable(),
  gathering: z.object({ id: z.string(), day: z.string(), isHeld: z.boolean() }).nullable(),
  dropped: z.boolean(),
})

export const themes = {
  /** Asked and not held yet, oldest first; then those that were. */
  list: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      open: z.array(theme),
      done: z.array(theme),
      askedCount: z.number(),
      heldCount: z.number(),
    }),
  ),
  ask: command(
    z.strictObject({ theme: z.string().trim().min(1).max(120), seriesId: id.nullable() }),
    z.object({ id: z.string() }),
  ),
  /** It is the theme of this gathering. Null: it was not, after all. */
  hold: command(z.strictObject({ id, gatheringId: id.nullable() }), z.null()),
  drop: command(z.strictObject({ id }), z.null()),
}
