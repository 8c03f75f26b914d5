// The cash box as a book: dues paid in cash, other money in and out, and money brought to or fetched from the bank.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { isStanding, rowsOf } from '../dues/rows.ts'

/** What the book says is in the cash box at the end of a day. */
export async function cashOn(db: Reader, day: Day): Promise<number> {
  const [sum] = await rowsOf<{ cents: number }>(
    db,
    `SELECT coalesce((SELECT sum(amount_cents) FROM payment WHERE method = 'contant' AND day <= ?1), 0)
      + coalesce((SELECT sum(amount_cents) FROM booking WHERE account_id IS NULL AND day <= ?1), 0) AS cents`,
    [day],
  )
  return sum?.cents ?? 0
}

export interface CashLow {
  readonly day: Day
  readonly cents: number
}

/** The least that the book says is in the cash box at the end of a day, from this day on; the first of such days. */
export async function lowestCashFrom(db: Reader, day: Day): Promise<CashLow> {
  const rows = await rowsOf<CashLow>(
    db,
    `SELECT day, sum(cents) AS cents FROM (
        SELECT day, amount_cents AS cents FROM payment WHERE method = 'contant' AND day > ?1
        UNION ALL SELECT day, amount_cents FROM booking WHERE account_id IS NULL AND day > ?1
      ) GROUP BY day ORDER BY day`,
    [day],
  )
  let lowest = { day, cents: await cashOn(db, day) }
  let balance = lowest.cents
  for (const moved of rows) {
    balance += moved.cents
    if (balance < lowest.cents) lowest = { day: moved.day, cents: balance }
  }
  return lowest
}

export interface CashLine {
  readonly id: string
  readonly origin: 'payment' | 'booking'
  readonly day: Day
  /** Of the receipt: 1, 2, 3 ... in the order they were written down, without gaps in a year. */
  readonly number: number
  readonly cents: number
  readonly kind: 'dues' | 'entry' | 'transfer' | 'opening'
  readonly categoryId: string | null
  readonly transferId: string | null
  readonly payerPersonId: string | null
  readonly payerHouseholdId: string | null
  readonly text: string | null
  readonly reversesId: string | null
  readonly isReversed: 0 | 1
  readonly fromCount: 0 | 1
}

/** Whether an original row and its counter-rows are together nothing. */
const reversed = (table: string, row: string) => `(${row}.reverses_id IS NULL AND NOT ${isStanding(table, row)})`

/** All lines of the cash box in a year, by day. */
export function cashLines(db: Reader, year: number): Promise<CashLine[]> {
  // The number is the place in the order of writing, which the journal keeps. It is not stored: a row that is taken back by an
  // undo copies its values, and would have given the same number twice.
  return rowsOf(
    db,
    `SELECT id, origin, day, row_number() OVER (ORDER BY written, id) AS number, cents, kind, categoryId, transferId, payerPersonId,
        payerHouseholdId, text, reversesId, isReversed, fromCount
      FROM (
        SELECT p.id, 'payment' AS origin, p.day, c.seq AS written, p.amount_cents AS cents, 'dues' AS kind, NULL AS categoryId, NULL AS transferId,
          p.payer_person_id AS payerPersonId, p.payer_household_id AS payerHouseholdId,
          (SELECT n.text FROM payment_note n WHERE n.payment_id = coalesce(p.reverses_id, p.id) AND n.deleted_at IS NULL) AS text,
          p.reverses_id AS reversesId, ${reversed('payment', 'p')} AS isReversed, 0 AS fromCount
        FROM payment p LEFT JOIN change c ON c.row_id = p.id AND c.table_name = 'payment'
        WHERE p.method = 'contant' AND p.day >= ?1 AND p.day < ?2
        UNION ALL
        SELECT b.id, 'booking', b.day, c.seq, b.amount_cents, b.kind, b.category_id, b.transfer_id, NULL, NULL,
          (SELECT n.text FROM booking_note n WHERE n.booking_id = coalesce(b.reverses_id, b.id) AND n.deleted_at IS NULL),
          b.reverses_id, ${reversed('booking', 'b')}, b.cash_count_id IS NOT NULL
        FROM booking b LEFT JOIN change c ON c.row_id = b.id AND c.table_name = 'booking'
        WHERE b.account_id IS NULL AND b.day >= ?1 AND b.day < ?2
      ) ORDER BY day, number`,
    [`${year}-01-01`, `${year + 1}-01-01`],
  )
}

export interface CashCount {
  readonly id: string
  readonly day: Day
  readonly countedCents: number
  readonly countedBy: string | null
  /** What the book said of that day when it was counted. */
  readonly expectedCents: number
  /** What it says of that day now. */
  readonly nowCents: number
  /** The difference was written down as one. */
  readonly isAccepted: 0 | 1
}

/**
 * The cash box at the end of the day of count `k`. By the journal and not by the clock, which can stand still, it is known which rows
 * were there already.
 */
function cashAt(wasWritten: (table: string, row: string) => string): string {
  return `(coalesce((SELECT sum(p.amount_cents) FROM payment p WHERE p.method = 'contant' AND p.day <= k.day AND ${wasWritten('payment', 'p')}), 0)
    + coalesce((SELECT sum(b.amount_cents) FROM booking b WHERE b.account_id IS NULL AND b.day <= k.day AND ${wasWritten('booking', 'b')}), 0))`
}

const seqOf = (table: string, row: string) =>
  `coalesce((SELECT c.seq FROM change c WHERE c.row_id = ${row}.id AND c.table_name = '${table}'), 0)`
const beforeCount = (table: string, row: string) => `${seqOf(table, row)} < ${seqOf('cash_count', 'k')}`

/** Counts that were not taken back, newest first. */
export function cashCounts(db: Reader, year: number): Promise<CashCount[]> {
  return rowsOf(
    db,
    `SELECT k.id, k.day, k.amount_cents AS countedCents,
        (SELECT n.counted_by FROM cash_count_note n WHERE n.cash_count_id = k.id AND n.deleted_at IS NULL) AS countedBy,
        -- What was written down as the difference came along with the count, whichever computer it is seen on.
        coalesce((SELECT k.amount_cents - b.amount_cents FROM booking b WHERE b.cash_count_id = k.id AND b.reverses_id IS NULL),
          ${cashAt(beforeCount)}) AS expectedCents,
        ${cashAt(() => 'true')} AS nowCents,
        EXISTS (SELECT 1 FROM booking b WHERE b.cash_count_id = k.id) AS isAccepted
      FROM cash_count k
      WHERE k.reverses_id IS NULL AND k.day >= ?1 AND k.day < ?2
        AND (SELECT count(*) FROM cash_count r WHERE r.reverses_id = k.id) % 2 = 0
      ORDER BY k.day DESC, k.row_no DESC`,
    [`${year}-01-01`, `${year + 1}-01-01`],
  )
}

export interface AccountBooking {
  readonly id: string
  readonly day: Day
  readonly cents: number
  readonly kind: 'entry' | 'transfer' | 'opening'
  readonly categoryId: string | null
  readonly accountId: string
  readonly source: 'bank' | 'memo'
  readonly text: string | null
  readonly reversesId: string | null
  readonly isReversed: 0 | 1
}

/** Bookings on accounts in a year, newest first. */
export function accountBookings(db: Reader, year: number): Promise<AccountBooking[]> {
  return rowsOf(
    db,
    `SELECT b.id, b.day, b.amount_cents AS cents, b.kind, b.category_id AS categoryId, b.account_id AS accountId, b.source,
        (SELECT n.text FROM booking_note n WHERE n.booking_id = coalesce(b.reverses_id, b.id) AND n.deleted_at IS NULL) AS text,
        b.reverses_id AS reversesId, ${reversed('booking', 'b')} AS isReversed
      FROM booking b WHERE b.account_id IS NOT NULL AND b.day >= ?1 AND b.day < ?2 ORDER BY b.day DESC, b.row_no DESC`,
    [`${year}-01-01`, `${year + 1}-01-01`],
  )
}

/** Years in which money came in or went out, and this one, newest first. */
export async function yearsWithMoney(db: Reader, today: Day): Promise<number[]> {
  const rows = await rowsOf<{ year: string }>(
    db,
    `SELECT DISTINCT substr(day, 1, 4) AS year FROM payment UNION SELECT DISTINCT substr(day, 1, 4) FROM booking
      UNION SELECT DISTINCT substr(period_start, 1, 4) FROM due WHERE kind = 'dues' UNION SELECT substr(?1, 1, 4)
      ORDER BY year DESC`,
    [today],
  )
  return rows.map(({ year }) => Number(year)).filter((year) => year <= Number(today.slice(0, 4)))
}
