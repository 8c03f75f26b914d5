// What the screen of the cash box shows.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { payerOf } from '../dues/payer-accounts.ts'
import { payersThen } from '../dues/payer-views.ts'
import type { CashLine, CashLow } from './cash-queries.ts'
import { accountBookings, cashCounts, cashLines, cashOn, yearsWithMoney } from './cash-queries.ts'
import { bookingCategories } from './category-queries.ts'
import { closedUntil } from './closed-years.ts'

export async function cashBook(context: BookContext, year: number) {
  const { db } = context
  const today = context.today()
  const openingCents = await cashOn(db, `${year - 1}-12-31`)
  const lines = await cashLines(db, year)
  const last = await closedUntil(db)
  return {
    today,
    year,
    years: await yearsWithMoney(db, today),
    isClosed: last !== null && year <= last,
    openingCents,
    /** Until today: a year that is going on has no lines after it. */
    balanceCents: openingCents + lines.reduce((sum, { cents }) => sum + cents, 0),
    belowZero: firstBelowZero(lines, openingCents, `${year}-01-01`),
    lines: await linesShown(db, lines, openingCents),
    counts: (await cashCounts(db, year)).map((count) => ({ ...count, isAccepted: count.isAccepted === 1 })),
    accountBookings: (await accountBookings(db, year)).map((booking) => ({
      ...booking,
      isReversed: booking.isReversed === 1,
    })),
    categories: await bookingCategories(db),
    accounts: await accountNames(db),
  }
}

/** At the end of a day: what was bought in the morning may be written down before what came in. */
function firstBelowZero(lines: readonly CashLine[], openingCents: number, firstDay: Day): CashLow | null {
  let balance = openingCents
  if (balance < 0 && lines[0]?.day !== firstDay) return { day: firstDay, cents: balance }
  for (const [at, { day, cents }] of lines.entries()) {
    balance += cents
    if (balance < 0 && lines[at + 1]?.day !== day) return { day, cents: balance }
  }
  return null
}

async function linesShown(db: Reader, lines: readonly CashLine[], openingCents: number) {
  const paid = lines.flatMap((line) => (line.kind === 'dues' ? [paidBy(line)] : []))
  const viewOf = await payersThen(db, paid)
  let balanceCents = openingCents
  return lines.map((line) => {
    balanceCents += line.cents
    const { payerPersonId: _person, payerHouseholdId: _household, transferId: _transfer, ...shown } = line
    return {
      ...shown,
      isReversed: line.isReversed === 1,
      fromCount: line.fromCount === 1,
      payer: line.kind === 'dues' ? viewOf(paidBy(line)) : null,
      balanceCents,
    }
  })
}

const paidBy = (line: CashLine) => ({
  paymentId: line.reversesId ?? line.id,
  payer: payerOf({ payer_person_id: line.payerPersonId, payer_household_id: line.payerHouseholdId }),
})

/** The association's own accounts by the name it gave them; the main one first. */
export function accountNames(db: Reader): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('bank_account')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .orderBy('is_main', 'desc')
    .orderBy('name')
    .execute()
}
