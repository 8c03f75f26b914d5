// Takes back what was done with a line of the bank, by rows against it; the line waits again. For long after: right away there is undo.
import { liveBookingsOfLine, postBookingReversals } from '../bookkeeping/post-booking.ts'
import { reversalDay } from '../bookkeeping/reversal-day.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { loadAccount, refuseRefunded } from '../dues/account-state.ts'
import type { LedgerPayment } from '../dues/ledger-queries.ts'
import { allocationsOfPayment, paymentById } from '../dues/ledger-queries.ts'
import type { PayerRef } from '../dues/payer-accounts.ts'
import { payerColumns, payerOf } from '../dues/payer-accounts.ts'
import { postingOf, reverseAllocations } from '../dues/post-ledger.ts'
import { reversalIds } from '../ledger-chain/reversal-ids.ts'
import { RuleBroken } from '../rule-broken.ts'
import { unlearn } from './known-accounts.ts'
import { linesById } from './open-lines.ts'

/** @throws RuleBroken notFound, alreadyReversed, creditWasRefunded, bankLineOfCollection */
export async function releaseLine(context: BookContext, lineId: string): Promise<void> {
  const [line] = await linesById(context.db, [lineId])
  if (!line) throw new RuleBroken('notFound', { table: 'bank_line' })
  const details = { cents: Math.abs(line.cents) }
  await write(context, { kind: 'bankLineReleased', details }, async (tx) => {
    const payments = await livePayments(tx, lineId)
    const bookings = await liveBookingsOfLine(tx, lineId)
    const linked = await linkedPayers(tx, lineId)
    const links = await forget(tx, context, 'bank_link', lineId)
    if (payments.length + bookings.length + links === 0) throw new RuleBroken('alreadyReversed')
    for (const payment of payments) await takeBack(tx, context, payment)
    await postBookingReversals(tx, context, bookings, 'mistake')
    await forget(tx, context, 'bank_decision', lineId)
    if (line.counterHash !== null) await unlearn(tx, context, line.counterHash, [...payments.map(payerOf), ...linked])
  })
}

/** Payers of payments that were written down by hand, and of which this is the line. */
async function linkedPayers(tx: Transaction, lineId: string): Promise<PayerRef[]> {
  const rows = await tx
    .selectFrom('bank_link')
    .innerJoin('payment', 'payment.id', 'bank_link.payment_id')
    .select(['payment.payer_person_id', 'payment.payer_household_id'])
    .where('bank_link.bank_line_id', '=', lineId)
    .where('bank_link.deleted_at', 'is', null)
    .execute()
  return rows.map(payerOf)
}

async function livePayments(tx: Transaction, lineId: string): Promise<LedgerPayment[]> {
  const rows = await tx
    .selectFrom('payment')
    .select(['id', 'reverses_id', 'method'])
    .where('bank_line_id', '=', lineId)
    .execute()
  if (rows.some(({ method }) => method === 'incasso')) throw new RuleBroken('bankLineOfCollection')
  const live: LedgerPayment[] = []
  for (const { id, reverses_id } of rows) {
    const payment = reverses_id === null ? await paymentById(tx, id) : undefined
    if (payment && payment.netCents !== 0) live.push(payment)
  }
  return live
}

async function takeBack(tx: Transaction, context: BookContext, payment: LedgerPayment): Promise<void> {
  const payer = payerOf(payment)
  const account = await loadAccount(tx, payer, context.today())
  const allocations = await allocationsOfPayment(tx, payment.id)
  const paid = allocations.reduce((sum, row) => sum + row.cents, 0)
  refuseRefunded(account, payment, paid)
  await reverseAllocations(tx, context, allocations)
  const nextId = await reversalIds(tx, 'payment', [payment.id])
  await insertRows(tx, 'payment', [
    {
      ...postingOf(context),
      id: nextId(payment.id),
      day: await reversalDay(tx, payment.day, context.today()),
      ...payerColumns(payer),
      method: payment.method,
      bank_line_id: payment.bankLineId,
      reason: 'mistake',
      amount_cents: -payment.netCents,
      reverses_id: payment.id,
    },
  ])
}

async function forget(
  tx: Transaction,
  context: BookContext,
  table: 'bank_link' | 'bank_decision',
  lineId: string,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable(table)
    .set({ deleted_at: context.now().toISOString() })
    .where('bank_line_id', '=', lineId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
