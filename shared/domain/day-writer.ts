// Days in words. The languages of the window have theirs written out: the first formatter of days that a page makes costs its start
// some 40 ms. What only papers are written in has the words of the system.
import { type Day, partsOf, weekdayOf } from './calendar-date.ts'
import { dayWords } from './day-words.ts'

const partsOfForm = {
  full: ['weekday', 'day', 'month', 'year'],
  near: ['weekday', 'day', 'month'],
  plain: ['day', 'month', 'year'],
  short: ['day', 'month'],
  month: ['month'],
  monthYear: ['month', 'year'],
} as const

type DayWriter = (day: Day, form: keyof typeof partsOfForm) => string

/** How a language writes days, without a comma. */
export function dayWriterOf(language: string, locale: string): DayWriter {
  if (language !== 'nl' && language !== 'en') return intlDayWriter(locale)
  const words = dayWords[language]
  return (day, form) => {
    const parts = partsOf(day)
    const written = {
      weekday: words.weekdays[weekdayOf(day) - 1],
      day: parts.day,
      month: words.months[parts.month - 1],
      year: parts.year,
    }
    return partsOfForm[form].map((part) => written[part]).join(' ')
  }
}

function intlDayWriter(locale: string): DayWriter {
  const lengths = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const made = new Map<string, Intl.DateTimeFormat>()
  const formatterOf = (form: keyof typeof partsOfForm) => {
    const options = Object.fromEntries(partsOfForm[form].map((part) => [part, lengths[part]]))
    return new Intl.DateTimeFormat(locale, {
      ...options,
      timeZone: 'UTC',
      numberingSystem: 'latn',
      calendar: 'gregory',
    })
  }
  return (day, form) => {
    const formatter = made.get(form) ?? formatterOf(form)
    made.set(form, formatter)
    // A sentence in the style of this app has no comma after the weekday.
    return formatter.format(atNoon(day)).replace(',', '')
  }
}

// A day has no time zone; noon in UTC keeps it the same day in the formatters, which are set to UTC.
function atNoon(day: Day): Date {
  return new Date(`${day}T12:00:00Z`)
}
