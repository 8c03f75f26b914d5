import type { BankEntry } from './bank-file.ts'

/** An entry of which only what the file says needs to be named. */
export function makeEntry(said: Pick<BankEntry, 'bookDay' | 'valueDay' | 'cents'> & Partial<BankEntry>): BankEntry {
  return {
    counterIban: null,
    counterName: null,
    text: '',
    structuredRef: null,
    refIssuer: null,
    endToEndId: null,
    mandateRef: null,
    batchRef: null,
    batchCount: null,
    returnCode: null,
    isReversal: false,
    bankRef: null,
    code: null,
    items: [],
    ...said,
  }
}

/** Trimmed, and null when there is nothing or a word that says that there is nothing. */
export function given(text: string | undefined): string | null {
  const clean = text?.trim() ?? ''
  return clean === '' || /^(?:NOTPROVIDED|NONREF)$/i.test(clean) ? null : clean
}

/** An account as it is kept: an IBAN without spaces, or the bare number. */
export function plainAccount(text: string | undefined): string | null {
  const clean = (text ?? '').replace(/[\s.]/g, '').toUpperCase()
  return clean === '' || clean === 'NOTPROVIDED' ? null : clean
}

/** Return codes of ISO 20022, such as MD06: two letters and two digits. */
export function returnCodeIn(text: string | undefined): string | null {
  return /\b([A-Z]{2}\d{2})\b/.exec(text ?? '')?.[1] ?? null
}

export interface StructuredRef {
  readonly structuredRef: string | null
  readonly refIssuer: string | null
}

/** The form in which ABN AMRO and others put a structured reference into the text: `Issuer: CUR Ref: 1234567812345678`. */
export function refInText(text: string): StructuredRef {
  const match = /\bIssuer:\s*(\w+)\s+Ref:\s*(\w+)/i.exec(text)
  return { structuredRef: match?.[2] ?? null, refIssuer: match?.[1]?.toUpperCase() ?? null }
}

/** In the bank's own name of a kind of transaction, never in what a payer wrote. */
export function soundsLikeReturn(kind: string | null | undefined): boolean {
  return /terugboeking|terugstorting|storno|geweigerd|\bretour\b|\breturn\b|\breversal\b/i.test(kind ?? '')
}
