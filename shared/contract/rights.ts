// What somebody may ask about what is kept of them: to see it, to have it put right, kept but not used, erased; and what they said
// yes or no to.
import { z } from 'zod'
import { consentGivers, consentWays } from '../domain/care.ts'
import { consentPurposes, disputeOutcomes, gatheringPurposes, restrictionReasons } from '../domain/person-rights.ts'
import { day, id } from './fields.ts'
import { command, query } from './method.ts'
import { errorCodes } from './reply.ts'

const person = { personId: id }
const madeFile = z.object({ file: z.string(), name: z.string() })

const consent = z.object({
  purpose: z.enum(consentPurposes),
  /** null: nobody asked. */
  said: z
    .object({
      answer: z.enum(['ja', 'nee', 'ingetrokken']),
      givenDay: z.string().nullable(),
      withdrawnDay: z.string().nullable(),
      by: z.enum(consentGivers),
      how: z.enum(consentWays),
      textVersion: z.int(),
    })
    .nullable(),
})

const dispute = z.object({
  id: z.string(),
  /** `table.column`; null: everything. */
  about: z.string().nullable(),
  what: z.string(),
  sinceDay: z.string(),
})

const rows = z.array(z.object({ table: z.string(), count: z.int() }))

export const rights = {
  ofPerson: query(
    z.strictObject(person),
    z.object({
      today: z.string(),
      consents: z.array(consent),
      restriction: z.object({ reason: z.enum(restrictionReasons), fromDay: z.string() }).nullable(),
      /** Not settled yet. */
      disputes: z.array(dispute),
    }),
  ),
  /** What those who were or may come at a gathering said of being photographed and of passing on their story, by surname. */
  saidAt: query(
    z.strictObject({ gatheringId: id }),
    z.array(
      z.object({
        purpose: z.enum(gatheringPurposes),
        yes: z.array(z.object({ personId: z.string(), name: z.string() })),
        no: z.array(z.object({ personId: z.string(), name: z.string() })),
        notAsked: z.int(),
      }),
    ),
  ),
  /** A no before there was a yes is a refusal; after one it takes the yes back. */
  sayConsent: command(
    z.strictObject({
      ...person,
      purpose: z.enum(consentPurposes),
      answer: z.enum(['ja', 'nee']),
      by: z.enum(consentGivers),
      how: z.enum(consentWays),
      day,
    }),
    z.null(),
  ),
  restrict: command(z.strictObject({ ...person, reason: z.enum(restrictionReasons), day }), z.null()),
  lift: command(z.strictObject(person), z.null()),
  dispute: command(
    z.strictObject({
      ...person,
      about: z.string().max(80).nullable(),
      what: z.string().trim().min(1).max(500),
      day,
    }),
    z.null(),
  ),
  settle: command(z.strictObject({ id, outcome: z.enum(disputeOutcomes), day }), z.null()),
  /** Everything that is kept of somebody, to read and print. What care holds is in it only while care is open, and when it is wanted. */
  access: query(
    z.strictObject({ ...person, withCare: z.boolean() }),
    z.object({ title: z.string(), page: z.string(), style: z.string(), careIsLeftOut: z.boolean() }),
  ),
  /** The same for another program. */
  accessFile: command(z.strictObject({ ...person, format: z.enum(['html', 'json']) }), madeFile),
  /** What erasing somebody would take away, and what stays. */
  previewErase: query(
    z.strictObject(person),
    z.object({
      gone: rows,
      /** Of the ledger: without the name. */
      stays: rows,
      ledgerUntil: z.string().nullable(),
      copiesUntil: z.string(),
      devices: z.array(z.string()),
      /** Why it has to wait. */
      hindrance: z
        .object({ code: z.enum(errorCodes), details: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable(),
    }),
  ),
  /** At once and for good, on every computer of the book. */
  erase: command(z.strictObject(person), z.object({ receiptId: z.string() })),
}
