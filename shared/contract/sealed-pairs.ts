import { z } from 'zod'
import {
  clickAnswers,
  contactStarters,
  contactTellers,
  pairEndReasons,
  pairSides,
  rhythmUnits,
} from '../domain/pair-programme.ts'
import { day, id, words } from './fields.ts'
import { command, query } from './method.ts'

const optionalWords = (longest: number) => z.string().trim().max(longest)
const code = z.string().min(6).max(100)

const agreement = {
  name: words(80),
  aName: words(60),
  bName: words(60),
  rhythm: z.strictObject({ unit: z.enum(rhythmUnits), times: z.int().min(1).max(31) }),
  months: z.int().min(1).max(60),
}

/** An alias, never a name: nobody in the book is linked to. */
const pairFields = {
  aAlias: words(40),
  bAlias: words(40),
  fromDay: day,
  plannedUntil: day,
  sharedGround: optionalWords(400),
  aBrings: optionalWords(400),
  bBrings: optionalWords(400),
  aClick: z.enum(clickAnswers).nullable(),
  bClick: z.enum(clickAnswers).nullable(),
  midTalkOn: day.nullable(),
  endTalkOn: day.nullable(),
  untilDay: day.nullable(),
  endReason: z.enum(pairEndReasons).nullable(),
}

const contactFields = {
  day,
  confirmedBy: z.enum(contactTellers).nullable(),
  initiatedBy: z.enum(contactStarters).nullable(),
}

const pair = z.object({
  ...pairFields,
  id: z.string(),
  contacts: z.array(z.object({ ...contactFields, id: z.string() })),
  met: z.number(),
  lastContact: z.string().nullable(),
  months: z.object({ met: z.number(), of: z.number() }).nullable(),
  asks: z.object({
    rhythm: z.object({ since: z.string(), contacts: z.number() }).nullable(),
    oneSided: z.enum(pairSides).nullable(),
    talk: z.enum(['mid', 'end', 'festive']).nullable(),
  }),
})

const ofProgramme = { programmeId: id }

/**
 * Pairs of whom nobody may know that they are in one. Everything is sealed, the name of the programme too; it is read only after the
 * coach opened it with a code, and stays on this PC unless that was chosen.
 */
export const sealedPairs = {
  /** That there are sealed programmes, and nothing else of them. */
  list: query(z.strictObject({}), z.object({ programmes: z.array(z.object({ id: z.string(), isOpen: z.boolean() })) })),
  /** @throws sealedClosed until it was opened, keyMissing */
  get: query(
    z.strictObject(ofProgramme),
    z.object({
      today: z.string(),
      ...agreement,
      /** It goes along to the other PC that keeps this book. */
      isShared: z.boolean(),
      outcome: z.object({ pairs: z.number(), never: z.number(), once: z.number(), oftener: z.number() }),
      pairs: z.array(pair),
    }),
  ),

  /** Opens it on this PC until it is closed, or nobody was at work in it for ten minutes. @throws codeWrong */
  open: command(z.strictObject({ ...ofProgramme, code }), z.null()),
  /** Somebody is at work in it: it stays open. Reading alone does not keep it open. */
  stay: command(z.strictObject(ofProgramme), z.null()),
  close: command(z.strictObject(ofProgramme), z.null()),
  /** A forgotten code is replaced with the line of the recovery sheet in hand. @throws sheetLineWrong, sheetOfOther */
  renewCode: command(z.strictObject({ ...ofProgramme, line: z.string().max(400), code }), z.null()),

  add: command(z.strictObject({ ...agreement, code }), z.object({ id: z.string() })),
  change: command(z.strictObject({ ...ofProgramme, ...agreement }), z.null()),
  share: command(z.strictObject({ ...ofProgramme, isShared: z.boolean() }), z.null()),
  remove: command(z.strictObject(ofProgramme), z.null()),

  addPair: command(z.strictObject({ ...ofProgramme, ...pairFields }), z.object({ id: z.string() })),
  changePair: command(z.strictObject({ ...ofProgramme, id, ...pairFields }), z.null()),
  removePair: command(z.strictObject({ ...ofProgramme, id }), z.null()),
  recordContact: command(z.strictObject({ ...ofProgramme, pairId: id, ...contactFields }), z.null()),
  removeContact: command(z.strictObject({ ...ofProgramme, pairId: id, id }), z.null()),
}
