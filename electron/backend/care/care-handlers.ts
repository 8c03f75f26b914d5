import { z } from 'zod'
import type { care } from '../../../shared/contract/care.ts'
import { followUpDays } from '../../../shared/domain/attendance.ts'
import { holdsBsn } from '../../../shared/domain/bsn.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { careUntil } from '../../../shared/domain/care.ts'
import type { BookContext } from '../context.ts'
import type { Handler, HandlersOf } from '../dispatch.ts'
import { seatHoldersNear } from '../follow-ups/follow-up-queries.ts'
import { groupsOn } from '../gatherings/gathering-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { causesOf, setCause } from './absence-causes.ts'
import { longestNotSpoken, weekOf } from './care-lists.ts'
import { careLockMinutes } from './care-lock.ts'
import { addNote, momentsOf, recordContact, removeContact } from './contact-moments.ts'
import { eraseCare } from './erase-care.ts'
import { changeNote, notesOf } from './note-text.ts'
import { openSignal } from './open-signal.ts'
import { absencesFrom, changeAway, planAway, removeAway } from './planned-absence.ts'
import { contactUntil, referralsOf, signalsLike } from './signal-queries.ts'
import { changeNext, closeSignal, recordStep, refer, renewSignal, setReferralOutcome } from './take-step.ts'
import { hasConsented, withdrawConsent } from './withdraw-consent.ts'

type Care = typeof care
type Open = Omit<Care, 'lockState' | 'unlock' | 'lock' | 'stay'>

const behindLock: HandlersOf<Open, BookContext> = {
  async week(_input, context) {
    return weekOf(context.db, await context.sealing.forReading(), context.today())
  },
  async signals({ state }, context) {
    const today = context.today()
    return { today, signals: await signalsLike(context.db, { state }, await context.sealing.forReading(), today) }
  },
  async signal({ id }, context) {
    const { db } = context
    const today = context.today()
    const opener = await context.sealing.forReading()
    const [signal] = await signalsLike(db, { id }, opener, today)
    if (!signal) throw new RuleBroken('notFound', { table: 'signal' })
    return {
      today,
      signal,
      notes: await notesOf(db, { signalId: id }, opener, { today, device: context.device }),
      moments: await momentsOf(db, { signalId: id }, today),
      referrals: await referralsOf(db, id),
    }
  },
  async longestNotSpoken(input, { db, today }) {
    const day = today()
    return { today: day, groups: await groupsOn(db, day), ...(await longestNotSpoken(db, input, day)) }
  },
  async away(_input, { db, today }) {
    const day = today()
    const absences = await absencesFrom(db, day)
    return {
      today: day,
      now: absences.filter(({ from }) => from <= day),
      later: absences.filter(({ from }) => from > day),
    }
  },
  async forPerson({ personId }, context) {
    const { db } = context
    const today = context.today()
    const opener = await context.sealing.forReading()
    return {
      today,
      signals: await signalsLike(db, { personId }, opener, today),
      moments: await momentsOf(db, { personId }, today),
      notes: await notesOf(db, { personId }, opener, { today, device: context.device }),
      away: await absencesFrom(db, today, personId),
      hasConsented: await hasConsented(db, personId),
      contactUntil: await contactUntil(db, personId),
    }
  },
  async readers(_input, context) {
    const { devices } = await context.sharing.state()
    const others = devices.filter(({ isHere, parts }) => !isHere && parts.includes('zorg'))
    return { you: context.actor(), others: others.map(({ name }) => name) }
  },
  async causes({ gatheringId }, { db }) {
    return { causes: await causesOf(db, gatheringId) }
  },
  async proposal({ personId }, context) {
    const today = context.today()
    const owners = personId === null ? [] : await seatHoldersNear(context.db, personId, today)
    return {
      today,
      nextDay: addDays(today, followUpDays),
      expiresDay: careUntil(today),
      owners: [
        ...new Map(owners.map((owner) => [owner.personId, { personId: owner.personId, name: owner.name }])).values(),
      ],
      you: context.actor(),
    }
  },
  openSignal: (input, context) => openSignal(context, input),
  changeNext: (input, context) => done(changeNext(context, input)),
  recordStep: (input, context) => done(recordStep(context, input)),
  closeSignal: (input, context) => done(closeSignal(context, input)),
  renewSignal: ({ id }, context) => renewSignal(context, id),
  refer: (input, context) => refer(context, input),
  setReferralOutcome: (input, context) => done(setReferralOutcome(context, input)),
  recordContact: (input, context) => recordContact(context, input),
  removeContact: ({ id }, context) => done(removeContact(context, id)),
  addNote: (input, context) => addNote(context, input),
  changeNote: (input, context) => done(changeNote(context, input)),
  removeNote: ({ id }, context) => done(eraseCare(context, { table: 'care_note', id })),
  planAway: (input, context) => planAway(context, input),
  changeAway: (input, context) => done(changeAway(context, input)),
  removeAway: ({ id }, context) => done(removeAway(context, id)),
  setCause: (input, context) => done(setCause(context, input)),
  withdrawConsent: ({ personId }, context) => withdrawConsent(context, personId),
}

export const careHandlers: HandlersOf<Care, BookContext> = {
  ...guarded(behindLock),
  lockState: (_input, context) => lockOf(context),
  async unlock({ passphrase }, context) {
    if ((await opensBy(context)) === 'passphrase') await context.sealing.openByPassphrase(passphrase ?? '')
    context.careLock.open()
    return lockOf(context)
  },
  async lock(_input, context) {
    context.careLock.shut()
    // Other windows hide it, too.
    context.announce({ topic: 'book' })
    return lockOf(context)
  },
  async stay(_input, context) {
    context.careLock.stay()
    return lockOf(context)
  },
}

/** Every method of these asks the lock first, and none takes in a citizen service number: a new one cannot forget to. */
function guarded(handlers: HandlersOf<Open, BookContext>): HandlersOf<Open, BookContext> {
  const entries = Object.entries(handlers).map(([name, handler]) => {
    // Input and output belong together per method; by name that is no longer visible.
    const run = handler as Handler<Care['week'], BookContext>
    const guard: typeof run = (input, context) => {
      context.careLock.assertOpen()
      refuseBsn(input)
      return run(input, context)
    }
    return [name, guard]
  })
  return Object.fromEntries(entries) as HandlersOf<Open, BookContext> // the same names, each with a handler of its own type
}

const texts = z.record(z.string(), z.unknown())

/** @throws RuleBroken bsnInText with the field */
function refuseBsn(input: unknown, path = ''): void {
  if (typeof input === 'string') {
    if (holdsBsn(input)) throw new RuleBroken('bsnInText', { field: path })
    return
  }
  const fields = texts.safeParse(input)
  if (!fields.success) return
  for (const [name, value] of Object.entries(fields.data)) {
    // Nobody types an id, and of many thousands one has nine such figures in a row by chance.
    if (/^(?:id|.+Id)$/.test(name)) continue
    refuseBsn(value, path === '' ? name : `${path}.${name}`)
  }
}

async function lockOf(context: BookContext) {
  const opensUntil = context.careLock.opensUntil()
  return { isOpen: opensUntil !== null, opensBy: await opensBy(context), opensUntil, minutes: careLockMinutes }
}

/** Where a passphrase was chosen it is asked for; where the computer itself keeps the key a press of a button is as much. */
async function opensBy({ sealing }: BookContext): Promise<'press' | 'passphrase'> {
  const { wraps } = await sealing.look()
  return wraps.some(({ holder }) => holder === 'passphrase') ? 'passphrase' : 'press'
}

async function done(work: Promise<unknown>): Promise<null> {
  await work
  return null
}
