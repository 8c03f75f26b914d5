import { z } from 'zod'
import { query } from './method.ts'

export const households = {
  /** Addresses in the book to choose from by street or by who lives there, at most 20. */
  choose: query(
    z.strictObject({ text: z.string().trim().max(100) }),
    z.array(z.object({ id: z.string(), address: z.string(), people: z.array(z.string()) })),
  ),
  /** The household at exactly this address, however it is spelled; null when there is none. */
  findAt: query(
    z.strictObject({
      street: z.string().trim().max(120),
      houseNumber: z.int().nullable(),
      houseSuffix: z.string().trim().max(20),
    }),
    z.object({ id: z.string(), address: z.string(), people: z.array(z.string()) }).nullable(),
  ),
}
