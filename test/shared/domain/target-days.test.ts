import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../../shared/domain/calendar-date.ts'
import {
  addTargetDays,
  closedDays,
  easterSunday,
  isTargetDay,
  targetDayFrom,
} from '../../../shared/domain/target-days.ts'

// Good Friday and Easter Monday as calendars print them; the other four days are the same every year.
const easterDays: readonly (readonly [year: number, goodFriday: string, easterMonday: string])[] = [
  [2026, '2026-04-03', '2026-04-06'],
  [2027, '2027-03-26', '2027-03-29'],
  [2028, '2028-04-14', '2028-04-17'],
  [2029, '2029-03-30', '2029-04-02'],
  [2030, '2030-04-19', '2030-04-22'],
  [2031, '2031-04-11', '2031-04-14'],
  [2032, '2032-03-26', '2032-03-29'],
  [2033, '2033-04-15', '2033-04-18'],
  [2034, '2034-04-07', '2034-04-10'],
  [2035, '2035-03-23', '2035-03-26'],
]

describe('the days on which banks settle', () => {
  it.each(easterDays)('of %i are all but weekends and the six closed days', (year, goodFriday, easterMonday) => {
    const closed = new Set([
      `${year}-01-01`,
      goodFriday,
      easterMonday,
      `${year}-05-01`,
      `${year}-12-25`,
      `${year}-12-26`,
    ])
    expect(new Set(closedDays(year))).toEqual(closed)
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      expect([day, isTargetDay(day)]).toEqual([day, weekdayOf(day) < 6 && !closed.has(day)])
  })

  it('counts 2026 and 2028 to the day', () => {
    const countOf = (year: number) => {
      let count = 0
      for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) if (isTargetDay(day)) count += 1
      return count
    }
    // 261 weekdays less New Year's Day, two at Easter, 1 May and Christmas (the second day falls on a Saturday).
    expect(countOf(2026)).toBe(256)
    // 260 weekdays; New Year's Day falls on a Saturday.
    expect(countOf(2028)).toBe(255)
  })

  it('finds the earliest, the latest and the moved Easters', () => {
    expect([1818, 1943, 1954, 1981, 2000, 2038, 2285].map(easterSunday)).toEqual([
      '1818-03-22',
      '1943-04-25',
      '1954-04-18',
      '1981-04-19',
      '2000-04-23',
      '2038-04-25',
      '2285-03-22',
    ])
  })

  it('moves a day forward over Christmas and New Year', () => {
    expect(targetDayFrom('2026-12-24')).toBe('2026-12-24')
    expect(targetDayFrom('2026-12-25')).toBe('2026-12-28')
    expect(targetDayFrom('2027-01-01')).toBe('2027-01-04')
  })

  it('counts working days over Easter in both directions', () => {
    expect(addTargetDays('2026-04-02', 1)).toBe('2026-04-07')
    expect(addTargetDays('2026-04-07', -2)).toBe('2026-04-01')
    expect(addTargetDays('2026-04-05', -1)).toBe('2026-04-02')
    expect(addTargetDays('2026-04-07', 0)).toBe('2026-04-07')
  })
})
