// Making, signing, holding, ending and amending a mandate.
import type { z } from 'zod'
import type { directDebit } from '../../../shared/contract/direct-debit.ts'
import { envelopeLines } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { isIban, plainIban } from '../../../shared/domain/iban.ts'
import type { HoldReason } from '../../../shared/domain/mandate.ts'
import { mandateState } from '../../../shared/domain/mandate.ts'
import { formatName } from '../../../shared/domain/person-name.ts'
import { fitsSepa, isSepaId } from '../../../shared/domain/sepa-text.ts'
import { mainAccountOf } from '../bank/main-account.ts'
import type { BookContext } from '../context.ts'
import type { NewRow } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { agreementsOfPeople, duesBounds } from '../dues/agreement-queries.ts'
import { accountsNear, payerOfKey } from '../dues/payer-accounts.ts'
import { findAddress, findPerson } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Mandate } from './mandate-queries.ts'
import { findMandate, mandatesOfPeople, mandatesOfPerson, takenReferences } from './mandate-queries.ts'
import { mandateByAccount, peopleCollectedFrom } from './propose-collection.ts'

type Wanted = z.output<(typeof directDebit)['addMandate']['input']>

/** What the person's page shows of mandates. */
export async function personMandates(context: BookContext, personId: string) {
  const { db } = context
  const person = await findPerson(db, personId)
  const mandates = await mandatesOfPerson(db, personId)
  const account = await mainAccountOf(db)
  return {
    enabled: (await duesBounds(db, context.today())).enabled,
    canCollect: account !== null && account.creditorId !== null,
    mandates: mandates.map((mandate) => mandateView(mandate, context.today())),
    ofOther: await mandateOfOther(db, personId, context.today()),
    holder: formatName({ ...person.name, called: '' }),
    reference: await freeReference(db, personId),
  }
}

/** Who pays together is collected from by one mandate: that of somebody else, when it is theirs. */
async function mandateOfOther(db: Reader, personId: string, today: Day) {
  if (!peopleCollectedFrom(await agreementsOfPeople(db, [personId]), today).has(personId)) return null
  const accounts = await accountsNear(db, { kind: 'person', id: personId })
  const key = accounts.payingFor(personId)
  const people = new Set((accounts.agreements.get(key) ?? []).map((agreement) => agreement.person_id))
  const payer = payerOfKey(key)
  if (payer.kind === 'person') people.add(payer.id)
  const mandate = mandateByAccount(accounts, await mandatesOfPeople(db, people), today).get(key)
  if (!mandate || mandate.personId === personId || mandateState(mandate, today) === 'ended') return null
  const { name } = await findPerson(db, mandate.personId)
  return { personId: mandate.personId, name: formatName(name), mandate: mandateView(mandate, today) }
}

function mandateView(mandate: Mandate, today: Day) {
  const { personId: _, personDied: _died, ...shown } = mandate
  return { ...shown, state: mandateState(mandate, today) }
}

/** @throws RuleBroken notFound, ibanInvalid, holderUnwritable, mandateReferenceInvalid, mandateReferenceTaken, dayInFuture, mandateTooOld */
export async function addMandate(context: BookContext, wanted: Wanted): Promise<{ id: string }> {
  await findPerson(context.db, wanted.personId)
  const { iban, holder } = checkPayer(wanted)
  refuseDay(context.today(), wanted.signedOn, 'signedOn')
  refuseDay(context.today(), wanted.usedBeforeOn, 'usedBeforeOn')
  const id = context.newId()
  await write(context, { kind: 'mandateAdded', subject: subjectOf(wanted) }, async (tx) => {
    const reference = wanted.reference || (await freeReference(tx, wanted.personId))
    if (!isSepaId(reference)) throw new RuleBroken('mandateReferenceInvalid', { field: 'reference' })
    if ((await takenReferences(tx)).has(reference))
      throw new RuleBroken('mandateReferenceTaken', { field: 'reference' })
    const row: NewRow<'mandate'> = {
      id,
      person_id: wanted.personId,
      reference,
      kind: wanted.kind,
      holder,
      iban,
      signed_on: wanted.signedOn,
      used_before_on: wanted.usedBeforeOn,
    }
    await tx.insertInto('mandate').values(row).execute()
  })
  return { id }
}

/** The form came back signed. @throws RuleBroken mandateEnded, dayInFuture, mandateTooOld */
export async function signMandate(context: BookContext, id: string, signedOn: Day): Promise<void> {
  refuseDay(context.today(), signedOn, 'signedOn')
  await change(context, id, 'mandateSigned', { day: signedOn }, async () => ({ signed_on: signedOn }))
}

/** @throws RuleBroken mandateEnded */
export async function holdMandate(context: BookContext, id: string, reason: HoldReason): Promise<void> {
  await change(context, id, 'mandateHeld', {}, async () => ({ held_on: context.today(), hold_reason: reason }))
}

/** @throws RuleBroken mandateEnded */
export async function releaseMandate(context: BookContext, id: string): Promise<void> {
  await change(context, id, 'mandateReleased', {}, async () => ({ held_on: null, hold_reason: null }))
}

/** @throws RuleBroken mandateEnded, dayBeforeStart */
export async function endMandate(context: BookContext, id: string, endedOn: Day): Promise<void> {
  await change(context, id, 'mandateEnded', { day: endedOn }, async ({ signedOn }) => {
    const from = signedOn ?? oldestDay
    if (endedOn < from) throw new RuleBroken('dayBeforeStart', { field: 'endedOn', from })
    return { ended_on: endedOn }
  })
}

/** The payer has another account: the bank is told with the next collection. @throws RuleBroken mandateEnded, ibanInvalid, holderUnwritable */
export async function amendMandate(context: BookContext, id: string, wanted: { iban: string; holder: string }) {
  const { iban, holder } = checkPayer(wanted)
  await change(context, id, 'mandateAmended', {}, async (mandate) => ({
    iban,
    holder,
    ...(mandate.iban === iban ? {} : { previous_iban: mandate.iban }),
  }))
}

async function change(
  context: BookContext,
  id: string,
  kind: 'mandateSigned' | 'mandateHeld' | 'mandateReleased' | 'mandateEnded' | 'mandateAmended',
  details: Readonly<Record<string, string>>,
  values: (mandate: Mandate) => Promise<Partial<NewRow<'mandate'>>>,
): Promise<void> {
  const subject = subjectOf(await findMandate(context.db, id))
  await write(context, { kind, subject, details }, async (tx) => {
    const mandate = await findMandate(tx, id)
    if (mandate.endedOn !== null) throw new RuleBroken('mandateEnded', { day: mandate.endedOn })
    await tx
      .updateTable('mandate')
      .set(await values(mandate))
      .where('id', '=', id)
      .execute()
  })
}

/** Holds a mandate as part of another action; one that waits or ended already stays as it is. Tells whether it was held. */
export async function holdMandateIn(
  tx: Transaction,
  mandate: Mandate,
  reason: HoldReason,
  today: Day,
): Promise<boolean> {
  if (mandate.heldOn !== null || mandate.endedOn !== null) return false
  await tx.updateTable('mandate').set({ held_on: today, hold_reason: reason }).where('id', '=', mandate.id).execute()
  return true
}

/** What stands on the form that the payer signs. */
export async function mandateForm(context: BookContext, id: string) {
  const { db } = context
  const mandate = await findMandate(db, id)
  const account = await mainAccountOf(db)
  const { householdId } = await findPerson(db, mandate.personId)
  const book = await db.selectFrom('book').select('name').executeTakeFirstOrThrow()
  return {
    reference: mandate.reference,
    kind: mandate.kind,
    holder: mandate.holder,
    iban: mandate.iban,
    creditorName: account?.holder ?? book.name,
    creditorId: account?.creditorId ?? null,
    addressLines: envelopeLines(await findAddress(db, householdId)),
  }
}

/** The member's number with a running number behind it, so that a second mandate of the same person has its own. */
async function freeReference(db: Reader, personId: string): Promise<string> {
  const membership = await db
    .selectFrom('membership')
    .select('number')
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  const own = (membership?.number ?? '').replace(/[^A-Za-z0-9]/g, '')
  const start = own === '' ? `M-${personId.replace(/-/g, '').slice(-8).toUpperCase()}` : `M-${own.slice(0, 20)}`
  const taken = await takenReferences(db)
  for (let count = 1; ; count += 1) {
    const reference = `${start}-${count}`
    if (!taken.has(reference)) return reference
  }
}

function checkPayer(wanted: { iban: string; holder: string }): { iban: string; holder: string } {
  const iban = plainIban(wanted.iban)
  if (!isIban(iban)) throw new RuleBroken('ibanInvalid', { field: 'iban' })
  const holder = wanted.holder.trim()
  if (!fitsSepa(holder)) throw new RuleBroken('holderUnwritable', { field: 'holder' })
  return { iban, holder }
}

/** Mandates that are older than direct debit in euros itself go to the bank with this day. */
const oldestDay = '2009-11-01'

function refuseDay(today: Day, day: Day | null, field: string): void {
  refuseFuture(today, day, field)
  if (day !== null && day < oldestDay) throw new RuleBroken('mandateTooOld', { field, day: oldestDay })
}

const subjectOf = (mandate: { readonly personId: string }) => ({ table: 'person', id: mandate.personId }) as const
