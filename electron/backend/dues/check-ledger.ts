// What must be true of the ledger whatever was done, undone or merged. Each question answers with the first row that breaks it.
import type { ErrorDetails } from '../../../shared/contract/reply.ts'
import type { Reader } from '../database/transaction.ts'
import { bouncedByPayer } from './ledger-queries.ts'
import { allAccounts, payerOf } from './payer-accounts.ts'
import { rowsOf } from './rows.ts'

export type LedgerRule =
  | 'dueReversedTwice'
  | 'paymentReversedTwice'
  | 'allocationReversedTwice'
  | 'waiverReversedTwice'
  | 'moreThanPayment'
  | 'moreThanDue'
  | 'twoDuesOfPeriod'
  | 'moreRefunded'

export interface LedgerBreach {
  readonly rule: LedgerRule
  /** The row, or the account, that breaks it. */
  readonly id: string
}

const ledgerTables = ['due', 'payment', 'allocation', 'waiver'] as const

/** The rules that do not hold, with at most `perRule` rows of each; empty when the ledger is sound. */
export async function checkLedger(db: Reader, perRule = 1): Promise<LedgerBreach[]> {
  const breaches: LedgerBreach[] = []
  for (const [rule, statement] of questions)
    for (const { id } of await rowsOf<{ id: string }>(db, `${statement} LIMIT ${perRule}`)) breaches.push({ rule, id })
  const overdrawn = await overdrawnAccount(db)
  return overdrawn === undefined ? breaches : [...breaches, { rule: 'moreRefunded', id: overdrawn }]
}

/** For undo: null when the ledger is sound, or was not touched. */
export async function ledgerRuleCheck(db: Reader, tables: ReadonlySet<string>): Promise<ErrorDetails | null> {
  if (!ledgerTables.some((table) => tables.has(table)) && !tables.has('fee_agreement')) return null
  const [breach] = await checkLedger(db)
  return breach ? { rule: breach.rule } : null
}

// A row and its reversals together are the whole amount or nothing.
const reversedTwice = (table: (typeof ledgerTables)[number]) =>
  `SELECT root AS id FROM (
    SELECT coalesce(reverses_id, id) AS root, sum(amount_cents) AS net, max(CASE WHEN reverses_id IS NULL THEN amount_cents END) AS original
    FROM ${table} GROUP BY coalesce(reverses_id, id)
  ) WHERE original IS NULL OR net NOT IN (0, original)`

const questions: readonly (readonly [LedgerRule, string])[] = [
  ['dueReversedTwice', reversedTwice('due')],
  ['paymentReversedTwice', reversedTwice('payment')],
  ['allocationReversedTwice', reversedTwice('allocation')],
  ['waiverReversedTwice', reversedTwice('waiver')],
  [
    'moreThanPayment',
    `SELECT a.payment_id AS id FROM (SELECT payment_id, sum(amount_cents) AS cents FROM allocation GROUP BY payment_id) a
      LEFT JOIN (SELECT coalesce(reverses_id, id) AS root, sum(amount_cents) AS cents FROM payment GROUP BY coalesce(reverses_id, id)) p
      ON p.root = a.payment_id WHERE a.cents < 0 OR a.cents > max(0, coalesce(p.cents, 0))`,
  ],
  [
    'moreThanDue',
    `SELECT s.due_id AS id FROM (
        SELECT due_id, sum(cents) AS cents, min(cents) AS least FROM (
          SELECT due_id, sum(amount_cents) AS cents FROM allocation GROUP BY due_id
          UNION ALL SELECT due_id, sum(amount_cents) FROM waiver GROUP BY due_id
        ) GROUP BY due_id
      ) s
      LEFT JOIN (SELECT coalesce(reverses_id, id) AS root, sum(amount_cents) AS cents FROM due GROUP BY coalesce(reverses_id, id)) d
      ON d.root = s.due_id WHERE s.least < 0 OR s.cents > coalesce(d.cents, 0)`,
  ],
  [
    'twoDuesOfPeriod',
    `SELECT min(id) AS id FROM due d WHERE d.kind = 'dues' AND d.reverses_id IS NULL
      AND d.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM due r WHERE r.reverses_id = d.id), 0) <> 0
      GROUP BY agreement_id, period_start HAVING count(*) > 1`,
  ],
]

/**
 * An account that got more money back than it had left; only possible where money was given back. Below zero by what the bank took
 * back is no fault: both happened, and the payer owes it.
 */
async function overdrawnAccount(db: Reader): Promise<string | undefined> {
  const [refund] = await rowsOf(db, 'SELECT 1 FROM payment WHERE reverses_id IS NULL AND amount_cents < 0 LIMIT 1')
  if (!refund) return undefined
  const accounts = await allAccounts(db)
  const rows = await rowsOf<{ payer_person_id: string | null; payer_household_id: string | null; cents: number }>(
    db,
    `SELECT payer_person_id, payer_household_id, sum(cents) AS cents FROM (
        SELECT payer_person_id, payer_household_id, amount_cents AS cents FROM payment
        UNION ALL SELECT p.payer_person_id, p.payer_household_id, -a.amount_cents FROM allocation a JOIN payment p ON p.id = a.payment_id
      ) GROUP BY payer_person_id, payer_household_id`,
  )
  const left = new Map<string, number>()
  for (const row of rows) {
    const key = accounts.ofPayer(payerOf(row))
    left.set(key, (left.get(key) ?? 0) + row.cents)
  }
  if (![...left.values()].some((cents) => cents < 0)) return undefined
  for (const row of await bouncedByPayer(db)) {
    const key = accounts.ofPayer(payerOf(row))
    left.set(key, (left.get(key) ?? 0) + row.cents)
  }
  return [...left].find(([, cents]) => cents < 0)?.[0]
}
