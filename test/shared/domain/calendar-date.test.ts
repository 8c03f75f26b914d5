import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  dayAsTyped,
  dayOf,
  dayOfClock,
  daysBetween,
  endOfMonth,
  isDay,
  isLikelyDay,
  monthsBetween,
  parseDay,
  startOfMonth,
  startOfYear,
  weekdayOf,
} from '../../../shared/domain/calendar-date.ts'

const today = '2026-11-23'
const anyDay = fc
  .integer({ min: -60_000, max: 60_000 })
  .map((serial) => new Date(serial * 86_400_000).toISOString().slice(0, 10))

describe('reading a day as people type it', () => {
  test.each([
    ['12-3-1951', '1951-03-12'],
    ['12/3/51', '1951-03-12'],
    ['12.03.1951', '1951-03-12'],
    ['12 3 1951', '1951-03-12'],
    ['12031951', '1951-03-12'],
    [' 12 maart 1951 ', '1951-03-12'],
    ['12 Mrt. 1951', '1951-03-12'],
    ["12 mrt '51", '1951-03-12'],
    ['12-mrt-1951', '1951-03-12'],
    ['zaterdag 12 december 2026', '2026-12-12'],
    ['12 March 1951', '1951-03-12'],
    ['March 12, 1951', '1951-03-12'],
    ['Mar 12th 1951', '1951-03-12'],
    ['Monday, March 12, 1951', '1951-03-12'],
    ['1951-03-12', '1951-03-12'],
    ['1951-03-12T00:00:00.000Z', '1951-03-12'],
    ['1-1-27', '2027-01-01'],
    ['1-1-36', '2036-01-01'],
    ['1-1-37', '1937-01-01'],
    ['29-2-2024', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(parseDay(typed, today)).toBe(day)
  })

  test.each([
    '',
    '30-2-2026',
    '29-2-2025',
    '13-13-2026',
    '12-3',
    'maart 1951',
    'March 51',
    'March 32, 1951',
    '12 ma 1951',
    '0-1-2026',
    '12-3-195',
    '12-3-1827',
    'x',
  ])('%s is no day', (typed) => {
    expect(parseDay(typed, today)).toBeUndefined()
  })

  test('what a field shows is read back as the same day', () => {
    fc.assert(fc.property(anyDay.filter(isLikelyDay), (day) => parseDay(dayAsTyped(day), today) === day))
  })
})

describe('counting with days', () => {
  test('a month later is clipped to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
  })

  test('days added are days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  test('months added are months between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, count) => {
        expect(monthsBetween(day, addMonths(day, count))).toBe(count)
      }),
    )
  })

  test('weekdays run from 1 on Monday to 7 on Sunday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(7)
    expect(weekdayOf('1969-12-31')).toBe(3)
  })

  test('the edges of a month and a year', () => {
    expect(startOfMonth(today)).toBe('2026-11-01')
    expect(endOfMonth('2028-02-10')).toBe('2028-02-29')
    expect(startOfYear(today)).toBe('2026-01-01')
  })

  test('days sort in calendar order', () => {
    expect(['2026-10-02', '2025-12-31', '2026-02-10'].sort(compareDays)).toEqual([
      '2025-12-31',
      '2026-02-10',
      '2026-10-02',
    ])
  })
})

test('only days of the calendar are days', () => {
  expect(isDay('2026-02-28')).toBe(true)
  expect(isDay('2026-02-29')).toBe(false)
  expect(isDay('2026-2-8')).toBe(false)
  expect(dayOf(2026, 4, 31)).toBeUndefined()
  expect(dayOf(2026.5, 4, 3)).toBeUndefined()
})

test('a clock shows the day of its own time zone', () => {
  expect(dayOfClock(new Date(2026, 10, 23, 23, 59))).toBe('2026-11-23')
  expect(dayOfClock(new Date(2026, 10, 23, 0, 1))).toBe('2026-11-23')
})
