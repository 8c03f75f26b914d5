// What the QR code of a payment request says, by the guideline of the European Payments Council (EPC069-12, version 002): a text of lines
// that banking apps turn into a filled-in transfer.
import { isCreditorReference } from './creditor-reference.ts'
import { isIban } from './iban.ts'
import type { Cents } from './money.ts'

export interface PaymentQr {
  /** The name exactly as at the bank: payers are warned when it differs. */
  readonly holder: string
  /** Plain IBAN. */
  readonly iban: string
  readonly cents: Cents
  /** One of the two, never both: an RF reference, or words of our own. A betalingskenmerk is no RF and goes as words. */
  readonly about:
    | { readonly kind: 'reference'; readonly rf: string }
    | { readonly kind: 'words'; readonly text: string }
}

const longestHolder = 70
const longestText = 140
const mostBytes = 331
/** 999999999.99 */
const mostCents = 99_999_999_999

/** @throws Error when a value does not fit: they were checked where they were written down. */
export function paymentQrText({ holder, iban, cents, about }: PaymentQr): string {
  fits(isOneLine(holder, longestHolder), 'holder')
  fits(isIban(iban), 'iban')
  fits(Number.isSafeInteger(cents) && cents >= 1 && cents <= mostCents, 'cents')
  if (about.kind === 'reference') fits(isCreditorReference(about.rf), 'reference')
  else fits(isOneLine(about.text, longestText), 'text')
  const amount = `EUR${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  // The bank's own code and the purpose stay empty: within Europe neither is asked for. After what was given last nothing follows.
  const first = ['BCD', '002', '1', 'SCT', '', holder, iban, amount, '']
  const text = [...first, ...(about.kind === 'reference' ? [about.rf] : ['', about.text])].join('\n')
  fits(bytesOf(text) <= mostBytes, 'length')
  return text
}

function fits(isRight: boolean, what: string): void {
  if (!isRight) throw new Error(`the QR code of a payment cannot hold this ${what}`)
}

function isOneLine(text: string, longest: number): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a value would move all that follows to another line
  return text.trim() !== '' && [...text].length <= longest && !/[\u0000-\u001f\u007f]/.test(text)
}

/** In UTF-8; without TextEncoder, which is no part of the language itself. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
