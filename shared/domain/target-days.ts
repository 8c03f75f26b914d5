// The days on which euro payments are settled between banks [TARGET]: not in weekends, and not on six days of the year.
import type { Day } from './calendar-date.ts'
import { addDays, dayOf, partsOf, weekdayOf } from './calendar-date.ts'

/** Whether banks collect and settle on this day. */
export function isTargetDay(day: Day): boolean {
  return weekdayOf(day) <= 5 && !closedDays(partsOf(day).year).includes(day)
}

/** The day itself, or the first one after it on which banks settle. */
export function targetDayFrom(day: Day): Day {
  let found = day
  while (!isTargetDay(found)) found = addDays(found, 1)
  return found
}

/** So many settling days later, or earlier when negative; the day itself is not counted. */
export function addTargetDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let found = day
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, step)
    if (isTargetDay(found)) left -= 1
  }
  return found
}

/** New Year's Day, Good Friday, Easter Monday, 1 May and both days of Christmas, in the order of the year. */
export function closedDays(year: number): readonly Day[] {
  const easter = easterSunday(year)
  const fixed = (month: number, day: number) => dayOf(year, month, day) ?? ''
  return [fixed(1, 1), addDays(easter, -2), addDays(easter, 1), fixed(5, 1), fixed(12, 25), fixed(12, 26)]
}

/** Easter of the Gregorian calendar: the Sunday after the full moon that the church's tables give. */
export function easterSunday(year: number): Day {
  const century = Math.floor(year / 100)
  const moonYear = year % 19
  // How far the tables' moon lags behind the real one after so many centuries.
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moonAge = (19 * moonYear + century - Math.floor(century / 4) - moonShift + 15) % 30
  const yearInCentury = year % 100
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearInCentury / 4) - moonAge - (yearInCentury % 4)) % 7
  // Two full moons would fall too late; the tables move those a week forward.
  const correction = Math.floor((moonYear + 11 * moonAge + 22 * toSunday) / 451)
  const days = moonAge + toSunday - 7 * correction + 114
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1) ?? ''
}
