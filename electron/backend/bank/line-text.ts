// What stands beside a line of the bank and may name somebody: sealed as one text, found by a keyed hash of the account.
import type { BankEntry } from '../bank-files/bank-file.ts'
import type { Opener, Sealer } from '../sealing/sealer.ts'

export interface LineText {
  readonly counterIban: string | null
  readonly counterName: string | null
  readonly text: string
  readonly structuredRef: string | null
  readonly refIssuer: string | null
  readonly endToEndId: string | null
  readonly mandateRef: string | null
}

export function textOfEntry(entry: BankEntry): LineText {
  const { counterIban, counterName, text, structuredRef, refIssuer, endToEndId, mandateRef } = entry
  return { counterIban, counterName, text, structuredRef, refIssuer, endToEndId, mandateRef }
}

export function sealLineText(sealer: Sealer, lineId: string, text: LineText): Buffer {
  return sealer.sealText(placeOf(lineId), JSON.stringify(text))
}

export function openLineText(opener: Opener, lineId: string, content: Uint8Array): LineText {
  return JSON.parse(opener.openText(placeOf(lineId), content)) as LineText // sealed by the function above
}

/** The same for the same account wherever it stands: beside a line, or learnt from one. */
export const hashIban = (opener: Opener, iban: string): string =>
  opener.lookup({ table: 'bank_line_text', column: 'counter_hash' }, iban)

const placeOf = (lineId: string) => ({ table: 'bank_line_text', id: lineId, column: 'content' })
