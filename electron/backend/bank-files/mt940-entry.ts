// From the lines of one entry to what they say: every bank has its own way of putting payer, text and references into `:86:`.
import { columnSays, isColumnText } from './abn-columns.ts'
import { accountFirstSays, accountLastSays, isAccountFirst, isAccountLast, oldIngSays } from './account-first.ts'
import type { BankEntry } from './bank-file.ts'
import { given, makeEntry, plainAccount, refInText, soundsLikeReturn } from './make-entry.ts'
import type { EntryLine } from './mt940-line.ts'
import { isSlashText, slashSays } from './slash-text.ts'
import { isSubfieldText, subfieldsSay } from './triodos-subfields.ts'
import { joinWrapped } from './wrapped-lines.ts'

export interface MessageAround {
  /** Old files of ING, named MPBZ in :20:. */
  readonly isOldIng: boolean
}

/** What a text says of the other side; what it does not say is left out. */
export type Said = Partial<BankEntry>

export function makeMt940Entry(line: EntryLine, texts: readonly string[], { isOldIng }: MessageAround): BankEntry {
  const { bookDay, valueDay, cents, name } = line
  const said = sayOf(texts, isOldIng)
  return makeEntry({
    bookDay,
    valueDay,
    cents,
    ...said,
    counterIban: said.counterIban ?? accountUnder(line),
    counterName: said.counterName ?? given(name),
    ...refOf(said, isSlashText(texts) ? line.reference : ''),
    isReversal: line.isReversal || (said.returnCode ?? null) !== null || soundsLikeReturn(said.code),
    code: said.code ?? given(line.type),
  })
}

function sayOf(texts: readonly string[], isOldIng: boolean): Said {
  if (isSlashText(texts)) return slashSays(texts)
  if (isSubfieldText(texts)) return subfieldsSay(texts)
  if (isColumnText(texts)) return columnSays(texts)
  if (isOldIng) return oldIngSays(texts)
  if (isAccountFirst(texts)) return accountFirstSays(texts)
  if (isAccountLast(texts)) return accountLastSays(texts)
  return { text: joinWrapped(texts) }
}

/** Rabobank puts the other account on a line under `:61:`, or before its name; old numbers of the giro begin with a P. */
function accountUnder({ extra, reference, name }: EntryLine): string | null {
  const account = plainAccount(name === '' ? extra[0] : reference)
  // Of a collection Rabobank writes only zeros.
  return account !== null && /^(?:[A-Z]{2}\d{2}[A-Z0-9]{8,30}|P?(?!0+$)\d{7,10})$/.test(account) ? account : null
}

/** ING gives a betalingskenmerk as the reference of the line when there is no text beside it. */
function refOf(said: Said, reference: string): Pick<BankEntry, 'structuredRef' | 'refIssuer'> {
  if (said.structuredRef) return { structuredRef: said.structuredRef, refIssuer: said.refIssuer ?? null }
  const inText = refInText(said.text ?? '')
  if (inText.structuredRef !== null) return inText
  if (/^\d{16}$/.test(reference) && (said.text ?? '') === '') {
    return { structuredRef: reference, refIssuer: 'CUR' }
  }
  return { structuredRef: null, refIssuer: null }
}
