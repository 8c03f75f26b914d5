// Counting the cash box: what was in it, and what to do when that is not what the book says.

import { cashDifference } from '../../../shared/domain/booking-category.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { refuseUnlikely } from '../refuse-future.ts'
import { cashOn } from './cash-queries.ts'
import { postBooking } from './post-booking.ts'

export interface CountInput {
  readonly day: Day
  readonly countedCents: number
  readonly countedBy: string
  /** The book follows the box: the difference is written down as one. */
  readonly acceptDifference: boolean
}

/** @throws RuleBroken dayInFuture, dayLongAgo, yearClosed */
export async function countCash(context: BookContext, input: CountInput): Promise<{ differenceCents: number }> {
  const { day, countedCents, countedBy, acceptDifference } = input
  refuseUnlikely(context.today(), day)
  return write(context, { kind: 'cashCounted', details: { cents: countedCents, day } }, async (tx) => {
    const differenceCents = countedCents - (await cashOn(tx, day))
    const id = context.newId()
    await tx
      .insertInto('cash_count')
      .values({
        id,
        created_at: context.now().toISOString(),
        created_by: context.device,
        day,
        reason: null,
        amount_cents: countedCents,
        reverses_id: null,
      })
      .execute()
    await tx
      .insertInto('cash_count_note')
      .values({ id: context.newId(), cash_count_id: id, counted_by: countedBy, deleted_at: null })
      .execute()
    if (differenceCents !== 0 && acceptDifference)
      await postBooking(tx, context, {
        day,
        cents: differenceCents,
        evidence: { source: 'cash' },
        purpose: { kind: 'entry', categoryId: cashDifference },
        text: null,
        cashCountId: id,
      })
    return { differenceCents }
  })
}
