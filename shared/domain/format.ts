// Days, times and amounts as they stand in a sentence. Nothing is abbreviated, and figures are always 0-9.
import { type Day, dayAsTyped, dayOfClock, partsOf } from './calendar-date.ts'
import { dayWriterOf } from './day-writer.ts'
import type { Cents } from './money.ts'

export type DayForm = 'full' | 'plain' | 'short' | 'numeric'

/** Everything that is written differently per language. */
export interface Format {
  /** full: zaterdag 12 december 2026. plain: 12 december 2026. short: 12 december. numeric: 12-12-2026. */
  readonly day: (day: Day, form?: DayForm) => string
  /** zaterdag 12 december; with a year when that is not the year of `today`. */
  readonly dayNear: (day: Day, today: Day) => string
  /** september; with the year when that is not the year of `today`. */
  readonly month: (day: Day, today?: Day) => string
  /** 16.00 uur, from HH:MM. */
  readonly time: (time: string) => string
  /** 10.42 uur, of a moment given as ISO text. */
  readonly clock: (moment: string) => string
  /** 12 november 2026, 14.20 uur, of a moment given as ISO text. */
  readonly moment: (moment: string) => string
  /** € 30, or € 30,50 when there are cents. */
  readonly amount: (cents: Cents) => string
  /** € 60,00 */
  readonly amountExact: (cents: Cents) => string
  readonly count: (count: number) => string
  /** Joyce, Ruud en Anh */
  readonly list: (words: readonly string[]) => string
  /** 3,4 MB */
  readonly size: (bytes: number) => string
}

const made = new Map<string, Format>()

/** The way of writing of a language. Made once per language, and each formatter when it is first needed: making one is slow. */
export function formatFor(language: string): Format {
  const known = made.get(language)
  if (known) return known
  const format = makeFormat(language)
  made.set(language, format)
  return format
}

function makeFormat(language: string): Format {
  // Dutch amounts and points in times also in English: the association's papers have them that way.
  const locale = language === 'en' ? 'en-GB' : language
  const numbers = (options: Intl.NumberFormatOptions) =>
    whenNeeded(() => new Intl.NumberFormat(locale, { ...options, numberingSystem: 'latn' }))
  const days = dayWriterOf(language, locale)
  const whole = numbers({ maximumFractionDigits: 0 })
  const exact = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const sizes = numbers({ maximumFractionDigits: 1 })
  const lists = whenNeeded(() => new Intl.ListFormat(locale, { type: 'conjunction' }))

  const euros = (cents: Cents, figures: Intl.NumberFormat) => {
    const sign = cents < 0 ? '-' : ''
    return `${sign}€\u00a0${figures.format(Math.abs(cents) / 100)}`
  }
  const writeTime = (hours: number, minutes: number) => {
    const two = String(minutes).padStart(2, '0')
    return language === 'nl' ? `${hours}.${two}\u00a0uur` : `${hours}:${two}`
  }
  const clock = (moment: string) => {
    const at = new Date(moment)
    return writeTime(at.getHours(), at.getMinutes())
  }
  const isYearOf = (day: Day, today: Day | undefined) =>
    today !== undefined && partsOf(day).year === partsOf(today).year

  return {
    day: (day, form = 'plain') => (form === 'numeric' ? dayAsTyped(day) : days(day, form)),
    dayNear: (day, today) => days(day, isYearOf(day, today) ? 'near' : 'full'),
    month: (day, today) => days(day, isYearOf(day, today) ? 'month' : 'monthYear'),
    time: (time) => writeTime(Number(time.slice(0, 2)), Number(time.slice(3, 5))),
    clock,
    moment: (moment) => {
      const at = new Date(moment)
      return `${days(dayOfClock(at), 'plain')}, ${clock(moment)}`
    },
    amount: (cents) => euros(cents, cents % 100 === 0 ? whole() : exact()),
    amountExact: (cents) => euros(cents, exact()),
    count: (count) => whole().format(count),
    list: (words) => lists().format(words),
    size: (bytes) =>
      bytes < 1_000_000 ? `${sizes().format(Math.ceil(bytes / 1000))} kB` : `${sizes().format(bytes / 1_000_000)} MB`,
  }
}

function whenNeeded<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
