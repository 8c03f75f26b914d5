import { z } from 'zod'
import { connectionKinds } from '../domain/gathering-forms.ts'
import {
  clickAnswers,
  contactStarters,
  contactTellers,
  pairEndReasons,
  pairSides,
  programmeKinds,
  rhythmUnits,
} from '../domain/pair-programme.ts'
import { day, id, optionalWords, words } from './fields.ts'
import { command, query } from './method.ts'

const side = z.enum(pairSides)
const click = z.enum(clickAnswers).nullable()
const confirmedBy = z.enum(contactTellers).nullable()
const initiatedBy = z.enum(contactStarters).nullable()

/** Somebody, or all who live at an address. */
const party = z.object({
  kind: z.enum(['person', 'household']),
  id: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The data of one of them are kept and not used: they stand on no list that leaves the book. */
  isRestricted: z.boolean(),
})

const agreement = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(programmeKinds),
  aName: z.string(),
  bName: z.string(),
  rhythm: z.object({ unit: z.enum(rhythmUnits), times: z.number() }),
  months: z.number(),
  closedOn: z.string().nullable(),
})

const programmeFields = {
  name: words(80),
  kind: z.enum(programmeKinds),
  aName: words(60),
  bName: words(60),
  rhythm: z.strictObject({ unit: z.enum(rhythmUnits), times: z.int().min(1).max(31) }),
  months: z.int().min(1).max(60),
}

const roundFields = {
  name: words(80),
  fromDay: day,
  matchingDay: day.nullable(),
  matchingPlace: optionalWords(120),
  changes: optionalWords(400),
}

const outcome = z.object({ pairs: z.number(), never: z.number(), once: z.number(), oftener: z.number() })

const round = z.object({
  id: z.string(),
  name: z.string(),
  fromDay: z.string(),
  matchingDay: z.string().nullable(),
  matchingPlace: z.string().nullable(),
  changes: z.string().nullable(),
  outcome,
})

const intakeFields = {
  roundId: id.nullable(),
  side,
  day,
  interests: optionalWords(400),
  availability: optionalWords(200),
  languages: optionalWords(200),
  brings: optionalWords(400),
  spokenOn: day.nullable(),
}

const intake = z.object({
  id: z.string(),
  party,
  roundId: z.string().nullable(),
  side,
  day: z.string(),
  interests: z.string().nullable(),
  availability: z.string().nullable(),
  languages: z.string().nullable(),
  brings: z.string().nullable(),
  spokenOn: z.string().nullable(),
})

/** What a pair asks of the one who guides it. */
const asks = z.object({
  rhythm: z.object({ since: z.string(), contacts: z.number() }).nullable(),
  oneSided: side.nullable(),
  talk: z.enum(['mid', 'end', 'festive']).nullable(),
  papers: z.array(z.enum(['parentConsent', 'vogMissing', 'vogEnds'])),
})

const pairLine = z.object({
  id: z.string(),
  roundId: z.string().nullable(),
  a: party,
  b: party,
  from: z.string(),
  plannedUntil: z.string(),
  until: z.string().nullable(),
  contacts: z.number(),
  lastContact: z.string().nullable(),
  /** Months met of those agreed on; null for a weekly rhythm. */
  months: z.object({ met: z.number(), of: z.number() }).nullable(),
  asks,
})

const together = {
  sharedGround: optionalWords(400),
  aBrings: optionalWords(400),
  bBrings: optionalWords(400),
  isOnce: z.boolean(),
  coachPersonId: id.nullable(),
}

const minor = {
  guardianName: optionalWords(120),
  guardianContact: optionalWords(120),
  school: optionalWords(120),
  goal: optionalWords(400),
  parentConsentOn: day.nullable(),
  vogUntil: day.nullable(),
}

const contactFields = { day, confirmedBy, initiatedBy }

export const pairs = {
  /** Every programme, with what runs in it and who waits. */
  programmes: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      programmes: z.array(
        agreement.extend({ running: z.number(), waiting: z.number(), asking: z.number(), rounds: z.number() }),
      ),
    }),
  ),
  /** One programme: its rounds and what came of them, who waits, and the pairs that run or ran. */
  programme: query(
    z.strictObject({ id }),
    z.object({
      today: z.string(),
      programme: agreement,
      rounds: z.array(round),
      waiting: z.array(intake),
      running: z.array(pairLine),
      ended: z.array(pairLine),
    }),
  ),
  pair: query(
    z.strictObject({ pairId: id }),
    z.object({
      today: z.string(),
      programme: agreement,
      round: z.object({ id: z.string(), name: z.string() }).nullable(),
      pair: pairLine.extend({
        endReason: z.enum(pairEndReasons).nullable(),
        continued: z.boolean().nullable(),
        isOnce: z.boolean(),
        deputy: z.object({ id: z.string(), name: z.string() }).nullable(),
        coach: z.object({ id: z.string(), name: z.string() }).nullable(),
        sharedGround: z.string().nullable(),
        aBrings: z.string().nullable(),
        bBrings: z.string().nullable(),
        aClick: click,
        bClick: click,
        trainedOn: z.string().nullable(),
        midTalkOn: z.string().nullable(),
        endTalkOn: z.string().nullable(),
        restUntil: z.string().nullable(),
        guardianName: z.string().nullable(),
        guardianContact: z.string().nullable(),
        school: z.string().nullable(),
        goal: z.string().nullable(),
        parentConsentOn: z.string().nullable(),
        vogUntil: z.string().nullable(),
        connections: z.array(z.enum(connectionKinds)),
      }),
      monthsOfPair: z
        .array(z.object({ month: z.string(), contacts: z.number(), isMet: z.boolean(), isOver: z.boolean() }))
        .nullable(),
      contacts: z.array(z.object({ id: z.string(), day: z.string(), confirmedBy, initiatedBy })),
    }),
  ),
  /** The pairs somebody is in, also as household, deputy or coach, and where they wait. */
  forPerson: query(
    z.strictObject({ personId: id }),
    z.object({
      pairs: z.array(
        pairLine.pick({ id: true, a: true, b: true, from: true, until: true, lastContact: true }).extend({
          programmeId: z.string(),
          programmeName: z.string(),
          as: z.enum(['a', 'b', 'deputy', 'coach']),
        }),
      ),
      waiting: z.array(
        z.object({ intakeId: z.string(), programmeId: z.string(), programmeName: z.string(), day: z.string() }),
      ),
    }),
  ),

  addProgramme: command(z.strictObject(programmeFields), z.object({ id: z.string() })),
  changeProgramme: command(z.strictObject({ id, ...programmeFields, closedOn: day.nullable() }), z.null()),
  /** @throws programmeInUse once a pair was formed in it */
  removeProgramme: command(z.strictObject({ id }), z.null()),
  addRound: command(z.strictObject({ programmeId: id, ...roundFields }), z.object({ id: z.string() })),
  changeRound: command(z.strictObject({ id, ...roundFields }), z.null()),
  removeRound: command(z.strictObject({ id }), z.null()),

  /** Somebody would like to be in a pair; in a programme between households all who live with them. */
  takeIntake: command(z.strictObject({ programmeId: id, personId: id, ...intakeFields }), z.object({ id: z.string() })),
  changeIntake: command(z.strictObject({ id, ...intakeFields }), z.null()),
  withdrawIntake: command(z.strictObject({ id }), z.null()),

  /** Makes a pair of two who wait, from the given day, for as long as the programme agreed on. */
  form: command(
    z.strictObject({ aIntakeId: id, bIntakeId: id, roundId: id.nullable(), fromDay: day, ...together }),
    z.object({ id: z.string() }),
  ),
  change: command(
    z.strictObject({
      id,
      roundId: id.nullable(),
      fromDay: day,
      plannedUntil: day,
      ...together,
      deputyPersonId: id.nullable(),
      aClick: click,
      bClick: click,
      trainedOn: day.nullable(),
      restUntil: day.nullable(),
      ...minor,
      /** Left out: as it was. */
      connections: z.array(z.enum(connectionKinds)).optional(),
    }),
    z.null(),
  ),
  holdTalk: command(z.strictObject({ id, talk: z.enum(['mid', 'end']), day }), z.null()),
  end: command(
    z.strictObject({ id, day, reason: z.enum(pairEndReasons), continued: z.boolean().nullable() }),
    z.null(),
  ),
  reopen: command(z.strictObject({ id }), z.null()),
  /** Formed by mistake: it counts nowhere any more. */
  remove: command(z.strictObject({ id }), z.null()),

  recordContact: command(z.strictObject({ pairId: id, ...contactFields }), z.object({ id: z.string() })),
  changeContact: command(z.strictObject({ id, ...contactFields }), z.null()),
  removeContact: command(z.strictObject({ id }), z.null()),
}
