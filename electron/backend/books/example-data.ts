// The made-up neighbours of the example, read once and checked like any other file.
import { z } from 'zod'
import json from '../../../resources/demo/demo-neighbourhood.json' with { type: 'json' }
import { preferredContacts } from '../../../shared/domain/preferred-contact.ts'

const examplePerson = z.object({
  firstName: z.string(),
  infix: z.string(),
  lastName: z.string(),
  birthYear: z.int().nullable().default(null),
  mobile: z.string(),
  email: z.string().nullable().default(null),
  languages: z.string().nullable().default(null),
  preferredContact: z.enum(preferredContacts).nullable().default(null),
  kind: z.enum(['lid', 'belangstellende']).default('lid'),
})

const exampleHousehold = z.object({
  group: z.string(),
  street: z.string(),
  houseNumber: z.int(),
  since: z.string(),
  /** Came to live here so many days ago, whatever today is; `since` says nothing then. */
  daysHere: z.int().nullable().default(null),
  intervalMonths: z.literal([1, 3, 6, 12]),
  /** What this household has not paid yet. */
  behindEuros: z.int(),
  halfPrice: z.boolean().default(false),
  people: z.array(examplePerson),
})

const exampleShape = z.object({
  name: z.string(),
  accountIban: z.string(),
  city: z.string(),
  postcodes: z.record(z.string(), z.string()),
  groups: z.array(z.object({ name: z.string(), areaNote: z.string() })),
  households: z.array(exampleHousehold),
})

export type ExamplePerson = z.output<typeof examplePerson>
export type ExampleHousehold = z.output<typeof exampleHousehold>

export function readExample(): z.output<typeof exampleShape> {
  return exampleShape.parse(json)
}
