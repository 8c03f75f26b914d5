// What a bank file says, whichever bank and format it came from. The readers of this folder make it; they know nothing of the book.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'

export interface BankFile {
  /** As told by the content: `camt.053.001.02`, `mt940`, or of CSV the bank: `ing`, `rabo`, `abn-tab`, `volksbank`, `triodos`, `bunq`, `knab`. */
  readonly format: string
  /** Of text formats: how the bytes were read, and what separates the columns (null where there are none). */
  readonly encoding: string
  readonly delimiter: string | null
  readonly statements: readonly BankStatement[]
  /** What the treasurer should know although the file can be taken in. */
  readonly warnings: readonly BankFileWarning[]
}

/**
 * `versionUnknown` {version}; `foreignCurrency` {account, currency}; `pendingLeftOut` {count}: entries that are not booked yet;
 * `itemsDoNotAddUp` {day, cents, itemsCents}: a batch; `totalsDiffer` {account, day}: the file's own count or sum of entries;
 * `morePages` {account}: a statement whose next page is in another file; `rowCutOff` {line}: the last row may be half of one, and is
 * left out.
 */
export type BankFileWarningCode =
  | 'versionUnknown'
  | 'foreignCurrency'
  | 'pendingLeftOut'
  | 'itemsDoNotAddUp'
  | 'totalsDiffer'
  | 'morePages'
  | 'rowCutOff'

export interface BankFileWarning {
  readonly code: BankFileWarningCode
  readonly details: Readonly<Record<string, string | number>>
}

/** A statement of one account. A CSV file is one statement per account, with balances only where its columns have them. */
export interface BankStatement {
  /** Plain IBAN, or the bare account number where the file has no IBAN. */
  readonly account: string
  readonly currency: string
  readonly number: string | null
  readonly openDay: Day | null
  readonly openCents: Cents | null
  readonly closeDay: Day | null
  readonly closeCents: Cents | null
  /** Whether opening balance and booked entries make the closing balance; null when a balance is missing. */
  readonly balanced: boolean | null
  /** Booked entries only, in the order of the file. */
  readonly entries: readonly BankEntry[]
}

export interface BankEntry {
  readonly bookDay: Day
  readonly valueDay: Day
  /** Positive: came in; negative: went out. */
  readonly cents: Cents
  /** Plain IBAN (or number) of the other side. */
  readonly counterIban: string | null
  readonly counterName: string | null
  /** What the payer wrote, lines joined as the format asks. */
  readonly text: string
  /** A structured reference, and who issued it: CUR = betalingskenmerk, ISO = RF. */
  readonly structuredRef: string | null
  readonly refIssuer: string | null
  /** null when absent or NOTPROVIDED. */
  readonly endToEndId: string | null
  readonly mandateRef: string | null
  /** Our own batch id (PmtInfId, /PREF/, Batch ID) and how many items the bank counts in it. */
  readonly batchRef: string | null
  readonly batchCount: number | null
  /** Reason code of a return (MD06, AM04 ...), and whether the entry takes back a collection or is our own transfer coming back. */
  readonly returnCode: string | null
  readonly isReversal: boolean
  /** The bank's own id of the entry where the format has one that is unique per account (Rabobank Volgnr, Knab Referentie). */
  readonly bankRef: string | null
  /** The bank's code or kind of transaction, as it stands. */
  readonly code: string | null
  /** Items of a batch that the file tells apart; empty otherwise. */
  readonly items: readonly BankEntry[]
}
