// How the readers say no. The line is that of the file, so that the treasurer can look there.
import { type Day, isDay } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { RuleBroken } from '../rule-broken.ts'

const shownLength = 40

export function amountOrRefuse(cents: Cents | undefined, text: string, line: number): Cents {
  if (cents === undefined) throw new RuleBroken('bankFileAmount', { line, value: shown(text) })
  return cents
}

/** `day` as `YYYY-MM-DD`; `text` is how it stands in the file. */
export function dayOrRefuse(day: string, text: string, line: number): Day {
  if (!isDay(day)) throw new RuleBroken('bankFileDay', { line, value: shown(text) })
  return day
}

/** A part that must be there and is not, or says what it cannot say; `field` as the file's own format calls it. */
export function refuseField(field: string, line: number): never {
  throw new RuleBroken('bankFileField', { line, field })
}

function shown(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim()
  return clean.length > shownLength ? `${clean.slice(0, shownLength)}...` : clean
}
