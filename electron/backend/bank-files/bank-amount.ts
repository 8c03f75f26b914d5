// Amounts of bank files, from text to whole cents by their digits alone: a floating point number never takes part.
import type { Cents } from '../../../shared/domain/money.ts'

/** Far above anything an association sees, far below where whole numbers stop being exact, also in a sum. */
const largest: Cents = 10_000_000_000_000

/** `8.85`, `8`, `8.85000`: as XML has amounts. Undefined for anything else, and for a part of a cent. */
export function centsOfXml(text: string): Cents | undefined {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(text.trim())
  return match ? centsOf(match[1] ?? '', match[2] ?? '') : undefined
}

/** `2,`, `0,3`, `000000000127,50`: the mark is obligatory in MT940. Old files of Rabobank have a point. */
export function centsOfMt940(text: string): Cents | undefined {
  const match = /^(\d+)[,.](\d*)$/.exec(text)
  return match ? centsOf(match[1] ?? '', match[2] ?? '') : undefined
}

/**
 * `1.230,00`, `-10,00`, `+1,234.50`, `-2.20`, `12`: the last mark with one or two digits behind it is the decimal mark.
 * Undefined where it could be either, such as `1.230`.
 */
export function centsOfCsv(text: string): Cents | undefined {
  const match = /^([+-]?)(\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:,\d{3})+(?=\.)|\d+)(?:[.,](\d{1,2}))?(-?)$/.exec(
    text.trim(),
  )
  if (!match) return undefined
  const [, before = '', whole = '', fraction = '', after = ''] = match
  if (before !== '' && after !== '') return undefined
  const cents = centsOf(whole.replace(/[.,]/g, ''), fraction)
  return cents === undefined ? undefined : signed(cents, before === '-' || after === '-')
}

/** Minus where it goes out; never minus zero. */
export function signed(cents: Cents, isOut: boolean): Cents {
  return isOut && cents !== 0 ? -cents : cents
}

/** A count such as the number of items in a batch; undefined when it is none. */
export function countOf(text: string): number | undefined {
  const digits = text.trim()
  return /^\d{1,9}$/.test(digits) ? numberOf(digits) : undefined
}

function centsOf(whole: string, fraction: string): Cents | undefined {
  // Banks may write five decimals; a third one that is not zero is an amount we cannot keep.
  if (/[^0]/.test(fraction.slice(2))) return undefined
  const cents = numberOf(whole + `${fraction}00`.slice(0, 2))
  return cents <= largest ? cents : undefined
}

function numberOf(digits: string): number {
  let value = 0
  for (let at = 0; at < digits.length; at += 1) value = value * 10 + (digits.charCodeAt(at) - 48)
  return value
}
