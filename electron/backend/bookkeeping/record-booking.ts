// Bookings that somebody writes down by hand: money in or out, money moved, and what was there when the books began.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Row } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { describeAction } from '../dues/describe-action.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Evidence } from './post-booking.ts'
import { liveOf, postBooking, postBookingReversals } from './post-booking.ts'

/** An account, or null for the cash box. */
export type Place = string | null

const evidenceAt = (place: Place): Evidence =>
  place === null ? { source: 'cash' } : { source: 'memo', accountId: place }

export interface BookingInput {
  readonly day: Day
  readonly direction: 'in' | 'out'
  readonly amountCents: number
  readonly categoryId: string
  readonly place: Place
  readonly text: string | null
}

/** @throws RuleBroken notFound, dayInFuture, dayLongAgo, yearClosed, bookingNeedsWords: money on an account has no receipt, so it needs words */
export async function addBooking(context: BookContext, input: BookingInput): Promise<{ id: string }> {
  const { day, direction, amountCents, categoryId, place, text } = input
  if (place !== null && text === null) throw new RuleBroken('bookingNeedsWords', { field: 'text' })
  const kind = direction === 'in' ? 'bookingReceived' : 'bookingPaid'
  const subject = { table: 'booking_category', id: categoryId } as const
  return write(context, { kind, subject, details: { cents: amountCents, day } }, async (tx) => {
    const cents = direction === 'in' ? amountCents : -amountCents
    const purpose = { kind: 'entry', categoryId } as const
    return { id: await postBooking(tx, context, { day, cents, evidence: evidenceAt(place), purpose, text }) }
  })
}

export interface TransferInput {
  readonly day: Day
  readonly amountCents: number
  readonly from: Place
  readonly to: Place
  readonly text: string | null
  /** Accounts whose side comes with the line of a bank file: it is not written now, or it would be there twice. */
  readonly awaitBankFile: boolean
}

/** Money between the cash box and an account, or between two own accounts. @throws RuleBroken samePlace, notFound, dayInFuture, dayLongAgo, yearClosed */
export async function addTransfer(context: BookContext, input: TransferInput): Promise<void> {
  const { day, amountCents, from, to, text, awaitBankFile } = input
  if (from === to) throw new RuleBroken('samePlace', { field: 'to' })
  await write(context, { kind: 'moneyMoved', details: { cents: amountCents, day } }, async (tx) => {
    const purpose = { kind: 'transfer', transferId: context.newId() } as const
    const sides = [
      { place: from, cents: -amountCents },
      { place: to, cents: amountCents },
    ]
    const isCashMoved = from === null || to === null
    for (const { place, cents } of sides)
      if (place === null || !(awaitBankFile && isCashMoved))
        await postBooking(tx, context, { day, cents, evidence: evidenceAt(place), purpose, text })
  })
}

/** What was in the cash box when the books began; takes the place of what was written before. @throws RuleBroken dayInFuture, dayLongAgo, yearClosed */
export async function setCashOpening(context: BookContext, day: Day, amountCents: number): Promise<void> {
  await write(context, { kind: 'cashOpeningSet', details: { cents: amountCents, day } }, async (tx) => {
    const rows = await tx.selectFrom('booking').selectAll().where('kind', '=', 'opening').execute()
    const earlier = liveOf(rows)
    // On its own day: it says what was true then, and not that money went away.
    await postOpeningReversals(tx, context, earlier)
    if (amountCents > 0)
      await postBooking(tx, context, {
        day,
        cents: amountCents,
        evidence: { source: 'cash' },
        purpose: { kind: 'opening' },
        text: null,
      })
  })
}

async function postOpeningReversals(tx: Transaction, context: BookContext, openings: readonly Row<'booking'>[]) {
  for (const opening of openings)
    await tx
      .insertInto('booking')
      .values({
        ...withoutRowNo(opening),
        id: context.newId(),
        created_at: context.now().toISOString(),
        created_by: context.device,
        reason: 'mistake',
        amount_cents: -opening.amount_cents,
        reverses_id: opening.id,
      })
      .execute()
}

/** `selectAll` answers the number that SQLite gave the row as well; a new row gets its own. */
function withoutRowNo<R extends Row<'booking'>>(row: R): R {
  return { ...row, row_no: undefined }
}

/** @throws RuleBroken notFound, alreadyReversed, bookingOfBank (it is taken back where the line of the bank stands), partOfWriteOff, yearClosed */
export async function reverseBooking(context: BookContext, bookingId: string, reason: string): Promise<void> {
  await write(context, { kind: 'bookingReversed' }, async (tx, action) => {
    const booking = await tx.selectFrom('booking').selectAll().where('id', '=', bookingId).executeTakeFirst()
    if (!booking) throw new RuleBroken('notFound', { table: 'booking' })
    if (booking.source === 'bank') throw new RuleBroken('bookingOfBank')
    if (booking.kind === 'entry' && booking.transfer_id !== null) throw new RuleBroken('partOfWriteOff')
    // Both sides of money that was moved, or one of them would stay on its way.
    const sides = await tx
      .selectFrom('booking')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('id', '=', bookingId),
          eb('reverses_id', '=', bookingId),
          ...(booking.transfer_id === null ? [] : [eb('transfer_id', '=', booking.transfer_id)]),
        ]),
      )
      .execute()
    const live = liveOf(sides)
    if (!live.some(({ id }) => id === bookingId)) throw new RuleBroken('alreadyReversed')
    await postBookingReversals(tx, context, live, reason)
    await describeAction(tx, action, { cents: Math.abs(booking.amount_cents), day: booking.day, reason })
  })
}
