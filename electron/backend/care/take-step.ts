// What happens to a signal once it is there: somebody looked in, it goes on or is closed, it is still needed, others are called in.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import {
  type CloseReason,
  type Consent,
  type ContactResult,
  careUntil,
  type MomentWay,
  type ReferralOutcome,
} from '../../../shared/domain/care.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { liveRow, refuseMissing } from '../database/rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { consentValues } from './consent-columns.ts'
import { refuseWithoutConsent } from './note-text.ts'
import { type NextStep, nextColumns } from './open-signal.ts'
import { closedColumns, signalById, updateSignal } from './signal-queries.ts'

export async function changeNext(context: BookContext, input: NextStep & { readonly id: string }): Promise<void> {
  await write(context, { kind: 'signalNextChanged' }, async (tx) => {
    await openSignalById(tx, input.id)
    await updateSignal(tx, input.id, await nextColumns(tx, input, context.today()))
  })
}

export interface Step {
  readonly id: string
  readonly day: Day
  readonly how: MomentWay
  readonly result: ContactResult
  readonly onward: ({ readonly kind: 'next' } & NextStep) | { readonly kind: 'close'; readonly reason: CloseReason }
}

/** The follow-up was done, by whoever would do it. In the same breath it is said what comes next. */
export async function recordStep(context: BookContext, step: Step): Promise<void> {
  const today = context.today()
  refuseFuture(today, step.day, 'day', 'doneInFuture')
  await write(context, { kind: 'signalStepTaken' }, async (tx) => {
    const signal = await openSignalById(tx, step.id)
    await insertRows(tx, 'contact_moment', [
      {
        id: context.newId(),
        person_id: signal.person_id,
        by_person_id: signal.owner_person_id,
        by_name: signal.owner_name,
        day: step.day,
        how: step.how,
        result: step.result,
        signal_id: signal.id,
      },
    ])
    if (step.onward.kind === 'next') await updateSignal(tx, step.id, await nextColumns(tx, step.onward, today))
    else await updateSignal(tx, step.id, closedColumns(step.onward.reason, today))
  })
}

export async function closeSignal(
  context: BookContext,
  { id, reason }: { readonly id: string; readonly reason: CloseReason },
): Promise<void> {
  await write(context, { kind: 'signalClosed' }, async (tx) => {
    await openSignalById(tx, id)
    await updateSignal(tx, id, closedColumns(reason, context.today()))
  })
}

/** What hangs on it stays as long as it does: its notes, and that somebody is in the book because of it. */
export async function renewSignal(context: BookContext, id: string): Promise<{ expiresDay: Day }> {
  const today = context.today()
  const expires_day = careUntil(today)
  await write(context, { kind: 'signalRenewed' }, async (tx) => {
    const signal = await openSignalById(tx, id)
    await updateSignal(tx, id, { renewed_day: today, expires_day })
    await tx.updateTable('care_note').set({ expires_day }).where('signal_id', '=', id).execute()
    if (signal.person_id !== null)
      await tx.updateTable('care_contact').set({ expires_day }).where('person_id', '=', signal.person_id).execute()
  })
  return { expiresDay: expires_day }
}

export interface NewReferral {
  readonly signalId: string
  readonly organisationId: string | null
  readonly organisationName: string | null
  readonly consent: Consent | null
}

/** @throws RuleBroken organisationNeeded, consentNeeded, signalClosed, notFound */
export async function refer(context: BookContext, input: NewReferral): Promise<{ id: string }> {
  const id = context.newId()
  refuseFuture(context.today(), input.consent?.day ?? null, 'consent.day')
  if (input.organisationId === null && input.organisationName === null)
    throw new RuleBroken('organisationNeeded', { field: 'organisationName' })
  await write(context, { kind: 'signalReferred' }, async (tx) => {
    const signal = await openSignalById(tx, input.signalId)
    // Of an address nobody's name is known; of a person others hear only what they agreed to.
    if (signal.person_id !== null) refuseWithoutConsent(input.consent, 'consent')
    await insertRows(tx, 'referral', [
      {
        id,
        signal_id: signal.id,
        person_id: signal.person_id,
        ...(await organisationColumns(tx, input)),
        day: context.today(),
        outcome: null,
        ...consentValues(signal.person_id === null ? null : input.consent),
      },
    ])
  })
  return { id }
}

/** With its name as it is now: that is counted when the organisation, or the referral, is no longer there. */
async function organisationColumns(tx: Transaction, { organisationId, organisationName }: NewReferral) {
  if (organisationId === null) return { organisation_id: null, organisation_name: organisationName }
  await refuseMissing(tx, 'organisation', organisationId, 'organisationId')
  const { name } = await liveRow(tx, 'organisation', organisationId)
  return { organisation_id: organisationId, organisation_name: name }
}

export async function setReferralOutcome(
  context: BookContext,
  { id, outcome }: { readonly id: string; readonly outcome: ReferralOutcome | null },
): Promise<void> {
  await write(context, { kind: 'referralAnswered' }, async (tx) => {
    const result = await tx
      .updateTable('referral')
      .set({ outcome })
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'referral' })
  })
}

async function openSignalById(tx: Transaction, id: string) {
  const signal = await signalById(tx, id)
  if (signal.state !== 'open') throw new RuleBroken('signalClosed')
  return signal
}
