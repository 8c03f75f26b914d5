// On which days the meetings of a series fall: every so many weeks, or every so many months on the third Tuesday.
import { assertNever } from './assert-never.ts'
import { addDays, addMonths, type Day, endOfMonth, partsOf, startOfMonth, weekdayOf } from './calendar-date.ts'

/** weken: every so many weeks. maand: every so many months on one weekday. los: on no fixed days. */
export const rhythmKinds = ['weken', 'maand', 'los'] as const
export type RhythmKind = (typeof rhythmKinds)[number]

/** In a month: the first to the fourth such weekday, or the last. */
export const lastInMonth = 5

export interface Rhythm {
  readonly kind: RhythmKind
  /** Every so many weeks or months. */
  readonly every: number
  /** 1 to 4, or 5 for the last; only of a rhythm by months. */
  readonly nth: number | null
  /** The day of the first meeting; it says which weekday, and from which week or month is counted. */
  readonly firstDay: Day
}

/** The first `count` days of the rhythm after `after`, and before `until` where it ends. */
export function meetingDays(rhythm: Rhythm, after: Day, count: number, until: Day | null = null): Day[] {
  const days: Day[] = []
  for (const day of everyDay(rhythm)) {
    if (days.length === count || (until !== null && day >= until)) break
    if (day > after) days.push(day)
  }
  return days
}

/** Which of its weekday the day is in its month: 1 to 5. */
export function nthOfMonth(day: Day): number {
  return Math.ceil(partsOf(day).day / 7)
}

/** No such weekday follows in the same month. */
export function isLastOfMonth(day: Day): boolean {
  return addDays(day, 7) > endOfMonth(day)
}

// After 9999-12-31 the text of a day sorts before the first day: there the calendar ends.
function* everyDay(rhythm: Rhythm): Generator<Day> {
  const { kind, every, firstDay } = rhythm
  switch (kind) {
    case 'los':
      return
    case 'weken': {
      for (let day = firstDay; day >= firstDay; day = addDays(day, 7 * every)) yield day
      return
    }
    case 'maand': {
      // The meeting of the first month may have been before the first day.
      const firstMonth = startOfMonth(firstDay)
      for (let month = firstMonth; month >= firstMonth; month = addMonths(month, every)) {
        const day = weekdayInMonth(month, weekdayOf(firstDay), rhythm.nth ?? nthOfMonth(firstDay))
        if (day >= firstDay) yield day
      }
      return
    }
    default:
      assertNever(kind)
  }
}

function weekdayInMonth(month: Day, weekday: number, nth: number): Day {
  const first = addDays(month, (weekday - weekdayOf(month) + 7) % 7)
  const day = addDays(first, 7 * (nth - 1))
  return day <= endOfMonth(month) ? day : addDays(day, -7)
}
