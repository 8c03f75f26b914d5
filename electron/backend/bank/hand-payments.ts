// Payments by bank that somebody wrote down before the line of the bank came: the line is that payment, and no second one.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { daysBetween } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import type { AccountKey, Accounts, PayerRef } from '../dues/payer-accounts.ts'
import { payerOf } from '../dues/payer-accounts.ts'
import { rowsOf } from '../dues/rows.ts'

export interface HandPayment {
  readonly id: string
  readonly day: Day
  readonly cents: Cents
  readonly payer: PayerRef
}

/** People write down the day they saw it, or the day it was sent. */
const nearDays = 7

interface HandRow {
  readonly id: string
  readonly day: Day
  readonly cents: Cents
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
}

/** Live payments by bank that no line of the bank is known for. */
export async function handPayments(db: Reader): Promise<HandPayment[]> {
  const rows = await rowsOf<HandRow>(
    db,
    `SELECT p.id, p.day, p.amount_cents AS cents, p.payer_person_id, p.payer_household_id FROM payment p
      WHERE p.method = 'overboeking' AND p.reverses_id IS NULL AND p.bank_line_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM bank_link k WHERE k.payment_id = p.id AND k.deleted_at IS NULL)
        AND p.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM payment r WHERE r.reverses_id = p.id), 0) <> 0
      ORDER BY p.day, p.id`,
  )
  return rows.map((row) => ({ id: row.id, day: row.day, cents: row.cents, payer: payerOf(row) }))
}

/**
 * Finds for each line the payment it probably is: same amount, near in time, of one of the payers it may come from. Each payment
 * is found once.
 */
export function handPaymentFinder(payments: readonly HandPayment[], accounts: Accounts) {
  const byAmount = new Map<string, HandPayment[]>()
  for (const payment of payments) {
    const key = `${accounts.ofPayer(payment.payer)} ${payment.cents}`
    byAmount.set(key, [...(byAmount.get(key) ?? []), payment])
  }
  return (cents: Cents, day: Day, payers: Iterable<AccountKey>): HandPayment | null => {
    for (const key of payers) {
      const pool = byAmount.get(`${key} ${cents}`) ?? []
      const at = pool.findIndex((payment) => Math.abs(daysBetween(payment.day, day)) <= nearDays)
      const [found] = at < 0 ? [] : pool.splice(at, 1)
      if (found) return found
    }
    return null
  }
}
