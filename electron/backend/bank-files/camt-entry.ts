// One Ntry of a camt.053 file: a single payment, or a batch that may come with its items.
import type { Cents } from '../../../shared/domain/money.ts'
import { RuleBroken } from '../rule-broken.ts'
import { centsOfXml, countOf, signed } from './bank-amount.ts'
import type { BankEntry, BankFileWarning } from './bank-file.ts'
import { type CamtNode, find, findAll, textOf } from './camt-node.ts'
import { counterpartyOf } from './camt-party.ts'
import { dayIn, isDebit, signedCents } from './camt-values.ts'
import { given, makeEntry, refInText, type StructuredRef } from './make-entry.ts'
import { sumOf } from './make-statement.ts'
import { refuseField } from './refuse.ts'
import { isSlashText, slashSays } from './slash-text.ts'

/** Families of transactions that take one back, or bring our own back (ISO 20022 bank transaction codes). */
const returnKinds = /\/(?:RRTN|UPDD|PRDD|ARET|AREV)$/

interface Surroundings {
  readonly account: string
  readonly currency: string | undefined
}

export interface CamtEntry {
  /** Pending and informative entries never count. */
  readonly isBooked: boolean
  readonly entry: BankEntry
  readonly warnings: readonly BankFileWarning[]
}

export function readCamtEntry(ntry: CamtNode, around: Surroundings): CamtEntry {
  const status = textOf(ntry, 'Sts', 'Cd') ?? textOf(ntry, 'Sts') ?? refuseField('Sts', ntry.line)
  const currency = find(ntry, 'Amt')?.currency
  if (currency !== undefined && currency !== around.currency) {
    throw new RuleBroken('bankFileCurrency', { line: ntry.line, currency: currency.slice(0, 3) })
  }
  const cents = signedCents(ntry)
  const bookDay = dayIn(find(ntry, 'BookgDt'))
  const valueDay = dayIn(find(ntry, 'ValDt'))
  const day = bookDay ?? valueDay ?? refuseField('BookgDt', ntry.line)
  const details = findAll(ntry, 'NtryDtls').flatMap((part) => findAll(part, 'TxDtls'))
  const note = textOf(ntry, 'AddtlNtryInf') ?? ''
  const batch = batchOf(ntry, details, note)
  const code = codeOf(ntry) ?? codeOf(details[0])
  const isReversal =
    textOf(ntry, 'RvslInd') === 'true' || textOf(ntry, 'RvslInd') === '1' || returnKinds.test(code ?? '')
  const base = makeEntry({ bookDay: day, valueDay: valueDay ?? day, cents, isReversal, code, ...batch })

  const only = details.length === 1 ? details[0] : undefined
  const entry: BankEntry = only
    ? { ...base, ...saidIn(only, base, around, note), ...filledIn(batch) }
    : { ...base, ...noteSays(note), ...filledIn(batch) }
  const hasItems = details.length > 1 || (only !== undefined && batch.batchRef !== null)
  if (!hasItems) return { isBooked: status === 'BOOK', entry, warnings: [] }

  const items = only ? [entry] : details.map((tx) => itemOf(tx, base, around))
  const itemsCents = sumOf(items.flatMap((item) => item ?? []))
  // A batch whose items do not make its amount is not divided: the amount of the entry rules.
  if (itemsCents !== cents || items.includes(undefined)) {
    return {
      isBooked: status === 'BOOK',
      entry,
      warnings: [{ code: 'itemsDoNotAddUp', details: { day, cents, itemsCents } }],
    }
  }
  const known = items.flatMap((item) => item ?? [])
  const returnCode = shared(known.map((item) => item.returnCode))
  return {
    isBooked: status === 'BOOK',
    entry: {
      ...entry,
      batchCount: batch.batchCount ?? known.length,
      returnCode: entry.returnCode ?? returnCode,
      items: known,
    },
    warnings: [],
  }
}

/** An item of a batch; undefined when the file does not say its amount in the currency of the account. */
function itemOf(tx: CamtNode, batch: BankEntry, around: Surroundings): BankEntry | undefined {
  const amount = [find(tx, 'Amt'), find(tx, 'AmtDtls', 'TxAmt', 'Amt'), find(tx, 'AmtDtls', 'InstdAmt', 'Amt')].find(
    (node) => node?.currency === around.currency,
  )
  const plain = amount && centsOfXml(textOf(amount) ?? '')
  if (plain === undefined) return undefined
  const isOut = find(tx, 'CdtDbtInd') ? isDebit(tx) : batch.cents < 0
  const cents: Cents = signed(plain, isOut)
  const own = makeEntry({ ...batch, cents, batchCount: null, code: codeOf(tx) ?? batch.code, items: [] })
  return { ...own, ...saidIn(tx, own, around, '') }
}

/** What a TxDtls says of its payment. */
function saidIn(tx: CamtNode, entry: BankEntry, { account }: Surroundings, note: string): Partial<BankEntry> {
  const party = counterpartyOf(tx, account, entry.cents < 0)
  const returned = find(tx, 'RtrInf')
  const refs = find(tx, 'Refs')
  const text = textIn(tx, note)
  return {
    counterIban: party.account,
    counterName: party.name,
    text,
    ...structuredRefIn(tx, text),
    endToEndId: given(textOf(refs, 'EndToEndId')),
    mandateRef: given(textOf(refs, 'MndtId')),
    batchRef: entry.batchRef ?? given(textOf(refs, 'PmtInfId')),
    returnCode: returned ? (textOf(returned, 'Rsn', 'Cd') ?? textOf(returned, 'Rsn', 'Prtry') ?? null) : null,
    isReversal: entry.isReversal || returned !== undefined || returnKinds.test(entry.code ?? ''),
  }
}

/** Lines are cut at 140 characters in the middle of a word: joined as they are. */
function textIn(tx: CamtNode, note: string): string {
  const remittance = find(tx, 'RmtInf')
  const written = findAll(remittance, 'Ustrd').map((line) => line.text)
  if (written.length > 0) return written.join('').trim()
  const added = findAll(remittance, 'Strd').flatMap((part) => findAll(part, 'AddtlRmtInf').map((line) => line.text))
  if (added.length > 0) return added.join('').trim()
  if (textOf(remittance, 'Strd', 'CdtrRefInf', 'Ref') !== undefined) return ''
  return textOf(tx, 'AddtlTxInf') ?? note
}

function structuredRefIn(tx: CamtNode, text: string): StructuredRef {
  for (const part of findAll(find(tx, 'RmtInf'), 'Strd')) {
    const structuredRef = textOf(part, 'CdtrRefInf', 'Ref')
    if (structuredRef === undefined) continue
    const issuer = textOf(part, 'CdtrRefInf', 'Tp', 'Issr')
    return { structuredRef, refIssuer: issuer ?? (/^RF\d{2}/.test(structuredRef) ? 'ISO' : null) }
  }
  return refInText(text)
}

interface Batch {
  readonly batchRef: string | null
  readonly batchCount: number | null
}

/** Our own id of a collection. ABN AMRO gives it with the items or in its note alone, and one of its own as MsgId. */
function batchOf(ntry: CamtNode, details: readonly CamtNode[], note: string): Batch {
  const batch = findAll(ntry, 'NtryDtls').flatMap((part) => findAll(part, 'Btch'))[0]
  // A single payment says it itself.
  if (batch === undefined && details.length === 1) return { batchRef: null, batchCount: null }
  const ofItems = shared(details.map((tx) => given(textOf(tx, 'Refs', 'PmtInfId'))))
  const noted = noteSays(note)
  return {
    batchRef: given(textOf(batch, 'PmtInfId')) ?? ofItems ?? noted.batchRef ?? given(textOf(batch, 'MsgId')),
    batchCount: countOf(textOf(batch, 'NbOfTxs') ?? '') ?? noted.batchCount ?? null,
  }
}

/** An entry without details: the note is all there is, at some banks in the form of their MT940. */
function noteSays(note: string): Partial<BankEntry> {
  if (!isSlashText([note])) return { text: note }
  const { code: _, ...said } = slashSays([note])
  return said
}

/** Only what the batch knows: it must not wipe out what its one item says. */
function filledIn({ batchRef, batchCount }: Batch): Partial<Batch> {
  return { ...(batchRef !== null && { batchRef }), ...(batchCount !== null && { batchCount }) }
}

/** `PMNT/RCDT/ESCT`, or the bank's own code. */
function codeOf(node: CamtNode | undefined): string | null {
  const domain = find(node, 'BkTxCd', 'Domn')
  const parts = [textOf(domain, 'Cd'), textOf(domain, 'Fmly', 'Cd'), textOf(domain, 'Fmly', 'SubFmlyCd')]
  const code = parts.filter((part) => part !== undefined).join('/')
  return code === '' ? (textOf(node, 'BkTxCd', 'Prtry', 'Cd') ?? null) : code
}

function shared(codes: readonly (string | null)[]): string | null {
  const [first = null] = codes
  return codes.every((code) => code === first) ? first : null
}
