// One Stmt of a camt.053 file: its account and balances around its entries.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { centsOfXml, countOf } from './bank-amount.ts'
import type { BankEntry, BankFileWarning, BankStatement } from './bank-file.ts'
import { readCamtEntry } from './camt-entry.ts'
import { type CamtNode, find, findAll, textOf } from './camt-node.ts'
import { dayIn, signedCents } from './camt-values.ts'
import { plainAccount } from './make-entry.ts'
import { makeStatement, sumOf } from './make-statement.ts'
import { refuseField } from './refuse.ts'

interface Balance {
  readonly cents: Cents
  readonly currency: string | undefined
  readonly day: Day | null
}

export class CamtStatement {
  private readonly line: number
  private readonly entries: BankEntry[] = []
  private readonly warnings: BankFileWarning[] = []
  private account: string | undefined
  private currency: string | undefined
  private seen = 0
  private pending = 0

  constructor(line: number) {
    this.line = line
  }

  /** `stmt` holds what came before the entry: the account and its balances. */
  addEntry(ntry: CamtNode, stmt: CamtNode): void {
    this.account ??= accountOf(stmt)
    this.currency ??= currencyOf(stmt) ?? find(ntry, 'Amt')?.currency
    this.seen += 1
    const { isBooked, entry, warnings } = readCamtEntry(ntry, { account: this.account, currency: this.currency })
    if (!isBooked) {
      this.pending += 1
      return
    }
    this.entries.push(entry)
    this.warnings.push(...warnings)
  }

  finish(stmt: CamtNode): { statement: BankStatement; warnings: readonly BankFileWarning[] } {
    const account = this.account ?? accountOf(stmt) ?? refuseField('Acct', this.line)
    const currency = this.currency ?? currencyOf(stmt) ?? 'EUR'
    const { open, close } = balancesOf(stmt)
    const statement = makeStatement(
      {
        account,
        currency,
        number: textOf(stmt, 'ElctrncSeqNb') ?? textOf(stmt, 'LglSeqNb') ?? textOf(stmt, 'Id') ?? null,
        openDay: open?.day ?? null,
        openCents: open?.cents ?? null,
        closeDay: close?.day ?? null,
        closeCents: close?.cents ?? null,
        entries: this.entries,
      },
      [open, close].every((balance) => (balance?.currency ?? currency) === currency),
    )
    if (currency !== 'EUR') this.warnings.push({ code: 'foreignCurrency', details: { account, currency } })
    if (this.pending > 0) this.warnings.push({ code: 'pendingLeftOut', details: { count: this.pending } })
    if (!this.fitsTotals(stmt)) {
      this.warnings.push({ code: 'totalsDiffer', details: { account, day: statement.closeDay ?? '' } })
    }
    return { statement, warnings: this.warnings }
  }

  /** The file's own totals, where it has them: a check on files that have no balances. */
  private fitsTotals(stmt: CamtNode): boolean {
    const totals = find(stmt, 'TxsSummry', 'TtlNtries')
    const count = countOf(textOf(totals, 'NbOfNtries') ?? '')
    if (count !== undefined && count !== this.seen) return false
    const net = textOf(totals, 'TtlNetNtryAmt') ?? textOf(totals, 'TtlNetNtry', 'Amt')
    const cents = net === undefined ? undefined : centsOfXml(net)
    return cents === undefined || this.pending > 0 || cents === Math.abs(sumOf(this.entries))
  }
}

function accountOf(stmt: CamtNode): string {
  const id = find(stmt, 'Acct', 'Id')
  const account = plainAccount(textOf(id, 'IBAN') ?? textOf(id, 'Othr', 'Id'))
  return account ?? refuseField('Acct', stmt.line)
}

function currencyOf(stmt: CamtNode): string | undefined {
  return textOf(stmt, 'Acct', 'Ccy') ?? balancesOf(stmt).open?.currency ?? balancesOf(stmt).close?.currency
}

/**
 * Opening is OPBD, or at ABN AMRO only PRCD: the closing balance of the day before. Of a statement in pages the ones in
 * between have interim balances instead.
 */
function balancesOf(stmt: CamtNode): { open: Balance | undefined; close: Balance | undefined } {
  const balances = findAll(stmt, 'Bal')
  const ofType = (type: string) => balances.filter((bal) => typeOf(bal) === type)
  const open = ofType('OPBD')[0] ?? ofType('PRCD')[0]
  const close = ofType('CLBD')[0]
  const interim = ofType('ITBD')
  return {
    open: readBalance(open ?? (close || interim.length > 1 ? interim[0] : undefined)),
    close: readBalance(close ?? (open || interim.length > 1 ? interim.at(-1) : undefined)),
  }
}

function typeOf(bal: CamtNode): string | undefined {
  return textOf(bal, 'Tp', 'CdOrPrtry', 'Cd') ?? textOf(bal, 'Tp', 'Cd')
}

function readBalance(bal: CamtNode | undefined): Balance | undefined {
  if (!bal) return undefined
  return { cents: signedCents(bal), currency: find(bal, 'Amt')?.currency, day: dayIn(find(bal, 'Dt')) }
}
