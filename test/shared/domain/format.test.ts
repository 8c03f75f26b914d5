import { describe, expect, test } from 'vitest'
import { formatFor } from '../../../shared/domain/format.ts'

const nl = formatFor('nl')
const en = formatFor('en')
const space = '\u00a0'

describe('Dutch', () => {
  test('days are written in full', () => {
    expect(nl.day('2026-12-12', 'full')).toBe('zaterdag 12 december 2026')
    expect(nl.day('2026-12-12')).toBe('12 december 2026')
    expect(nl.day('2026-12-01', 'short')).toBe('1 december')
    expect(nl.day('2026-03-01', 'numeric')).toBe('01-03-2026')
  })

  test('the year is left out when it is this year', () => {
    expect(nl.dayNear('2026-12-12', '2026-11-23')).toBe('zaterdag 12 december')
    expect(nl.dayNear('2027-01-09', '2026-11-23')).toBe('zaterdag 9 januari 2027')
    expect(nl.month('2026-09-30', '2026-11-23')).toBe('september')
    expect(nl.month('2025-09-30', '2026-11-23')).toBe('september 2025')
  })

  test('a time has a point and its word', () => {
    expect(nl.time('16:00')).toBe('16.00\u00a0uur')
    expect(nl.time('09:05')).toBe('9.05\u00a0uur')
    expect(nl.moment('2026-11-12T13:20:00Z')).toBe('12 november 2026, 14.20\u00a0uur')
  })

  test('whole euros have no cents, other amounts two', () => {
    expect(nl.amount(3000)).toBe(`€${space}30`)
    expect(nl.amount(3050)).toBe(`€${space}30,50`)
    expect(nl.amount(468_000)).toBe(`€${space}4.680`)
    expect(nl.amountExact(6000)).toBe(`€${space}60,00`)
    expect(nl.amount(-1000)).toBe(`-€${space}10`)
  })

  test('lists end with a word', () => {
    expect(nl.list(['Joyce', 'Ruud', 'Anh'])).toBe('Joyce, Ruud en Anh')
  })
})

test('English says the same in its own order', () => {
  expect(en.day('2026-12-12', 'full')).toBe('Saturday 12 December 2026')
  expect(en.time('16:00')).toBe('16:00')
  expect(en.amount(123_450)).toBe(`€${space}1,234.50`)
  expect(en.list(['Joyce', 'Ruud', 'Anh'])).toBe('Joyce, Ruud and Anh')
})

test('a day stays the same day on every side of the clock change', () => {
  for (const day of ['2026-03-29', '2026-10-25', '2026-01-01'])
    expect(nl.day(day, 'full')).toContain(String(Number(day.slice(8))))
})

test('the days of the window are written as the system writes them, every day of two years', () => {
  for (const [format, locale] of [
    [nl, 'nl'],
    [en, 'en-GB'],
  ] as const) {
    const system = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    const full = system({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    const monthYear = system({ month: 'long', year: 'numeric' })
    for (let index = 0; index < 731; index += 1) {
      const date = new Date(Date.UTC(2027, 0, 1 + index, 12))
      const day = date.toISOString().slice(0, 10)
      expect(format.day(day, 'full')).toBe(full.format(date).replace(',', ''))
      expect(format.month(day)).toBe(monthYear.format(date))
    }
  }
})

test('a language that only papers are written in has the words of the system', () => {
  expect(formatFor('de').day('2026-12-12', 'plain')).toBe('12. Dezember 2026')
  expect(formatFor('tr').month('2026-12-12')).toBe('Aralık 2026')
})
