// The file by which a bank collects: ISO 20022 pain.008, in the versions Dutch banks take. One file holds one collection.
// No address is written anywhere: since November 2026 banks refuse a file with an address in free lines, and none is needed.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { PainVersion } from '../../../shared/domain/collection-days.ts'
import type { MandateKind } from '../../../shared/domain/mandate.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { isSepaId, sepaText } from '../../../shared/domain/sepa-text.ts'

export interface DebitFile {
  readonly version: PainVersion
  /** Names the file and its one batch; the bank gives it back with the money. */
  readonly batchId: string
  /** `2026-11-25T20:15:00`; the same each time, so that the same collection makes the same file. */
  readonly createdAt: string
  readonly collectDay: Day
  readonly sequence: MandateKind
  readonly creditor: { readonly name: string; readonly iban: string; readonly creditorId: string }
  readonly items: readonly DebitItem[]
}

export interface DebitItem {
  readonly endToEndId: string
  readonly cents: Cents
  readonly mandateReference: string
  readonly signedOn: Day
  /** The mandate was last used with another account: tells the bank that it is the same mandate with a new one. */
  readonly newAccount: boolean
  readonly holder: string
  readonly iban: string
  /** What the payer reads. */
  readonly text: string
}

/** The file as text. @throws Error when a value cannot stand in it: rules before this keep such values out. */
export function writePain008(file: DebitFile): string {
  const namespace = `urn:iso:std:iso:20022:tech:xsd:pain.008.001.${file.version}`
  const document = element(
    'CstmrDrctDbtInitn',
    element(
      'GrpHdr',
      element('MsgId', idText(file.batchId)),
      element('CreDtTm', file.createdAt),
      ...totals(file),
      element('InitgPty', element('Nm', nameText(file.creditor.name))),
    ),
    batch(file),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}">\n${document}\n</Document>\n`
}

function batch(file: DebitFile): string {
  return element(
    'PmtInf',
    element('PmtInfId', idText(file.batchId)),
    element('PmtMtd', 'DD'),
    element('BtchBookg', 'true'),
    ...totals(file),
    element(
      'PmtTpInf',
      element('SvcLvl', element('Cd', 'SEPA')),
      element('LclInstrm', element('Cd', 'CORE')),
      element('SeqTp', file.sequence),
    ),
    element('ReqdColltnDt', file.collectDay),
    element('Cdtr', element('Nm', nameText(file.creditor.name))),
    element('CdtrAcct', ibanElement(file.creditor.iban)),
    element('CdtrAgt', bankUnnamed),
    element('ChrgBr', 'SLEV'),
    element('CdtrSchmeId', creditorScheme(file.creditor.creditorId)),
    ...file.items.map(transaction),
  )
}

function transaction(item: DebitItem): string {
  const text = sepaText(item.text, 140)
  return element(
    'DrctDbtTxInf',
    element('PmtId', element('EndToEndId', idText(item.endToEndId))),
    `<InstdAmt Ccy="EUR">${eurosText(item.cents)}</InstdAmt>`,
    element('DrctDbtTx', mandate(item)),
    element('DbtrAgt', bankUnnamed),
    element('Dbtr', element('Nm', nameText(item.holder))),
    element('DbtrAcct', ibanElement(item.iban)),
    ...(text === '' ? [] : [element('RmtInf', element('Ustrd', text))]),
  )
}

function mandate(item: DebitItem): string {
  return element(
    'MndtRltdInf',
    element('MndtId', idText(item.mandateReference)),
    element('DtOfSgntr', item.signedOn),
    ...(item.newAccount
      ? [
          element('AmdmntInd', 'true'),
          element('AmdmntInfDtls', element('OrgnlDbtrAcct', element('Id', other('SMNDA')))),
        ]
      : []),
  )
}

function creditorScheme(creditorId: string): string {
  const scheme = element('SchmeNm', element('Prtry', 'SEPA'))
  return element('Id', element('PrvtId', element('Othr', element('Id', idText(creditorId)), scheme)))
}

const totals = ({ items }: DebitFile) => [
  element('NbOfTxs', String(items.length)),
  element('CtrlSum', eurosText(items.reduce((sum, item) => sum + item.cents, 0))),
]

const other = (id: string) => element('Othr', element('Id', id))
/** The account number says which bank it is: no code of the bank is needed. */
const bankUnnamed = element('FinInstnId', other('NOTPROVIDED'))
const ibanElement = (iban: string) => element('Id', element('IBAN', iban))

function element(name: string, ...content: readonly string[]): string {
  const [only = ''] = content
  if (content.length === 1 && !only.startsWith('<')) return `<${name}>${only}</${name}>`
  return `<${name}>\n${content.join('\n').replace(/^/gm, '  ')}\n</${name}>`
}

/** Digits of whole cents, never a fraction: 1234 is 12.34. */
function eurosText(cents: Cents): string {
  if (!Number.isSafeInteger(cents) || cents <= 0) throw new Error('an amount to collect is not whole cents above zero')
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function nameText(name: string): string {
  const text = sepaText(name, 70)
  if (text === '') throw new Error('a name has no letter that banks take')
  return text
}

function idText(id: string): string {
  if (!isSepaId(id)) throw new Error('an id has signs that banks do not take')
  return id
}
