// The statements of the bank that a year rests on: from which file each comes, and whether they follow each other.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { daySums } from '../bank/bank-queries.ts'
import { findGaps, movedBetween, type StatementGap } from '../bank/statement-chain.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'

export interface YearStatement {
  readonly fileId: string
  readonly openDay: Day | null
  readonly openCents: Cents | null
  readonly closeDay: Day | null
  readonly closeCents: Cents | null
  readonly lines: number
  /** 0: its own lines do not make the closing balance; null where a balance is missing. */
  readonly balanced: 0 | 1 | null
}

export interface AccountChain {
  readonly accountId: string
  /** Those that say something of the year, in the order of their days. */
  readonly statements: readonly YearStatement[]
  /** What is missing between the first day of the year and the last, by its days. */
  readonly gaps: readonly StatementGap[]
}

/** @param end the last day of the year, or today */
export async function yearStatements(
  db: Reader,
  accountIds: readonly string[],
  year: number,
  end: Day,
): Promise<AccountChain[]> {
  const begin = `${year}-01-01`
  const chains: AccountChain[] = []
  for (const accountId of accountIds) {
    const all = await rowsOf<YearStatement>(
      db,
      `SELECT s.bank_file_id AS fileId, s.open_day AS openDay, s.open_cents AS openCents, s.close_day AS closeDay,
          s.close_cents AS closeCents, s.line_count AS lines, s.balanced
        FROM bank_statement s WHERE s.bank_account_id = ?1 AND s.deleted_at IS NULL ORDER BY s.row_no`,
      [accountId],
    )
    // Over all years: that the first statement of a year follows the last of the year before it counts as well.
    const gaps = findGaps(all, movedBetween(await daySums(db, accountId)))
    chains.push({
      accountId,
      statements: all
        .filter(({ openDay, closeDay }) => (openDay ?? begin) <= end && (closeDay ?? begin) >= begin)
        .toSorted((a, b) => compareDays(a.openDay, b.openDay) || compareDays(a.closeDay, b.closeDay)),
      gaps: gaps.filter(({ afterDay, beforeDay }) => afterDay <= end && beforeDay >= begin),
    })
  }
  return chains
}

function compareDays(a: Day | null, b: Day | null): number {
  const [one, other] = [a ?? '', b ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
