// Which years take no row any more. A close is a row of the ledger; undo and redo add counter-rows that name it.
import { CompiledQuery } from 'kysely'
import type { ErrorDetails } from '../../../shared/contract/reply.ts'
import type { Reader } from '../database/transaction.ts'

/** Years that are closed now, rising. */
export async function closedYears(db: Reader): Promise<number[]> {
  return (await closings(db)).filter(({ isLive }) => isLive).map(({ year }) => year)
}

/** The last closed year; it and everything before it takes no row. null while no year is closed. */
export async function closedUntil(db: Reader): Promise<number | null> {
  return (await closedYears(db)).at(-1) ?? null
}

export async function isClosed(db: Reader, year: number): Promise<boolean> {
  const last = await closedUntil(db)
  return last !== null && year <= last
}

/** What a year came to when it was closed, as closeYear wrote it; undefined for one that was not closed by itself. */
export async function closedBalances(db: Reader, year: number): Promise<string | undefined> {
  return (await closings(db)).find((closing) => closing.year === year && closing.isLive)?.balances
}

/** For undo: no year is open again while a later one is closed, and none is closed twice. */
export async function closedYearsCheck(db: Reader, tables: ReadonlySet<string>): Promise<ErrorDetails | null> {
  if (!tables.has('year_close')) return null
  const all = await closings(db)
  const live = all.filter(({ isLive }) => isLive).map(({ year }) => year)
  const last = live.at(-1) ?? 0
  const reopened = all.find(({ year, isLive }) => !isLive && year < last && !live.includes(year))
  const twice = live.find((year, at) => at > 0 && year === live[at - 1])
  const year = reopened?.year ?? twice
  return year === undefined ? null : { rule: 'yearsInOrder', year }
}

async function closings(db: Reader): Promise<{ year: number; isLive: boolean; balances: string }[]> {
  // What is closed may own nothing, so a sum of amounts says nothing: every second counter-row closes it again.
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(
      `SELECT year, count(*) AS rows, min(CASE WHEN reverses_id IS NULL THEN balances END) AS balances FROM year_close
        GROUP BY coalesce(reverses_id, id) ORDER BY year`,
    ) as CompiledQuery<{ year: number; rows: number; balances: string }>, // three columns, named here
  )
  return rows.map(({ year, rows: count, balances }) => ({ year, isLive: count % 2 === 1, balances }))
}
