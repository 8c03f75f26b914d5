// Amounts are whole cents everywhere; only a field or a sentence shows euros.

/** Whole euro cents. */
export type Cents = number

/** The largest amount a field takes: a million euros, far above anything in a neighbourhood. */
export const largestAmount: Cents = 100_000_000

/**
 * Reads an amount as people type it: `60`, `60,00`, `60.00`, `€ 1.234,5`, `60,-`, `-5`. A comma or a point with one or two
 * digits after it is the decimal mark; a point with three separates thousands. Undefined when it is not clearly an amount, such
 * as `12,345`: twelve euros with a digit too many, or twelve thousand.
 */
export function parseCents(text: string): Cents | undefined {
  // `1 250` is twelve hundred and fifty; `12 50` may be twelve euros and fifty cents.
  if (/\d\s+(?!\d{3}(?!\d))\d/.test(text)) return undefined
  const clean = text.replace(/[\s\u00a0]/g, '').replace(/^(-?)(?:€|eur)(-?)/i, '$1$2')
  const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:([.,])(\d{1,2}|-{1,2}|–|—))?$/.exec(clean)
  if (!match) return undefined
  const [, sign, whole = '', decimalMark, fraction = ''] = match
  // 1.234.50 uses a mark for two things: that is not clearly one amount.
  const marks = new Set(whole.replace(/\d/g, ''))
  if (marks.size > 1 || (decimalMark ? marks.has(decimalMark) : marks.has(','))) return undefined
  const decimals = /^\d+$/.test(fraction) ? fraction.padEnd(2, '0') : '00'
  const cents = Number(whole.replace(/[.,]/g, '')) * 100 + Number(decimals)
  if (!Number.isSafeInteger(cents) || cents > largestAmount) return undefined
  return sign && cents !== 0 ? -cents : cents
}

/** `60,00`: the way an amount stands in a field, without currency or thousands. */
export function centsAsTyped(cents: Cents): string {
  const whole = Math.floor(Math.abs(cents) / 100)
  const rest = String(Math.abs(cents) % 100).padStart(2, '0')
  return `${cents < 0 ? '-' : ''}${whole},${rest}`
}
