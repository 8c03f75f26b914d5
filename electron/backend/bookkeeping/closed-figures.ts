// Whether a closed year is still what it was when it was closed. No row gets into it here; one that was written on another computer
// before that heard of the closing comes in with a merge, and has to be told.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { closedBalances, closedUntil } from './closed-years.ts'
import { type Position, positionAtEnd } from './year-positions.ts'

/** For the rules that are asked after a merge: the last closed year stands on all before it. Null when it is as it was, or none is closed. */
export async function closedFiguresCheck(db: Reader, today: Day): Promise<{ readonly year: number } | null> {
  const year = await closedUntil(db)
  return year === null || (await isAsClosed(db, year, await positionAtEnd(db, year, today))) ? null : { year }
}

/** True for a year that was not closed by itself. */
export async function isAsClosed(db: Reader, year: number, end: Position): Promise<boolean> {
  const balances = await closedBalances(db, year)
  if (balances === undefined) return true
  const kept = JSON.parse(balances) as Kept // written by closeYear
  const ids = [...new Set([...Object.keys(kept.accounts), ...end.accounts.keys()])]
  return (
    kept.capitalCents === end.capitalCents &&
    kept.cashCents === end.cashCents &&
    ids.every((id) => (kept.accounts[id] ?? 0) === (end.accounts.get(id) ?? 0))
  )
}

/** What is still to be received and what was paid ahead may move between each other without a cent more or less. */
interface Kept extends Pick<Position, 'cashCents' | 'capitalCents'> {
  readonly accounts: Readonly<Record<string, number>>
}
