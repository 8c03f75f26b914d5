// What the association owns at the end of a day, worked out from the rows of the ledger. Every figure is a sum, so that nothing
// has to be kept up to date.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addDays, yearOf } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { allAccounts, payerOf } from '../dues/payer-accounts.ts'
import { dayOfMoment, rowsOf } from '../dues/rows.ts'

export interface Position {
  /** By account id; '' for money on a bank of which no account is known. */
  readonly accounts: ReadonlyMap<string, number>
  readonly cashCents: number
  /** Money between own accounts of which one side is not written down yet. */
  readonly onItsWayCents: number
  /** Dues that are still to be received. */
  readonly receivableCents: number
  /** Dues that were paid ahead. */
  readonly prepaidCents: number
  /** What payers owe because it was given back, and then taken back by the bank as well. */
  readonly owedBackCents: number
  /** All of it together: what is owned and owed, less what was paid ahead. */
  readonly capitalCents: number
}

/** At the end of a year, or of `today` while it is going on. */
export async function positionAtEnd(db: Reader, year: number, today: Day): Promise<Position> {
  const day = endOf(year, today)
  return positionOn(db, day, day, await writtenUntil(db, year))
}

/** At the start of a year, with what was written down as being there on that very day. */
export async function positionAtBegin(db: Reader, year: number): Promise<Position> {
  const first = `${year}-01-01`
  return positionOn(db, addDays(first, -1), first, await writtenUntil(db, year - 1))
}

export const endOf = (year: number, today: Day): Day => (yearOf(today) > year ? `${year}-12-31` : today)

/**
 * A closed year stays as it was: money that is moved from one due to another afterwards leaves the split between still to be
 * received and paid ahead as it was at the close.
 */
async function writtenUntil(db: Reader, year: number): Promise<number | null> {
  // By the journal and not by the clock: a clock can stand still, or go back.
  const [close] = await rowsOf<{ seq: number }>(
    db,
    `SELECT max(c.seq) AS seq FROM year_close y JOIN change c ON c.row_id = y.id AND c.table_name = 'year_close'
      WHERE y.year = ?1 GROUP BY coalesce(y.reverses_id, y.id) HAVING count(*) % 2 = 1`,
    [year],
  )
  return close?.seq ?? null
}

/** Kinds of rows that say what was there when the books began count from the start of their day, up to and including `openings`. */
async function positionOn(db: Reader, day: Day, openings: Day, written: number | null): Promise<Position> {
  const accounts = await accountSums(db, day, openings)
  const [sums] = await rowsOf<{
    cash: number
    moved: number
    due: number
    waived: number
    paid: number
    allocated: number
  }>(
    db,
    `SELECT
      coalesce((SELECT sum(amount_cents) FROM payment WHERE method = 'contant' AND day <= ?1), 0)
        + coalesce((SELECT sum(amount_cents) FROM booking b WHERE b.account_id IS NULL AND ${bookingCounts}), 0) AS cash,
      coalesce((SELECT sum(amount_cents) FROM booking WHERE kind = 'transfer' AND day <= ?1), 0) AS moved,
      coalesce((SELECT sum(amount_cents) FROM due d WHERE ${dueCounts}), 0) AS due,
      coalesce((SELECT sum(w.amount_cents) FROM waiver w JOIN due d ON d.id = w.due_id WHERE ${waivedOn} <= ?1), 0) AS waived,
      coalesce((SELECT sum(amount_cents) FROM payment WHERE day <= ?1), 0) AS paid,
      coalesce((SELECT sum(a.amount_cents) ${allocatedOn}), 0) AS allocated`,
    [day, openings, written],
  )
  const { cash = 0, moved = 0, due = 0, waived = 0, paid = 0, allocated = 0 } = sums ?? {}
  const receivableCents = due - waived - allocated
  const owedBackCents = await owedBackOn(db, day, openings, written)
  const prepaidCents = paid - allocated + owedBackCents
  const onAccounts = [...accounts.values()].reduce((sum, cents) => sum + cents, 0)
  return {
    accounts,
    cashCents: cash,
    // `-0` is another value than `0` to a test, and to JSON it is the same.
    onItsWayCents: 0 - moved,
    receivableCents,
    prepaidCents,
    owedBackCents,
    capitalCents: onAccounts + cash - moved + receivableCents + owedBackCents - prepaidCents,
  }
}

/** What is below zero of a payer is owed by that payer, and takes nothing off what others paid ahead. */
async function owedBackOn(db: Reader, day: Day, openings: Day, written: number | null): Promise<number> {
  const [bounced] = await rowsOf(db, "SELECT 1 FROM payment WHERE reason = 'bounced' AND day <= ?1 LIMIT 1", [day])
  if (!bounced) return 0
  const rows = await rowsOf<{ payer_person_id: string | null; payer_household_id: string | null; cents: number }>(
    db,
    `SELECT payer_person_id, payer_household_id, sum(cents) AS cents FROM (
        SELECT payer_person_id, payer_household_id, amount_cents AS cents FROM payment WHERE day <= ?1
        UNION ALL SELECT p.payer_person_id, p.payer_household_id, -a.amount_cents ${allocatedOn}
      ) GROUP BY payer_person_id, payer_household_id`,
    [day, openings, written],
  )
  const accounts = await allAccounts(db)
  const left = new Map<string, number>()
  for (const row of rows) {
    const key = accounts.ofPayer(payerOf(row))
    left.set(key, (left.get(key) ?? 0) + row.cents)
  }
  return [...left.values()].reduce((owed, cents) => owed + Math.max(0, -cents), 0)
}

/** The day from which somebody need not pay a due: when it was said, but not before the due was there. */
export const waivedOn = `max(${dayOfMoment('w.created_at')}, d.period_start)`

const dueCounts = "d.period_start <= CASE d.kind WHEN 'opening' THEN ?2 ELSE ?1 END"
const allocatedOn = `FROM allocation a JOIN due d ON d.id = a.due_id JOIN payment p ON p.id = a.payment_id
  WHERE p.day <= ?1 AND ${dueCounts} AND (?3 IS NULL OR (SELECT c.seq FROM change c WHERE c.row_id = a.id AND c.table_name = 'allocation') < ?3)`
const bookingCounts = "b.day <= CASE b.kind WHEN 'opening' THEN ?2 ELSE ?1 END"

/** The account a payment came in on: that of its line of the bank; without one the main account. */
export const accountOfPayment = `coalesce(
  (SELECT l.bank_account_id FROM bank_line l WHERE l.id = p.bank_line_id),
  (SELECT l.bank_account_id FROM payment o JOIN bank_line l ON l.id = o.bank_line_id WHERE o.id = p.reverses_id),
  (SELECT l.bank_account_id FROM bank_link k JOIN bank_line l ON l.id = k.bank_line_id
    WHERE k.payment_id = coalesce(p.reverses_id, p.id) AND k.deleted_at IS NULL),
  (SELECT id FROM bank_account WHERE deleted_at IS NULL ORDER BY is_main DESC, row_no LIMIT 1),
  '')`

async function accountSums(db: Reader, day: Day, openings: Day): Promise<Map<string, number>> {
  const rows = await rowsOf<{ account: string; cents: number }>(
    db,
    `SELECT account, sum(cents) AS cents FROM (
        SELECT id AS account, coalesce(CASE WHEN opening_day <= ?2 THEN opening_cents END, 0) AS cents FROM bank_account WHERE deleted_at IS NULL
        UNION ALL SELECT ${accountOfPayment}, p.amount_cents FROM payment p WHERE p.method <> 'contant' AND p.day <= ?1
        UNION ALL SELECT b.account_id, b.amount_cents FROM booking b WHERE b.account_id IS NOT NULL AND ${bookingCounts}
      ) GROUP BY account ORDER BY account`,
    [day, openings],
  )
  return new Map(rows.map(({ account, cents }) => [account, cents]))
}
