import { z } from 'zod'
import { day, id } from './fields.ts'
import { peopleFilters } from './members.ts'
import { command } from './method.ts'

const format = z.enum(['xlsx', 'csv'])

export const exports = {
  /** Makes a file of a whole list and gives the handle to fetch it with; headings are in the language of the app. */
  make: command(
    z.discriminatedUnion('list', [
      z.strictObject({
        list: z.literal('members'),
        /** vCard: for an address book, with only what reaches people. */
        format: z.enum(['xlsx', 'csv', 'vcard3', 'vcard4']),
        /** As the list Mensen is filtered; left out: everybody of today. */
        filter: z
          .strictObject({ neighbourhood: id.nullable(), kind: z.enum(peopleFilters), text: z.string().trim().max(100) })
          .optional(),
      }),
      z.strictObject({ list: z.literal('neighbourhoods'), format }),
      z.strictObject({ list: z.literal('openDues'), format }),
      z.strictObject({ list: z.literal('payments'), format, from: day.optional(), until: day.optional() }),
      z.strictObject({
        list: z.literal('gatherings'),
        /** ics: for a calendar. */
        format: z.enum(['xlsx', 'csv', 'ics']),
        year: z.number().int().min(1900).max(2200).optional(),
      }),
      z.strictObject({ list: z.literal('attendance'), format, gatheringId: id }),
      z.strictObject({ list: z.literal('helpOffers'), format }),
      z.strictObject({ list: z.literal('newcomers'), format }),
      z.strictObject({ list: z.literal('pairs'), format, programmeId: id }),
      z.strictObject({ list: z.literal('organisations'), format }),
      z.strictObject({ list: z.literal('funding'), format }),
      z.strictObject({ list: z.literal('ideas'), format }),
      z.strictObject({ list: z.literal('importErrors'), format, importId: id }),
    ]),
    z.object({ file: z.string(), name: z.string(), rows: z.number() }),
  ),
  /** The whole book as one zip: a CSV file per table, a JSON schema and an explanation. */
  everything: command(
    z.strictObject({}),
    z.object({ file: z.string(), name: z.string(), tables: z.int(), rows: z.int() }),
  ),
}
