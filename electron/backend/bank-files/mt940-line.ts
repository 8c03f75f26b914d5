// The line `:61:` of an entry: days, direction, amount and references.
import { type Day, daysBetween, isDay, partsOf } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { centsOfMt940, signed } from './bank-amount.ts'
import { amountOrRefuse, dayOrRefuse, refuseField } from './refuse.ts'

export interface EntryLine {
  readonly bookDay: Day
  readonly valueDay: Day
  readonly cents: Cents
  /** The bank takes back an entry (marks RC and RD). */
  readonly isReversal: boolean
  /** `N541`, `NTRF`, `NET`. */
  readonly type: string
  /** The reference for the owner of the account: at most 16 characters before `//`. */
  readonly reference: string
  /** Old files of Rabobank go on after the reference with the name of the other side. */
  readonly name: string
  /** Further lines under `:61:`: at Rabobank the other account, at ASN a name, at ING a code. */
  readonly extra: readonly string[]
}

const referenceLength = 16

// Value day, day of booking (four spaces at ASN), mark, sometimes the third letter of the currency, amount, type, the rest.
const form = /^(\d{6})(\d{4}| {4})?(R?[CD])[A-Z]?(\d[\d.,]*)(.{0,4})(.*)$/i

export function readEntryLine(lines: readonly string[], line: number): EntryLine {
  const [first = '', ...extra] = lines
  const match = form.exec(first)
  if (!match) refuseField(':61:', line)
  const [, value = '', booked = '', mark = '', amount = '', type = '', rest = ''] = match
  // Knab leaves the mark out of whole euros. A mark that was lost on the way shows in the balance, which must have its own.
  const marked = /^\d+$/.test(amount) ? `${amount},` : amount
  const cents = amountOrRefuse(centsOfMt940(marked), amount, line)
  const valueDay = dayOfSixDigits(value, line)
  const [references = ''] = rest.split('//')
  const isReversal = mark.length === 2
  // Money goes out with a debit, and when a credit is taken back.
  const isOut = mark.toUpperCase() === 'D' || mark.toUpperCase() === 'RC'
  return {
    bookDay: booked.trim() === '' ? valueDay : nearestDay(valueDay, booked, line),
    valueDay,
    cents: signed(cents, isOut),
    isReversal,
    type: type.trim(),
    reference: references.slice(0, referenceLength).trim(),
    name: references.slice(referenceLength).trim(),
    extra: extra.map((text) => text.trim()).filter((text) => text !== ''),
  }
}

/** `140113`: years from 1980 to 2079, as MT940 is younger than that. */
export function dayOfSixDigits(text: string, line: number): Day {
  const century = text < '80' ? '20' : '19'
  return dayOrRefuse(`${century}${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`, text, line)
}

/** The day of booking has no year: of three years the one that brings it nearest to the value day. */
function nearestDay(valueDay: Day, monthAndDay: string, line: number): Day {
  const { year } = partsOf(valueDay)
  const days = [year, year - 1, year + 1]
    .map((each) => `${each}-${monthAndDay.slice(0, 2)}-${monthAndDay.slice(2)}`)
    .filter(isDay)
  const distance = (day: Day) => Math.abs(daysBetween(valueDay, day))
  const [first = '', ...others] = days
  return dayOrRefuse(
    others.reduce((nearest, day) => (distance(day) < distance(nearest) ? day : nearest), first),
    monthAndDay,
    line,
  )
}
