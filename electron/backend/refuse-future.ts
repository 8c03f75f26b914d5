import { addMonths, type Day } from '../../shared/domain/calendar-date.ts'
import { RuleBroken } from './rule-broken.ts'

/**
 * What is written down has happened: not later than today.
 * @param day null when nothing was said
 * @param field of the input, for the words beside it
 * @param code `doneInFuture` where something is said to have been done on that day
 * @throws RuleBroken dayInFuture or doneInFuture
 */
export function refuseFuture(
  today: Day,
  day: Day | null,
  field = 'day',
  code: 'dayInFuture' | 'doneInFuture' = 'dayInFuture',
): void {
  if (day !== null && day > today) throw new RuleBroken(code, { field, day })
}

const longestAgoMonths = 120

/**
 * The day of something in the books: not later than today, and not in a year that was typed wrong. Nothing leaves the books again, so
 * 1926 for 2026 would be a year to close for ever after.
 * @throws RuleBroken dayInFuture, dayLongAgo
 */
export function refuseUnlikely(today: Day, day: Day): void {
  refuseFuture(today, day)
  if (day < addMonths(today, -longestAgoMonths)) throw new RuleBroken('dayLongAgo', { field: 'day', day })
}
