// What is printed: one method shows a document, another makes a file of it. Both make it from the same wish, so both make the same.
import { z } from 'zod'
import { envelopeNames, labelSheetNames } from '../domain/label-sheet.ts'
import { paperLanguages } from '../domain/paper-language.ts'
import { id } from './fields.ts'
import { peopleFilters } from './members.ts'
import { command, query } from './method.ts'

const language = z.enum(paperLanguages)
const letters = z.enum(['usual', 'large'])
/** own: for who keeps the book. handOut: only those who said that they may stand on a list for the others. */
const audience = z.enum(['own', 'handOut'])
const millimetres = z.number().min(-10).max(10)
const nudge = z.strictObject({ across: millimetres, down: millimetres })
const place = { start: z.int().min(1).max(100), nudge }

/** People as the list Mensen is filtered, or one person. */
const who = z.strictObject({ neighbourhood: id.nullable(), kind: z.enum(peopleFilters), personId: id.nullable() })

/** A letter to many. Fields in braces are filled in for each: letter-fields.ts. */
const letterWish = z.strictObject({
  document: z.literal('letters'),
  language,
  who,
  /** The few fixed words in the language of who reads them. */
  ownLanguage: z.boolean(),
  perHousehold: z.boolean(),
  sender: z.string().trim().max(300),
  subject: z.string().trim().max(200),
  text: z.string().trim().max(8000),
  /** The same text as its maker wrote it in other languages: who reads one of them gets that, and the fixed words in it too. */
  translations: z
    .array(z.strictObject({ language, subject: z.string().trim().max(200), text: z.string().trim().max(8000) }))
    .max(paperLanguages.length),
  signature: z.string().trim().max(300),
  /** mail: by e-mail to everybody who has it and takes it. */
  way: z.enum(['mail', 'paper']),
  /** Who gets it the other way, by the key of the party. */
  otherWay: z.array(id).max(5000),
})

export const paperWish = z.discriminatedUnion('document', [
  z.strictObject({ document: z.literal('members'), language, who, audience, letters }),
  z.strictObject({
    document: z.literal('tree'),
    language,
    neighbourhoodId: id,
    audience,
    most: z.int().min(2).max(10),
  }),
  z.strictObject({ document: z.literal('participants'), language, gatheringId: id, audience, letters }),
  z.strictObject({ document: z.literal('attendance'), language, gatheringId: id }),
  z.strictObject({ document: z.literal('badges'), language, gatheringId: id, ownLanguage: z.boolean(), ...place }),
  z.strictObject({
    document: z.literal('labels'),
    /** In which the names of a household are joined. */
    language,
    who,
    sheet: z.enum(labelSheetNames),
    perHousehold: z.boolean(),
    ...place,
  }),
  z.strictObject({
    document: z.literal('envelopes'),
    language,
    who,
    size: z.enum(envelopeNames),
    perHousehold: z.boolean(),
    sender: z.string().trim().max(300),
    nudge,
  }),
  letterWish,
  z.strictObject({ document: z.literal('agenda'), language, gatheringId: id, withNames: z.boolean() }),
  z.strictObject({ document: z.literal('dossier'), language, neighbourhoodId: id, withCare: z.boolean() }),
  z.strictObject({ document: z.literal('year'), language, neighbourhoodId: id, year: z.int().min(1900).max(2200) }),
])

/** What the maker should know of a document: how many people of the wish it leaves out, and why. */
const remark = z.object({
  kind: z.enum([
    'noConsent',
    'restricted',
    'noAddress',
    'noPhone',
    'nobody',
    'otherFirst',
    'emptyField',
    'unknownField',
  ]),
  count: z.int(),
  /** Which field of the letter. */
  field: z.string().optional(),
})

/** A document as the window shows it. `page` is whole HTML without its style, which the window puts in itself. */
export const shownPaper = z.object({ title: z.string(), page: z.string(), style: z.string() })

export const documents = {
  show: query(paperWish, shownPaper.extend({ remarks: z.array(remark) })),
  /** A file of it. html: a web page that needs nothing else. */
  make: command(
    z.strictObject({ wish: paperWish, format: z.enum(['pdf', 'html']) }),
    z.object({ file: z.string(), name: z.string() }),
  ),
  /** Whom a letter goes to and how; its pages are a document like the others. */
  parties: query(
    letterWish,
    z.object({
      parties: z.array(
        z.object({
          key: z.string(),
          names: z.string(),
          /** That of the letter's text. */
          language,
          /** none: there is neither an address nor e-mail. */
          way: z.enum(['mail', 'paper', 'none']),
          canMail: z.boolean(),
          canPaper: z.boolean(),
        }),
      ),
      remarks: z.array(remark),
    }),
  ),
  /** The letter to one party as an e-mail. */
  mail: query(
    z.strictObject({ letter: letterWish, key: id }),
    z.object({ to: z.string(), subject: z.string(), body: z.string() }),
  ),
  /** All of the e-mails as a spreadsheet, for a program that sends them one by one. */
  saveMails: command(letterWish, z.object({ file: z.string(), name: z.string(), rows: z.int() })),
  /** Whether this shell can make PDFs. */
  formats: query(z.strictObject({}), z.object({ pdf: z.boolean() })),
}

export type PaperWish = z.output<typeof paperWish>
export type LetterWish = z.output<typeof letterWish>
export type PaperRemark = z.output<typeof remark>
export type ShownPaper = z.output<typeof shownPaper>
