// Looking after each other: who asks attention, who looks in and when, and what little is written down of it. While care is shut every
// method but those of the lock answers `careLocked`; a text with a citizen service number in it answers `bsnInText`.
import { z } from 'zod'
import { contactWays } from '../domain/attendance.ts'
import {
  absenceCauses,
  absenceWhys,
  closeReasons,
  consentGivers,
  consentWays,
  contactResults,
  momentWays,
  ownHelp,
  referralOutcomes,
  signalKinds,
  signalSources,
  signalStates,
} from '../domain/care.ts'
import { day, id, optionalWords } from './fields.ts'
import { command, query } from './method.ts'

const consent = z.strictObject({ by: z.enum(consentGivers), how: z.enum(consentWays), day })
const givenConsent = consent.nullable()
const noteText = z.string().trim().min(1).max(2000)

const lock = z.object({
  isOpen: z.boolean(),
  /** What opens it: a passphrase where one was chosen, else a press of a button. */
  opensBy: z.enum(['press', 'passphrase']),
  /** ISO instant at which it shuts unless somebody goes on. */
  opensUntil: z.string().nullable(),
  minutes: z.int(),
})

/** A person of the book, or else a name. */
const owner = { ownerPersonId: id.nullable(), ownerName: optionalWords(120) }
const nextStep = { ...owner, nextDay: day, nextHow: z.enum(contactWays).nullable() }

const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), personId: id }),
  /** Somebody who is not in the book yet: they come into it as a contact, and leave it when this ends. */
  z.strictObject({
    kind: z.literal('newContact'),
    firstName: z.string().trim().max(80),
    infix: z.string().trim().max(30),
    lastName: z.string().trim().max(80),
    phone: optionalWords(40),
    street: z.string().trim().max(120),
    houseNumber: z.int().min(1).max(99_999).nullable(),
    houseSuffix: z.string().trim().max(20),
  }),
  /** Nobody knows who. */
  z.strictObject({ kind: z.literal('place'), place: z.string().trim().min(1).max(200) }),
])

const signal = z.object({
  id: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  /** Where, when nobody knows who; null too when it cannot be read now. */
  place: z.string().nullable(),
  kind: z.enum(signalKinds),
  source: z.enum(signalSources),
  saidByName: z.string().nullable(),
  ownHelp: z.array(z.enum(ownHelp)),
  openedDay: z.string(),
  expiresDay: z.string(),
  endsSoon: z.boolean(),
  ownerPersonId: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** The open follow-up; null when the signal is closed. */
  nextDay: z.string().nullable(),
  nextHow: z.enum(contactWays).nullable(),
  overdue: z.boolean(),
  state: z.enum(signalStates),
  closedDay: z.string().nullable(),
  closeReason: z.enum(closeReasons).nullable(),
  hasConsent: z.boolean(),
})

const note = z.object({
  id: z.string(),
  writtenDay: z.string(),
  expiresDay: z.string(),
  /** null: it cannot be read on this computer now. */
  text: z.string().nullable(),
  consent,
  signalId: z.string().nullable(),
  momentId: z.string().nullable(),
  /** Written on this computer: it can be mended here. */
  isOwn: z.boolean(),
})

const moment = z.object({
  id: z.string(),
  day: z.string(),
  how: z.enum(momentWays),
  result: z.enum(contactResults),
  byName: z.string().nullable(),
  signalId: z.string().nullable(),
})

const referral = z.object({
  id: z.string(),
  organisationId: z.string().nullable(),
  organisationName: z.string(),
  day: z.string(),
  outcome: z.enum(referralOutcomes).nullable(),
})

const away = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  from: z.string(),
  /** The first day they are back. */
  until: z.string().nullable(),
  why: z.enum(absenceWhys).nullable(),
})

const weekItem = z.object({
  kind: z.enum(['followUp', 'signal']),
  id: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  place: z.string().nullable(),
  signalKind: z.enum(signalKinds).nullable(),
  gathering: z.object({ id: z.string(), title: z.string(), day: z.string() }).nullable(),
  ownerPersonId: z.string().nullable(),
  ownerName: z.string().nullable(),
  dueDay: z.string(),
  how: z.enum(contactWays).nullable(),
  overdue: z.boolean(),
  awayUntil: z.string().nullable(),
  isAway: z.boolean(),
})

export const care = {
  lockState: query(z.strictObject({}), lock),
  /** `passphrase` only where one was chosen. */
  unlock: command(z.strictObject({ passphrase: z.string().max(200).nullable() }), lock),
  lock: command(z.strictObject({}), lock),
  /** Somebody is at work in it. */
  stay: command(z.strictObject({}), lock),

  /** What somebody should do before `until`, what is late first: follow-ups of gatherings and of signals in one list. */
  week: query(
    z.strictObject({}),
    z.object({ today: z.string(), until: z.string(), items: z.array(weekItem), later: z.int() }),
  ),
  signals: query(
    z.strictObject({ state: z.enum(signalStates) }),
    z.object({ today: z.string(), signals: z.array(signal) }),
  ),
  signal: query(
    z.strictObject({ id }),
    z.object({
      today: z.string(),
      signal,
      notes: z.array(note),
      moments: z.array(moment),
      referrals: z.array(referral),
    }),
  ),
  /** By the day of the last contact of any kind, or since when somebody belongs; those who were seen this season come last. */
  longestNotSpoken: query(
    z.strictObject({ group: id.nullable(), limit: z.int().min(1).max(2000) }),
    z.object({
      today: z.string(),
      groups: z.array(z.object({ id: z.string(), name: z.string() })),
      total: z.int(),
      rows: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          groupName: z.string().nullable(),
          /** null: nothing was ever written down. */
          lastDay: z.string().nullable(),
          belongsSince: z.string().nullable(),
          absences: z.int(),
          unknown: z.int(),
          isAway: z.boolean(),
          awayUntil: z.string().nullable(),
          /** Somebody already looks in, before this day. */
          dueDay: z.string().nullable(),
        }),
      ),
    }),
  ),
  away: query(z.strictObject({}), z.object({ today: z.string(), now: z.array(away), later: z.array(away) })),
  forPerson: query(
    z.strictObject({ personId: id }),
    z.object({
      today: z.string(),
      signals: z.array(signal),
      moments: z.array(moment),
      notes: z.array(note),
      away: z.array(away),
      /** Something here stands only because they agreed to it. */
      hasConsented: z.boolean(),
      /** They are in the book only because of this, until that day. */
      contactUntil: z.string().nullable(),
    }),
  ),
  /** Who can see what is written here. */
  readers: query(
    z.strictObject({}),
    z.object({
      you: z.string().nullable(),
      /** Names of the others who keep this book in step and may see care. */
      others: z.array(z.string()),
    }),
  ),
  /** What kept people from coming to a gathering. */
  causes: query(
    z.strictObject({ gatheringId: id }),
    z.object({ causes: z.array(z.object({ personId: z.string(), cause: z.enum(absenceCauses) })) }),
  ),
  /** Of a person: who could look in, and the day proposed. */
  proposal: query(
    z.strictObject({ personId: id.nullable() }),
    z.object({
      today: z.string(),
      nextDay: z.string(),
      expiresDay: z.string(),
      owners: z.array(z.object({ personId: z.string(), name: z.string() })),
      you: z.string().nullable(),
    }),
  ),

  openSignal: command(
    z.strictObject({
      about,
      kind: z.enum(signalKinds),
      source: z.enum(signalSources),
      saidByPersonId: id.nullable(),
      ownHelp: z.array(z.enum(ownHelp)).max(ownHelp.length),
      consent: givenConsent,
      note: noteText.nullable(),
      ...nextStep,
    }),
    z.object({ id: z.string() }),
  ),
  /** Another owner, day or way for the open follow-up. */
  changeNext: command(z.strictObject({ id, ...nextStep }), z.null()),
  /** The follow-up was done; what comes next: another, or the signal is closed with a reason. */
  recordStep: command(
    z.strictObject({
      id,
      day,
      how: z.enum(momentWays),
      result: z.enum(contactResults),
      onward: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('next'), ...nextStep }),
        z.strictObject({ kind: z.literal('close'), reason: z.enum(closeReasons) }),
      ]),
    }),
    z.null(),
  ),
  closeSignal: command(z.strictObject({ id, reason: z.enum(closeReasons) }), z.null()),
  /** It is still needed: half a year from today. */
  renewSignal: command(z.strictObject({ id }), z.object({ expiresDay: z.string() })),
  refer: command(
    z.strictObject({
      signalId: id,
      organisationId: id.nullable(),
      organisationName: optionalWords(120),
      consent: givenConsent,
    }),
    z.object({ id: z.string() }),
  ),
  setReferralOutcome: command(z.strictObject({ id, outcome: z.enum(referralOutcomes).nullable() }), z.null()),

  recordContact: command(
    z.strictObject({
      personId: id,
      day,
      how: z.enum(momentWays),
      result: z.enum(contactResults),
      byPersonId: id.nullable(),
      byName: optionalWords(120),
      note: noteText.nullable(),
      consent: givenConsent,
    }),
    z.object({ id: z.string() }),
  ),
  removeContact: command(z.strictObject({ id }), z.null()),
  addNote: command(
    z.strictObject({ personId: id, signalId: id.nullable(), text: noteText, consent: givenConsent }),
    z.object({ id: z.string() }),
  ),
  /** Other words of a note that was written here; its consent and its day stay. No undo knows what it said before. */
  changeNote: command(z.strictObject({ id, text: noteText }), z.null()),
  /** Gone for good, also from what undo knows. */
  removeNote: command(z.strictObject({ id }), z.null()),

  planAway: command(
    z.strictObject({
      personId: id,
      from: day,
      until: day.nullable(),
      why: z.enum(absenceWhys).nullable(),
      consent: givenConsent,
    }),
    z.object({ id: z.string() }),
  ),
  changeAway: command(z.strictObject({ id, from: day, until: day.nullable() }), z.null()),
  removeAway: command(z.strictObject({ id }), z.null()),
  setCause: command(
    z.strictObject({ gatheringId: id, personId: id, cause: z.enum(absenceCauses).nullable(), consent: givenConsent }),
    z.null(),
  ),
  /** Everything that stands here because this person agreed to it goes for good, everywhere. */
  withdrawConsent: command(z.strictObject({ personId: id }), z.object({ removed: z.int() })),
}
