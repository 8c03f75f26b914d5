// Invented camt.053 files, in the words of version 2 and in those of version 8.
import type { Cents } from '../../../shared/domain/money.ts'

export interface CamtPayment {
  readonly cents: Cents
  readonly day?: string
  readonly valueDay?: string
  readonly status?: 'BOOK' | 'PDNG' | 'INFO'
  readonly name?: string
  readonly iban?: string
  readonly lines?: readonly string[]
  readonly ref?: { readonly text: string; readonly issuer: string }
  readonly endToEndId?: string
  readonly mandate?: string
  readonly code?: string
  readonly isReversal?: boolean
  readonly returnCode?: string
  /** Items of a batch. */
  readonly items?: readonly CamtPayment[]
  readonly batch?: { readonly count: number; readonly id: string; readonly isOfBank?: boolean }
  /** Our id of the batch that an item was in. */
  readonly batchId?: string
  readonly note?: string
  /** As banks do with a returned collection: the member stands as creditor. */
  readonly memberAsCreditor?: boolean
}

export interface CamtContent {
  readonly version?: '02' | '08' | '10'
  readonly account?: string
  readonly openCents?: Cents | null
  readonly closeCents?: Cents | null
  readonly openType?: 'OPBD' | 'PRCD'
  readonly openDay?: string
  readonly closeDay?: string
  readonly number?: string
  readonly payments: readonly CamtPayment[]
}

export const ownAccount = 'NL13TEST0123456789'
export const memberAccount = 'NL87TEST0000000001'

export function camtFile(...statements: readonly CamtContent[]): string {
  const version = statements[0]?.version ?? '02'
  const stmts = statements.map((statement) => stmtOf(statement, version)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-03T06:00:00+01:00</CreDtTm></GrpHdr>
${stmts}</BkToCstmrStmt></Document>
`
}

function stmtOf(content: CamtContent, version: string): string {
  const booked = content.payments.filter(({ status = 'BOOK' }) => status === 'BOOK')
  const {
    openCents = 10_000,
    openType = 'OPBD',
    openDay = '2026-10-31',
    closeDay = '2026-11-02',
    number = '7',
  } = content
  const { closeCents = (openCents ?? 0) + booked.reduce((sum, { cents }) => sum + cents, 0) } = content
  return `<Stmt><Id>S${number}</Id><ElctrncSeqNb>${number}</ElctrncSeqNb><Acct><Id><IBAN>${content.account ?? ownAccount}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${openCents === null ? '' : balance(openType, openCents, openDay)}${closeCents === null ? '' : balance('CLBD', closeCents, closeDay)}
${content.payments.map((payment) => entry(payment, version)).join('\n')}
</Stmt>
`
}

const balance = (type: string, cents: Cents, day: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp>${amount(cents)}${direction(cents)}<Dt><Dt>${day}</Dt></Dt></Bal>`

const amount = (cents: Cents) => `<Amt Ccy="EUR">${euros(cents)}</Amt>`
const direction = (cents: Cents) => `<CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
const euros = (cents: Cents) => `${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`

function entry(payment: CamtPayment, version: string): string {
  const {
    cents,
    day = '2026-11-02',
    valueDay = day,
    status = 'BOOK',
    code = 'RCDT/ESCT',
    isReversal,
    items,
    batch,
  } = payment
  const [family = '', sub = ''] = code.split('/')
  const state = version === '02' ? status : `<Cd>${status}</Cd>`
  const details = items
    ? items.map((item) => txDtls(item, version, true)).join('')
    : batch
      ? ''
      : txDtls(payment, version, false)
  const btch = batch ? `<Btch>${batchId(batch)}<NbOfTxs>${batch.count}</NbOfTxs></Btch>` : ''
  return `<Ntry>${amount(cents)}${direction(cents)}${isReversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${state}</Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${valueDay}</Dt></ValDt>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls>${btch}${details}</NtryDtls>${payment.note === undefined ? '' : `<AddtlNtryInf>${payment.note}</AddtlNtryInf>`}</Ntry>`
}

const batchId = ({ id, isOfBank }: NonNullable<CamtPayment['batch']>) =>
  isOfBank ? `<MsgId>${id}</MsgId>` : `<PmtInfId>${id}</PmtInfId>`

function txDtls(payment: CamtPayment, version: string, withAmount: boolean): string {
  const { cents, name = 'J. de Groot', iban = memberAccount, lines = ['contributie'], ref, memberAsCreditor } = payment
  const { endToEndId = 'NOTPROVIDED', mandate, returnCode } = payment
  const item =
    version === '02' ? `<AmtDtls><TxAmt>${amount(cents)}</TxAmt></AmtDtls>` : `${amount(cents)}${direction(cents)}`
  const side = (memberAsCreditor ?? cents < 0) ? 'Cdtr' : 'Dbtr'
  const party = version === '02' ? `<Nm>${name}</Nm>` : `<Pty><Nm>${name}</Nm></Pty>`
  const text = ref
    ? `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>${ref.issuer}</Issr></Tp><Ref>${ref.text}</Ref></CdtrRefInf></Strd>`
    : lines.map((line) => `<Ustrd>${line}</Ustrd>`).join('')
  const inBatch = payment.batchId ? `<PmtInfId>${payment.batchId}</PmtInfId>` : ''
  const mandateId = mandate ? `<MndtId>${mandate}</MndtId>` : ''
  return `<TxDtls><Refs>${inBatch}<EndToEndId>${endToEndId}</EndToEndId>${mandateId}</Refs>${withAmount ? item : ''}
<RltdPties><${side}>${party}</${side}><${side}Acct><Id><IBAN>${iban}</IBAN></Id></${side}Acct></RltdPties>
<RmtInf>${text}</RmtInf>${returnCode ? `<RtrInf><Rsn><Cd>${returnCode}</Cd></Rsn></RtrInf>` : ''}</TxDtls>`
}
