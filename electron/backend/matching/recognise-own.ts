// Lines that are about the association's own collections and accounts: told by ids and sums, never by names.
import type {
  LineToMatch,
  MatchBook,
  MatchDecision,
  MatchReason,
  OwnBatch,
  OwnBatchItem,
  ReasonCode,
} from './match-types.ts'

export interface OwnIndex {
  readonly batches: ReadonlyMap<string, OwnBatch>
  readonly itemsByEndToEndId: ReadonlyMap<string, readonly BatchItem[]>
  readonly itemsByMandate: ReadonlyMap<string, readonly BatchItem[]>
  readonly ownIbans: ReadonlySet<string>
  readonly calledOff: ReadonlySet<string>
}

type BatchItem = OwnBatchItem & { readonly batchReference: string }

export function indexOwn(book: MatchBook): OwnIndex {
  const items = book.batches.flatMap((batch) =>
    batch.items.map((item): BatchItem => ({ ...item, batchReference: batch.reference })),
  )
  return {
    batches: new Map(book.batches.map((batch) => [batch.reference, batch])),
    itemsByEndToEndId: Map.groupBy(items, (item) => item.endToEndId),
    itemsByMandate: Map.groupBy(items, (item) => item.mandateReference),
    ownIbans: new Set(book.ownIbans),
    calledOff: new Set(book.calledOff),
  }
}

/** What the line is when it is no money of a payer; undefined when it may be dues. */
export function recogniseOwn(index: OwnIndex, line: LineToMatch): MatchDecision | undefined {
  const lineId = line.id
  if (line.counterIban !== null && index.ownIbans.has(line.counterIban)) return other(line, 'ownTransfer')
  if (line.cents < 0) return recogniseReturn(index, line) ?? other(line, 'outgoing')
  // A credit with a return code is a transfer of our own that came back.
  if (line.returnCode !== null) return other(line, 'ownMoneyBack')
  const reference = line.batchRef ?? findBatchInText(index, line)
  if (reference === null) return undefined
  const batch = index.batches.get(reference)
  // Banks pass on the reference of somebody else's batch too, that a payment was a part of.
  if (!batch && line.counterIban !== null) return undefined
  if (!batch) {
    const code = index.calledOff.has(reference) ? 'batchCalledOff' : 'batchUnknown'
    return { kind: 'batch', lineId, batch: null, reason: reason(code, { batch: reference }) }
  }
  if (!sumsOf(batch).includes(line.cents)) {
    const details = { batch: reference, cents: batch.cents }
    return { kind: 'batch', lineId, batch: null, reason: reason('batchSumDiffers', details) }
  }
  const isWhole = batch.cents === line.cents
  const details = { batch: reference, count: batch.items.filter((item) => isWhole || !item.returned).length }
  return { kind: 'batch', lineId, batch, reason: reason('batch', details) }
}

/** Banks book the whole and take back what was returned later, or leave out what came back before. */
function sumsOf({ cents, items }: OwnBatch): readonly number[] {
  return [cents, items.reduce((sum, item) => (item.returned ? sum : sum + item.cents), 0)]
}

/** Some banks give the reference of the batch in the text alone; then the sum must fit as well. */
function findBatchInText(index: OwnIndex, line: LineToMatch): string | null {
  if (line.counterIban !== null || line.text === '') return null
  for (const word of line.text.split(/\s+/)) {
    const batch = index.batches.get(word)
    if (batch && sumsOf(batch).includes(line.cents)) return word
  }
  return null
}

function recogniseReturn(index: OwnIndex, line: LineToMatch): MatchDecision | undefined {
  const found = returnedItem(index, line)
  // Money we pay to somebody carries no return code, and no id of an item of our own.
  if (!found && line.returnCode === null && !line.isReversal) return undefined
  const details = { code: line.returnCode ?? '', batch: found?.batchReference ?? '' }
  const isBefore = found?.returned === true && found.returnedByHand !== true
  const code = !found ? 'returnUnknown' : isBefore ? 'returnedBefore' : 'return'
  return {
    kind: 'return',
    lineId: line.id,
    item: found && !isBefore ? found : null,
    returnCode: line.returnCode,
    reason: reason(code, details),
  }
}

/** By EndToEndId and amount; else by mandate and amount: the newest collection of it that is not back already. */
function returnedItem(index: OwnIndex, line: LineToMatch): BatchItem | undefined {
  const fits = (item: BatchItem) => item.cents === -line.cents
  const byId = line.endToEndId === null ? [] : (index.itemsByEndToEndId.get(line.endToEndId) ?? [])
  const byMandate = line.mandateRef === null ? [] : (index.itemsByMandate.get(line.mandateRef) ?? [])
  const candidates = [...byId.filter(fits), ...byMandate.filter(fits).toReversed()]
  // What was written down by hand is the very return that this line is of.
  const noted = candidates.find((item) => item.returnedByHand === true)
  return noted ?? candidates.find((item) => !item.returned) ?? candidates[0]
}

function other(line: LineToMatch, code: ReasonCode): MatchDecision {
  return { kind: 'other', lineId: line.id, suggestions: [], reason: reason(code, {}) }
}

const reason = (code: ReasonCode, details: MatchReason['details']): MatchReason => ({ code, details, signals: [] })
