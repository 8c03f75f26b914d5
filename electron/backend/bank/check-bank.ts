// What must be true of the lines of the bank whatever was done, undone or merged.
import type { ErrorDetails } from '../../../shared/contract/reply.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'

export type BankRule = 'bankLineTwice' | 'bankLineGone'

export interface BankBreach {
  readonly rule: BankRule
  readonly id: string
}

/** The rules that do not hold, with at most `perRule` rows of each; empty when all do. */
export async function checkBank(db: Reader, perRule = 1): Promise<BankBreach[]> {
  const breaches: BankBreach[] = []
  for (const [rule, statement] of questions)
    for (const { id } of await rowsOf<{ id: string }>(db, `${statement} LIMIT ${perRule}`)) breaches.push({ rule, id })
  return breaches
}

/** For undo: null when all is well, or nothing of it was touched. */
export async function bankRuleCheck(db: Reader, tables: ReadonlySet<string>): Promise<ErrorDetails | null> {
  if (!['bank_line', 'payment', 'booking', 'collection_return', 'bank_link'].some((table) => tables.has(table)))
    return null
  const [breach] = await checkBank(db)
  return breach ? { rule: breach.rule } : null
}

/** Lines that were taken back; their rows add up to nothing. */
const goneLines = `SELECT coalesce(reverses_id, id) FROM bank_line GROUP BY coalesce(reverses_id, id) HAVING sum(amount_cents) = 0`

const questions: readonly (readonly [BankRule, string])[] = [
  // All rows of one identity have the same amount: together they are that amount or nothing.
  [
    'bankLineTwice',
    `SELECT identity AS id FROM bank_line GROUP BY identity
      HAVING sum(amount_cents) NOT IN (0, max(CASE WHEN reverses_id IS NULL THEN amount_cents END))`,
  ],
  // What was done with a line that is not there any more.
  [
    'bankLineGone',
    `SELECT bank_line_id AS id FROM (
        SELECT bank_line_id, sum(amount_cents) AS cents FROM payment WHERE bank_line_id IS NOT NULL GROUP BY bank_line_id HAVING sum(amount_cents) <> 0
        UNION ALL SELECT bank_line_id, sum(amount_cents) FROM booking WHERE bank_line_id IS NOT NULL GROUP BY bank_line_id HAVING sum(amount_cents) <> 0
        UNION ALL SELECT bank_line_id, sum(amount_cents) FROM collection_return WHERE bank_line_id IS NOT NULL GROUP BY bank_line_id HAVING sum(amount_cents) <> 0
        UNION ALL SELECT bank_line_id, 1 FROM bank_link WHERE deleted_at IS NULL
      ) WHERE bank_line_id IN (${goneLines})`,
  ],
]
