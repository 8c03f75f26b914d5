// Writing down that somebody asks attention. It gets an owner and a next day at once: a signal nobody acts on is gossip.
import type { ContactWay } from '../../../shared/domain/attendance.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import {
  type Consent,
  careUntil,
  isSpecialKind,
  type OwnHelp,
  type SignalKind,
  type SignalSource,
} from '../../../shared/domain/care.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { openMembership } from '../members/open-belonging.ts'
import { findLivePerson, refuseDeceased } from '../members/person-queries.ts'
import { personValues } from '../members/person-values.ts'
import { settleHome } from '../members/register-member.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { consentValues } from './consent-columns.ts'
import { insertNote, refuseWithoutConsent, sealNote } from './note-text.ts'
import { insertSignal, sealPlace } from './signal-queries.ts'

export interface NextStep {
  readonly ownerPersonId: string | null
  readonly ownerName: string | null
  readonly nextDay: Day
  readonly nextHow: ContactWay | null
}

export interface NewContact {
  readonly kind: 'newContact'
  readonly firstName: string
  readonly infix: string
  readonly lastName: string
  readonly phone: string | null
  readonly street: string
  readonly houseNumber: number | null
  readonly houseSuffix: string
}

export interface NewSignal extends NextStep {
  readonly about:
    | { readonly kind: 'person'; readonly personId: string }
    | NewContact
    | { readonly kind: 'place'; readonly place: string }
  readonly kind: SignalKind
  readonly source: SignalSource
  readonly saidByPersonId: string | null
  readonly ownHelp: readonly OwnHelp[]
  readonly consent: Consent | null
  readonly note: string | null
}

/** @throws RuleBroken consentNeeded, ownerNeeded, nextDayPast, notFound, or what is wrong with a new person */
export async function openSignal(context: BookContext, input: NewSignal): Promise<{ id: string }> {
  const { about, consent } = input
  const today = context.today()
  // Nobody can have agreed for somebody whose name is not known.
  const consented = about.kind === 'place' ? null : consent
  if (isSpecialKind(input.kind) && !consented) throw new RuleBroken('consentNeeded', { field: 'kind' })
  if (input.note !== null) refuseWithoutConsent(consented, 'note')
  refuseFuture(today, consented?.day ?? null, 'consent.day')
  const id = context.newId()
  const sealer = about.kind === 'place' || input.note !== null ? await context.sealing.forWriting() : undefined
  await write(context, { kind: 'signalOpened' }, async (tx) => {
    const personId = await settlePerson(tx, context, about)
    await refuseMissing(tx, input.saidByPersonId, 'saidByPersonId')
    await insertSignal(tx, {
      id,
      person_id: personId,
      place: about.kind === 'place' && sealer ? sealPlace(sealer, id, about.place) : null,
      kind: input.kind,
      source: input.source,
      said_by_person_id: input.saidByPersonId,
      own_help: input.ownHelp.length > 0 ? [...new Set(input.ownHelp)].join(',') : null,
      opened_day: today,
      renewed_day: today,
      expires_day: careUntil(today),
      state: 'open',
      ...(await nextColumns(tx, input, today)),
      ...consentValues(consented),
    })
    if (input.note !== null && sealer && personId !== null && consented)
      await insertNote(
        tx,
        sealNote(sealer, { id: context.newId(), personId, signalId: id, text: input.note, consent: consented, today }),
      )
  })
  return { id }
}

/** The columns of the open follow-up. @throws RuleBroken ownerNeeded, nextDayPast, notFound */
export async function nextColumns(tx: Transaction, next: NextStep, today: Day) {
  if (next.ownerPersonId === null && next.ownerName === null)
    throw new RuleBroken('ownerNeeded', { field: 'ownerPersonId' })
  if (next.nextDay < today) throw new RuleBroken('nextDayPast', { field: 'nextDay' })
  await refuseMissing(tx, next.ownerPersonId, 'ownerPersonId')
  return {
    owner_person_id: next.ownerPersonId,
    owner_name: next.ownerPersonId === null ? next.ownerName : null,
    next_day: next.nextDay,
    next_how: next.nextHow,
  }
}

async function settlePerson(tx: Transaction, context: BookContext, about: NewSignal['about']): Promise<string | null> {
  switch (about.kind) {
    case 'place':
      return null
    case 'person':
      await refuseDeceased(tx, about.personId)
      return about.personId
    case 'newContact':
      return addContact(tx, context, about)
  }
}

/** Outside dues and member counts, and out of the book again when nothing is open for them any more. */
async function addContact(tx: Transaction, context: BookContext, about: NewContact): Promise<string> {
  const today = context.today()
  const id = context.newId()
  const { street, houseNumber, houseSuffix } = about
  const home = { kind: 'address', street, houseNumber, houseSuffix, postcode: '', city: '' } as const
  const fields = {
    ...{ firstName: about.firstName, infix: about.infix, lastName: about.lastName, called: '', phone: about.phone },
    ...{ birthYear: null, mobile: null, email: null, preferredContact: null, languages: null },
    ...{ emergencyContact: null, note: null },
  }
  const householdId = await settleHome(tx, context, home)
  await tx
    .insertInto('person')
    .values({ id, household_id: householdId, ...personValues(fields, today) })
    .execute()
  await openMembership(tx, { id: context.newId(), personId: id, kind: 'contact', from: today, number: null })
  await insertRows(tx, 'care_contact', [{ id: context.newId(), person_id: id, expires_day: careUntil(today) }])
  return id
}

async function refuseMissing(tx: Transaction, id: string | null, field: string): Promise<void> {
  if (id === null) return
  try {
    await findLivePerson(tx, id)
  } catch (error) {
    if (error instanceof RuleBroken) throw new RuleBroken('notFound', { table: 'person', field })
    throw error
  }
}
