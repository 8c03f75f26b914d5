// Amounts and days as camt.053 writes them.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { centsOfXml, signed } from './bank-amount.ts'
import { type CamtNode, textOf } from './camt-node.ts'
import { amountOrRefuse, dayOrRefuse, refuseField } from './refuse.ts'

/** The amount of a balance or an entry, minus where it is a debit. Throws when the file does not say which. */
export function signedCents(node: CamtNode): Cents {
  const text = textOf(node, 'Amt') ?? ''
  return signed(amountOrRefuse(centsOfXml(text), text, node.line), isDebit(node))
}

export function isDebit(node: CamtNode): boolean {
  const mark = textOf(node, 'CdtDbtInd')
  if (mark !== 'CRDT' && mark !== 'DBIT') refuseField('CdtDbtInd', node.line)
  return mark === 'DBIT'
}

/** The day in a date: `Dt`, `DtTm`, one under the other, or the text itself; on the bank's own clock, so no time zone is applied. */
export function dayIn(node: CamtNode | undefined): Day | null {
  if (!node) return null
  let inner = node
  while (inner.children[0]) inner = inner.children[0]
  const text = inner.text.trim()
  return dayOrRefuse(/^\d{4}-\d{2}-\d{2}(?=$|[T+\-Z])/.exec(text)?.[0] ?? '', text, node.line)
}
