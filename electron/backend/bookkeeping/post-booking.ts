// The only place that writes bookings. Other areas (a line of the bank that is no dues) post through here, inside their own action.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Row } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import type { WriteContext } from '../database/write.ts'
import { reversalIds } from '../ledger-chain/reversal-ids.ts'
import { refuseFuture, refuseUnlikely } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { categoryById } from './category-queries.ts'
import { reversalDay } from './reversal-day.ts'

/** What shows that a booking is true; a place is an account, or null for the cash box. */
export type Evidence =
  | { readonly source: 'bank'; readonly accountId: string; readonly bankLineId: string }
  | { readonly source: 'memo'; readonly accountId: string }
  | { readonly source: 'cash' }

export interface NewBooking {
  readonly day: Day
  /** Above zero: came in. Below: went out. */
  readonly cents: number
  readonly evidence: Evidence
  readonly purpose:
    | { readonly kind: 'entry'; readonly categoryId: string }
    | { readonly kind: 'transfer'; readonly transferId: string | null }
    | { readonly kind: 'opening' }
  readonly text: string | null
  readonly cashCountId?: string
  /** The payment that was written down with it, and goes only together with it. */
  readonly paymentId?: string
}

export interface BookingContext extends WriteContext {
  readonly today: () => Day
}

/** @throws RuleBroken notFound, dayInFuture, dayLongAgo; write() refuses a day in a closed year */
export async function postBooking(tx: Transaction, context: BookingContext, booking: NewBooking): Promise<string> {
  const { evidence, purpose } = booking
  // What a bank wrote has the right year.
  if (evidence.source === 'bank') refuseFuture(context.today(), booking.day)
  else refuseUnlikely(context.today(), booking.day)
  if (purpose.kind === 'entry' && !(await categoryById(tx, purpose.categoryId)))
    throw new RuleBroken('notFound', { table: 'booking_category', field: 'categoryId' })
  if (evidence.source !== 'cash') await refuseMissingAccount(tx, evidence.accountId)
  const id = context.newId()
  await tx
    .insertInto('booking')
    .values({
      id,
      created_at: context.now().toISOString(),
      created_by: context.device,
      day: booking.day,
      kind: purpose.kind,
      category_id: purpose.kind === 'entry' ? purpose.categoryId : null,
      account_id: evidence.source === 'cash' ? null : evidence.accountId,
      source: evidence.source,
      bank_line_id: evidence.source === 'bank' ? evidence.bankLineId : null,
      transfer_id: purpose.kind === 'transfer' ? purpose.transferId : (booking.paymentId ?? null),
      cash_count_id: booking.cashCountId ?? null,
      reason: null,
      amount_cents: booking.cents,
      reverses_id: null,
    })
    .execute()
  if (booking.text !== null)
    await tx
      .insertInto('booking_note')
      .values({ id: context.newId(), booking_id: id, text: booking.text, deleted_at: null })
      .execute()
  return id
}

/** Takes bookings back by counter-rows, on the day of reversalDay. */
export async function postBookingReversals(
  tx: Transaction,
  context: BookingContext,
  bookings: readonly Row<'booking'>[],
  reason: string,
): Promise<void> {
  const nextId = await reversalIds(
    tx,
    'booking',
    bookings.map(({ id }) => id),
  )
  for (const booking of bookings) {
    await tx
      .insertInto('booking')
      .values({
        id: nextId(booking.id),
        created_at: context.now().toISOString(),
        created_by: context.device,
        day: await reversalDay(tx, booking.day, context.today()),
        kind: booking.kind,
        category_id: booking.category_id,
        account_id: booking.account_id,
        source: booking.source,
        bank_line_id: booking.bank_line_id,
        transfer_id: booking.transfer_id,
        cash_count_id: booking.cash_count_id,
        reason,
        amount_cents: -booking.amount_cents,
        reverses_id: booking.id,
      })
      .execute()
  }
}

/** Bookings of a line of the bank that still count; for taking them back when the line turns out to be something else. */
export async function liveBookingsOfLine(tx: Transaction, bankLineId: string): Promise<Row<'booking'>[]> {
  const rows = await tx.selectFrom('booking').selectAll().where('bank_line_id', '=', bankLineId).execute()
  return liveOf(rows)
}

/** The original rows that were not taken back; `rows` holds them with all their counter-rows. */
export function liveOf(rows: readonly Row<'booking'>[]): Row<'booking'>[] {
  const net = new Map<string, number>()
  for (const row of rows) {
    const root = row.reverses_id ?? row.id
    net.set(root, (net.get(root) ?? 0) + row.amount_cents)
  }
  return rows.filter((row) => row.reverses_id === null && net.get(row.id) !== 0)
}

async function refuseMissingAccount(tx: Transaction, accountId: string): Promise<void> {
  const account = await tx
    .selectFrom('bank_account')
    .select('id')
    .where('id', '=', accountId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!account) throw new RuleBroken('notFound', { table: 'bank_account', field: 'accountId' })
}
