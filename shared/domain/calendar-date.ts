// Days of the calendar as ISO text, without time or time zone: a birthday is the same day everywhere.
import { dayWords } from './day-words.ts'

/** A day as `YYYY-MM-DD`. Text of this form sorts and compares in calendar order. */
export type Day = string

export interface DayParts {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  /** 1 to 31 */
  readonly day: number
}

/** Nothing that people write down in a book is of before this year: 1827 is 2027 with a finger beside its key. */
const firstYear = 1900

/** True for a day that somebody may mean. */
export function isLikelyDay(text: string): boolean {
  return isDay(text) && yearOf(text) >= firstYear
}

/** True for `YYYY-MM-DD` that is a day of the calendar (no 30 February). */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) !== undefined
}

/** The day with these numbers, or undefined where the calendar has no such day. Years 1000 to 9999. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined
  if (year < 1000 || year > 9999 || month < 1 || month > 12) return undefined
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  return write(year, month, day)
}

export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** The day a clock shows in its own time zone. */
export function dayOfClock(clock: Date): Day {
  return write(clock.getFullYear(), clock.getMonth() + 1, clock.getDate())
}

/** Negative when `a` is before `b`, 0 on the same day, positive after. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function addDays(day: Day, days: number): Day {
  return fromSerial(toSerial(day) + days)
}

/** The same day `months` later (or earlier), clipped to the last day of a shorter month: 31 January + 1 = 28 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayNumber } = partsOf(day)
  const count = year * 12 + (month - 1) + months
  const newYear = Math.floor(count / 12)
  const newMonth = (((count % 12) + 12) % 12) + 1
  return write(newYear, newMonth, Math.min(dayNumber, daysInMonth(newYear, newMonth)))
}

/** How many days `until` lies after `from`; negative when before. */
export function daysBetween(from: Day, until: Day): number {
  return toSerial(until) - toSerial(from)
}

/** How many month boundaries lie between two days: 31 January to 1 February is 1. */
export function monthsBetween(from: Day, until: Day): number {
  const a = partsOf(from)
  const b = partsOf(until)
  return (b.year - a.year) * 12 + (b.month - a.month)
}

/** 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: Day): number {
  // 1 January 1970 was a Thursday.
  return ((((toSerial(day) + 3) % 7) + 7) % 7) + 1
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day)
  return write(year, month, daysInMonth(year, month))
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

export function startOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-01-01`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** `dd-mm-jjjj`, the way a date stands in a field or a list. */
export function dayAsTyped(day: Day): string {
  return `${day.slice(8, 10)}-${day.slice(5, 7)}-${day.slice(0, 4)}`
}

/**
 * Reads a day as people type or paste it: `12-3-1951`, `12/3/51`, `12.03.1951`, `12031951`, `12 maart 1951`,
 * `12 mrt. '51`, `1951-03-12`. Day before month, as the Dutch write it. Two digits of a year mean the latest such
 * year that is at most ten years after `today`. Undefined when it is not clearly one day, or one that nobody means.
 */
export function parseDay(text: string, today: Day): Day | undefined {
  const day = readDay(text, today)
  return day !== undefined && isLikelyDay(day) ? day : undefined
}

function readDay(text: string, today: Day): Day | undefined {
  const clean = text.trim().toLowerCase()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/.exec(clean)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const together = /^(\d{2})(\d{2})(\d{4})$/.exec(clean)
  if (together) return dayOf(Number(together[3]), Number(together[2]), Number(together[1]))
  const numbers = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*'?(\d{4}|\d{2})$/.exec(clean)
  if (numbers) return dayOf(fullYear(numbers[3] ?? '', today), Number(numbers[2]), Number(numbers[1]))
  const words = /^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-zé]+)\.?[\s-]+'?(\d{4}|\d{2})$/.exec(clean)
  const month = words && monthNumber(words[2] ?? '')
  if (words && month) return dayOf(fullYear(words[3] ?? '', today), month, Number(words[1]))
  const english = /^(?:[a-z]+\.?,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+'?(\d{4}|\d{2})$/.exec(clean)
  const first = english && monthNumber(english[1] ?? '')
  if (english && first) return dayOf(fullYear(english[3] ?? '', today), first, Number(english[2]))
  return undefined
}

function fullYear(digits: string, today: Day): number {
  if (digits.length === 4) return Number(digits)
  const latest = partsOf(today).year + 10
  const year = Math.floor(latest / 100) * 100 + Number(digits)
  return year > latest ? year - 100 : year
}

/** By its first letters; "ma" alone could be Monday's abbreviation, so three letters at least. */
function monthNumber(word: string): number | undefined {
  if (word.length < 3) return undefined
  if (word === 'mrt') return 3
  const numberIn = ({ months }: { months: readonly string[] }) =>
    months.findIndex((month) => month.toLowerCase().startsWith(word)) + 1
  return numberIn(dayWords.nl) || numberIn(dayWords.en) || undefined
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function write(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const dayLength = 86_400_000

// UTC on purpose: there every day has 24 hours, so counting never meets summer time.
function toSerial(day: Day): number {
  const { year, month, day: dayNumber } = partsOf(day)
  return Math.round(Date.UTC(year, month - 1, dayNumber) / dayLength)
}

function fromSerial(serial: number): Day {
  return new Date(serial * dayLength).toISOString().slice(0, 10)
}
