import { z } from 'zod'
import { query } from './method.ts'

export const search = {
  /**
   * At most 20 people by name, street or phone digits; binnenbuurten by name; organisations by what they are, for whom, who answers and
   * phone digits; initiatives by name and goal. Accents and tussenvoegsel do not matter. What is written of somebody is never looked in.
   */
  find: query(
    z.strictObject({ text: z.string().trim().max(100) }),
    z.object({
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          address: z.string(),
          phone: z.string().nullable(),
          /** Not a member any more, or dead: said in the list, so that nobody calls. */
          past: z.enum(['oud_lid', 'overleden']).nullable(),
        }),
      ),
      neighbourhoods: z.array(z.object({ id: z.string(), name: z.string() })),
      /** None in a book that keeps no organisations; likewise the initiatives. */
      organisations: z.array(z.object({ id: z.string(), name: z.string(), what: z.string().nullable() })),
      initiatives: z.array(z.object({ id: z.string(), name: z.string() })),
      /** There are more people than fit. */
      more: z.boolean(),
    }),
  ),
}
