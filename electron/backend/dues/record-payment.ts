// Money that came in: what it would pay, writing it down, and taking it back.
import type { AllocationLine, ChosenPart } from '../../../shared/domain/allocation.ts'
import { allocateOldestFirst, checkDivision } from '../../../shared/domain/allocation.ts'
import { type Day, daysBetween } from '../../../shared/domain/calendar-date.ts'
import type { PaymentMethod } from '../../../shared/domain/dues-schedule.ts'
import { reversalDay } from '../bookkeeping/reversal-day.ts'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { reversalIds } from '../ledger-chain/reversal-ids.ts'
import { refuseUnlikely } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { AccountState } from './account-state.ts'
import { loadAccount, refuseRefunded } from './account-state.ts'
import { describeAction } from './describe-action.ts'
import type { LedgerPayment } from './ledger-queries.ts'
import { allocationsOfPayment, paymentById } from './ledger-queries.ts'
import type { PayerRef } from './payer-accounts.ts'
import { payerColumns, payerOf } from './payer-accounts.ts'
import { freeCentsOf } from './plan-run.ts'
import { postAllocations, postingOf, reverseAllocations } from './post-ledger.ts'

export interface PaymentInput {
  readonly payer: PayerRef
  readonly amountCents: number
  readonly day: Day
  readonly method: PaymentMethod
  readonly note: string | null
}

/** @throws RuleBroken duesOff, notFound, dayInFuture, dayLongAgo, paymentLooksDouble, divisionMoreThanPaid, divisionMoreThanOpen, dueNotOpen */
export async function recordPayment(
  context: BookContext,
  input: PaymentInput & { readonly parts: readonly ChosenPart[] | null; readonly notDouble: boolean },
) {
  refuseUnlikely(context.today(), input.day)
  const id = context.newId()
  const details = { cents: input.amountCents, day: input.day }
  const subject = await subjectOf(context.db, input.payer)
  return write(context, { kind: 'paymentRecorded', subject, details }, async (tx) => {
    await refuseMissingPayer(tx, input.payer)
    const state = await loadAccount(tx, input.payer, context.today())
    if (!input.notDouble && looksDouble(state, input.amountCents, input.day))
      throw new RuleBroken('paymentLooksDouble', { field: 'notDouble' })
    const lines = linesFor(state, { id, amountCents: input.amountCents, day: input.day, parts: input.parts })
    await postPayment(tx, context, id, input.amountCents, input)
    await postAllocations(tx, context, lines)
    const own = lines.filter((line) => line.paymentId === id).reduce((sum, line) => sum + line.cents, 0)
    return { id, allocatedCents: own, restCents: input.amountCents - own }
  })
}

export interface PlannedPayment {
  readonly id: string
  readonly amountCents: number
  readonly day: Day
  readonly parts: readonly ChosenPart[] | null
}

/** What a new payment pays, together with money the payer had left: as chosen, or the oldest first. */
export function linesFor(state: AccountState, payment: PlannedPayment): AllocationLine[] {
  const open = state.dues
    .filter((due) => due.openCents > 0)
    .map(({ id, periodStart, openCents, order }) => ({ id, periodStart, openCents, order }))
  if (payment.parts !== null) {
    const fault = checkDivision(payment.amountCents, payment.parts, open)
    if (fault?.fault === 'moreThanPaid') throw new RuleBroken('divisionMoreThanPaid', { field: 'parts' })
    if (fault?.fault === 'moreThanOpen') throw new RuleBroken('divisionMoreThanOpen', { field: 'parts' })
    if (fault) throw new RuleBroken('dueNotOpen', { field: 'parts' })
    return payment.parts.map((part) => ({ paymentId: payment.id, dueId: part.dueId, cents: part.cents }))
  }
  const money = state.payments
    .map((earlier) => ({ id: earlier.id, day: earlier.day, freeCents: freeCentsOf(earlier) }))
    .filter((earlier) => earlier.freeCents > 0)
  const all = [...money, { id: payment.id, day: payment.day, freeCents: payment.amountCents }]
  return allocateOldestFirst(all, open, Math.max(0, state.creditCents + payment.amountCents))
}

export function looksDouble(state: AccountState, amountCents: number, day: Day): boolean {
  return state.payments.some(
    (payment) => payment.netCents !== 0 && payment.cents === amountCents && payment.day === day,
  )
}

/** People write down the day they saw a transfer, or the day it was sent: the line of the bank may lie this far off. */
const nearDays = 7

/** The nearest day on which the bank brought this amount. */
export function broughtByBankOn(state: AccountState, amountCents: number, day: Day): Day | null {
  const awayFrom = (payment: LedgerPayment) => Math.abs(daysBetween(payment.day, day))
  const near = state.payments
    .filter(({ bankLineId, method }) => bankLineId !== null && method === 'overboeking')
    .filter(({ netCents, cents }) => netCents !== 0 && cents === amountCents)
    .filter((payment) => awayFrom(payment) <= nearDays)
  return near.toSorted((a, b) => awayFrom(a) - awayFrom(b))[0]?.day ?? null
}

/** @throws RuleBroken notFound, alreadyReversed, creditWasRefunded, partOfWriteOff */
export async function reversePayment(context: BookContext, paymentId: string, reason: string) {
  const payment = await countingPayment(context.db, paymentId)
  const payer = payerOf(payment)
  const details = { cents: payment.cents, day: payment.day, reason }
  const subject = await subjectOf(context.db, payer)
  return write(context, { kind: 'paymentReversed', subject, details }, async (tx) => {
    await countingPayment(tx, paymentId)
    await refusePartOfWriteOff(tx, paymentId)
    const state = await loadAccount(tx, payer, context.today())
    const rows = await allocationsOfPayment(tx, paymentId)
    const paid = rows.reduce((sum, row) => sum + row.cents, 0)
    if (reason !== 'bounced') refuseRefunded(state, payment, paid)
    await reverseAllocations(tx, context, rows)
    await postReversal(tx, context, payment, reason)
    return { openAgainCents: paid }
  })
}

/** Without the expense that was written with it the cash box would hold less than there is. @throws RuleBroken partOfWriteOff */
async function refusePartOfWriteOff(tx: Transaction, paymentId: string): Promise<void> {
  const expense = await tx
    .selectFrom('booking')
    .select('id')
    .where('transfer_id', '=', paymentId)
    .where('kind', '=', 'entry')
    .executeTakeFirst()
  if (expense) throw new RuleBroken('partOfWriteOff')
}

/** The money of a payment no longer pays a due. @throws RuleBroken alreadyReversed */
export async function reverseAllocation(context: BookContext, paymentId: string, dueId: string) {
  const payment = await paymentById(context.db, paymentId)
  if (!payment) throw new RuleBroken('notFound', { table: 'payment' })
  const payer = payerOf(payment)
  const subject = await subjectOf(context.db, payer)
  return write(context, { kind: 'allocationReversed', subject }, async (tx, action) => {
    const rows = (await allocationsOfPayment(tx, paymentId)).filter((row) => row.dueId === dueId)
    if (rows.length === 0) throw new RuleBroken('alreadyReversed')
    await reverseAllocations(tx, context, rows)
    const cents = rows.reduce((sum, row) => sum + row.cents, 0)
    await describeAction(tx, action, { cents })
    return { cents }
  })
}

/** Gives credit back. @throws RuleBroken refundMoreThanCredit (`cents` there are), dayInFuture, dayLongAgo */
export async function refundCredit(context: BookContext, input: PaymentInput): Promise<{ id: string }> {
  refuseUnlikely(context.today(), input.day)
  const id = context.newId()
  const details = { cents: input.amountCents, day: input.day }
  const subject = await subjectOf(context.db, input.payer)
  await write(context, { kind: 'paymentRefunded', subject, details }, async (tx) => {
    await refuseMissingPayer(tx, input.payer)
    const state = await loadAccount(tx, input.payer, context.today())
    if (input.amountCents > state.creditCents)
      throw new RuleBroken('refundMoreThanCredit', { field: 'amountCents', cents: Math.max(0, state.creditCents) })
    let left = input.amountCents
    for (const { payer, creditCents } of creditByPayer(state)) {
      const cents = Math.min(left, creditCents)
      if (cents <= 0) continue
      const refundId = left === input.amountCents ? id : context.newId()
      await postPayment(tx, context, refundId, -cents, { ...input, payer })
      left -= cents
    }
  })
  return { id }
}

/** Whom the action is about: a household that pays for one person is known by that person, not by an address. */
export async function subjectOf(db: Reader, payer: PayerRef): Promise<{ table: 'person' | 'household'; id: string }> {
  const own = { table: payer.kind, id: payer.id }
  if (payer.kind === 'person') return own
  const people = await db
    .selectFrom('fee_agreement')
    .select('person_id')
    .distinct()
    .where('payer_household_id', '=', payer.id)
    .where('deleted_at', 'is', null)
    .limit(2)
    .execute()
  const [only] = people
  return only && people.length === 1 ? { table: 'person', id: only.person_id } : own
}

/** What is left per payer who paid it: money goes back to whom it came from, so that both stay together whoever pays later on. */
export function creditByPayer(state: AccountState): { payer: PayerRef; creditCents: number }[] {
  const credit = new Map<string, { payer: PayerRef; creditCents: number }>()
  for (const payment of state.payments) {
    const payer = payerOf(payment)
    const key = `${payer.kind} ${payer.id}`
    const known = credit.get(key)
    credit.set(key, { payer, creditCents: (known?.creditCents ?? 0) + freeCentsOf(payment) })
  }
  return [...credit.values()]
}

async function countingPayment(db: Reader, paymentId: string): Promise<LedgerPayment> {
  const payment = await paymentById(db, paymentId)
  if (!payment) throw new RuleBroken('notFound', { table: 'payment' })
  if (payment.netCents === 0) throw new RuleBroken('alreadyReversed')
  return payment
}

/** Writes the row of a payment, below zero for money given back, and what somebody wrote with it. */
export async function postPayment(
  tx: Transaction,
  context: BookContext,
  id: string,
  cents: number,
  input: PaymentInput,
): Promise<void> {
  await tx
    .insertInto('payment')
    .values({
      ...postingOf(context),
      id,
      day: input.day,
      ...payerColumns(input.payer),
      method: input.method,
      bank_line_id: null,
      reason: null,
      amount_cents: cents,
      reverses_id: null,
    })
    .execute()
  if (input.note === null) return
  await tx
    .insertInto('payment_note')
    .values({ id: context.newId(), payment_id: id, text: input.note, deleted_at: null })
    .execute()
}

async function postReversal(tx: Transaction, context: BookContext, payment: LedgerPayment, reason: string) {
  const nextId = await reversalIds(tx, 'payment', [payment.id])
  await tx
    .insertInto('payment')
    .values({
      ...postingOf(context),
      id: nextId(payment.id),
      // What the bank took back went out on a day of its own; what never was is taken out of its own year.
      day: reason === 'bounced' ? context.today() : await reversalDay(tx, payment.day, context.today()),
      payer_person_id: payment.payer_person_id,
      payer_household_id: payment.payer_household_id,
      method: payment.method,
      // A mistake leaves the line of the bank to be assigned anew; money that the bank took back goes by a line of its own.
      bank_line_id: reason === 'bounced' ? null : payment.bankLineId,
      reason,
      amount_cents: -payment.netCents,
      reverses_id: payment.id,
    })
    .execute()
}

async function refuseMissingPayer(tx: Transaction, payer: PayerRef): Promise<void> {
  const row = await tx.selectFrom(payer.kind).select('id').where('id', '=', payer.id).executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: payer.kind, field: 'payer' })
}
