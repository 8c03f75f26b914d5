// What is printed: one method shows a document, another makes a file of it. Both make it from the same wish, so both make the same.
import { z } from 'zod'
import { envelopeNames, labelSheetNames } from '../domain/label-sheet.ts'
import { paperLanguages } from '../domain/paper-language.ts'
import { peopleFilters } from './members.ts'
import { command, query } from './method.ts'

const id = z.string().min(1).max(64)
const language = z.enum(paperLanguages)
const letters = z.enum(['usual', 'large'])
const millimetres = z.number().min(-10).max(10)
const nudge = z.strictObject({ across: millimetres, down: millimetres })
const place = { start: z.int().min(1).max(100), nudge }

/** People as the list Mensen is filtered, or one person. */
const who = z.strictObject({ neighbourhood: id.nullable(), kind: z.enum(peopleFilters), personId: id.nullable() })

export const paperWish = z.discriminatedUnion('document', [
  z.strictObject({ document: z.literal('members'), language, who, letters }),
  z.strictObject({ document: z.literal('tree'), language, neighbourhoodId: id, most: z.int().min(2).max(10) }),
  z.strictObject({ document: z.literal('participants'), language, gatheringId: id, letters }),
  z.strictObject({ document: z.literal('attendance'), language, gatheringId: id }),
  z.strictObject({ document: z.literal('badges'), language, gatheringId: id, ownLanguage: z.boolean(), ...place }),
  z.strictObject({
    document: z.literal('labels'),
    who,
    sheet: z.enum(labelSheetNames),
    perHousehold: z.boolean(),
    ...place,
  }),
  z.strictObject({
    document: z.literal('envelopes'),
    who,
    size: z.enum(envelopeNames),
    perHousehold: z.boolean(),
    sender: z.string().trim().max(300),
    nudge,
  }),
])

/** What the maker should know of a document: how many people of the wish it leaves out, and why. */
const remark = z.object({ kind: z.enum(['noAddress', 'noPhone', 'nobody']), count: z.int() })

/** A document as the window shows it. `page` is whole HTML without its style, which the window puts in itself. */
export const shownPaper = z.object({ title: z.string(), page: z.string(), style: z.string() })

export const documents = {
  show: query(paperWish, shownPaper.extend({ remarks: z.array(remark) })),
  /** A file of it. html: a web page that needs nothing else. */
  make: command(
    z.strictObject({ wish: paperWish, format: z.enum(['pdf', 'html']) }),
    z.object({ file: z.string(), name: z.string() }),
  ),
  /** Whether this shell can make PDFs. */
  formats: query(z.strictObject({}), z.object({ pdf: z.boolean() })),
}

export type PaperWish = z.output<typeof paperWish>
export type PaperRemark = z.output<typeof remark>
export type ShownPaper = z.output<typeof shownPaper>
