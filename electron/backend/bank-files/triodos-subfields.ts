// Triodos's older texts: `000>100555555555>20...>21...>310666666666`. Under 20 to 29 stand BIC and IBAN, if there are any, then
// name, address and text in pieces of 27 characters with nothing to tell them apart; under 10 the other account, under 31 our own.
import type { BankEntry } from './bank-file.ts'
import { plainAccount } from './make-entry.ts'

const pieceLength = 27
const bicForm = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/
const ibanForm = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/

export function isSubfieldText(lines: readonly string[]): boolean {
  return /^\d{3}>\d{2}/.test(lines[0] ?? '')
}

export function subfieldsSay(lines: readonly string[]): Partial<BankEntry> {
  const pieces = [...lines.join('').matchAll(/>(\d{2})([^>]*(?:>(?!\d{2})[^>]*)*)/g)].map((match) => ({
    field: match[1] ?? '',
    value: match[2] ?? '',
  }))
  const texts = pieces.filter(({ field }) => /^2\d$/.test(field)).map(({ value }) => value)
  const hasIban = bicForm.test(texts[0]?.trim() ?? '') && ibanForm.test(texts[1]?.trim() ?? '')
  const number = pieces.find(({ field }) => field === '10')?.value.trim() ?? ''
  return {
    counterIban: hasIban ? plainAccount(texts[1]) : /[1-9]/.test(number) ? plainAccount(number) : null,
    text: joinPieces(hasIban ? texts.slice(2) : texts),
  }
}

/** A full piece goes on in the next one; a shorter one lost the spaces at its end. */
function joinPieces(pieces: readonly string[]): string {
  return pieces
    .map((piece) => (piece.length < pieceLength ? `${piece} ` : piece))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
