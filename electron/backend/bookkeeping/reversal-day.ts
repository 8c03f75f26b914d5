import type { Day } from '../../../shared/domain/calendar-date.ts'
import { yearOf } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { isClosed } from './closed-years.ts'

/**
 * On which day a row of the books is taken back that should never have been there. A year that is over but still open gets its own
 * right: there the counter-row stands on the last day of that year; otherwise on today.
 */
export async function reversalDay(db: Reader, day: Day, today: Day): Promise<Day> {
  const year = yearOf(day)
  if (year >= yearOf(today) || (await isClosed(db, year))) return today
  return `${year}-12-31`
}
