// Books lines that need no look: dues of a payer, a collection of our own, one that came back, money between own accounts.
import { postBooking } from '../bookkeeping/post-booking.ts'
import type { BookContext } from '../context.ts'
import { attempt } from '../database/attempt.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { collectionByReference, handPaymentsOf, itemsOfCollection } from '../direct-debit/collection-queries.ts'
import { bookReturn, settleCollection } from '../direct-debit/settle-collection.ts'
import { describeAction } from '../dues/describe-action.ts'
import type { Accounts } from '../dues/payer-accounts.ts'
import { lastActionSeq } from '../import/import-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Sealer } from '../sealing/sealer.ts'
import type { LineBooking } from './book-lines.ts'
import { keepDecisions, openDays, postLineBookings } from './book-lines.ts'
import { decideLines } from './decide-lines.ts'
import type { BankLine } from './open-lines.ts'
import type { SortedLine } from './sort-lines.ts'

/** A line that the book does not take as it is: it goes on waiting. */
export interface RefusedLine {
  readonly line: BankLine
  readonly because: RuleBroken
}

/**
 * All certain lines, as far as they are among those that were shown. What the book refuses goes on waiting, and the rest is booked: a
 * treasurer who presses once expects the thirty that fit, and to hear which one did not.
 * @throws RuleBroken bankNothingCertain, bankLinesChanged, and the refusal itself when every line was refused
 */
export async function bookCertain(context: BookContext, lineIds: readonly string[]) {
  const sealer = await context.sealing.forWriting()
  const { seq, accounts, lines } = await decideLines(context, sealer)
  const wanted = new Set(lineIds)
  const certain = lines.filter(({ group, line }) => group === 'certain' && wanted.has(line.id))
  if (certain.length === 0) throw new RuleBroken('bankNothingCertain')
  const refused = await write(context, { kind: 'bankLinesBooked' }, async (tx, action) => {
    // What is certain is so for the book it was worked out on.
    if ((await lastActionSeq(tx, action.seq)) !== seq) throw new RuleBroken('bankLinesChanged')
    const refusals = await postCertain(tx, context, sealer, accounts, certain)
    const [first] = refusals
    if (first && refusals.length === certain.length) throw first.because
    const cents = sumOf(certain) - sumOf(refusals)
    await describeAction(tx, action, { count: certain.length - refusals.length, cents })
    return refusals
  })
  return {
    count: certain.length - refused.length,
    refused: refused.map(({ line, because }) => ({ lineId: line.id, code: because.code, details: because.details })),
  }
}

const sumOf = (lines: readonly { readonly line: BankLine }[]) => lines.reduce((sum, { line }) => sum + line.cents, 0)

/** The same inside an action. Answers what the book did not take. */
export async function postCertain(
  tx: Transaction,
  context: BookContext,
  sealer: Sealer,
  accounts: Accounts,
  certain: readonly SortedLine[],
): Promise<RefusedLine[]> {
  const refused: RefusedLine[] = []
  const dues = certain.flatMap(({ line, text, work, decision }): LineBooking[] =>
    work?.kind === 'dues' ? [{ line, text, parts: work.parts, decided: 'certain', reason: decision.reason }] : [],
  )
  const postDues = (bookings: readonly LineBooking[]) =>
    attempt(tx, () => postLineBookings(tx, context, sealer, accounts, bookings))
  // All at once, which is quick; one by one only to find the one that is refused.
  if (await postDues(dues))
    for (const booking of dues) {
      const because = await postDues([booking])
      if (because) refused.push({ line: booking.line, because })
    }
  const rest = certain.filter(({ work }) => work?.kind !== 'dues')
  const booked: SortedLine[] = []
  for (const sorted of rest) {
    const because = await attempt(tx, () => postOther(tx, context, sorted))
    if (because) refused.push({ line: sorted.line, because })
    else booked.push(sorted)
  }
  await keepDecisions(
    tx,
    context,
    sealer,
    booked.map(({ line, decision }) => ({ line, decided: 'certain', reason: decision.reason })),
  )
  return refused
}

async function postOther(tx: Transaction, context: BookContext, { line, work }: SortedLine): Promise<void> {
  const day = (await openDays(tx))(line.bookDay)
  const cents = line.cents - line.usedCents
  switch (work?.kind) {
    case 'transfer':
      return postTransfer(tx, context, line)
    case 'batch': {
      const collection = await collectionByReference(tx, work.batch.reference)
      if (!collection) throw new RuleBroken('bankLinesChanged')
      if (await linkHandPayments(tx, context, collection.id, { id: line.id, cents })) return
      await settleCollection(tx, context, { collectionId: collection.id, day, cents, bankLineId: line.id })
      return
    }
    case 'return': {
      const itemId = await itemOfReturn(tx, work.item.batchReference, work.item.endToEndId)
      await bookReturn(tx, context, { itemId, code: work.code, day, bankLineId: line.id })
      return
    }
  }
}

/** Somebody wrote down before that the collection came in: this line is that money, and no more. Tells whether it was. */
async function linkHandPayments(
  tx: Transaction,
  context: BookContext,
  collectionId: string,
  line: { readonly id: string; readonly cents: number },
): Promise<boolean> {
  const payments = await handPaymentsOf(tx, collectionId)
  if (payments.length === 0 || payments.reduce((sum, { cents }) => sum + cents, 0) !== line.cents) return false
  await insertRows(
    tx,
    'bank_link',
    payments.map(({ id }) => ({ id: context.newId(), bank_line_id: line.id, payment_id: id })),
  )
  return true
}

async function itemOfReturn(tx: Transaction, batchReference: string, endToEndId: string): Promise<string> {
  const collection = await collectionByReference(tx, batchReference)
  const items = collection ? await itemsOfCollection(tx, collection.id) : []
  const item = items.find((each) => each.endToEndId === endToEndId)
  if (!item) throw new RuleBroken('bankLinesChanged')
  return item.id
}

/** Money between own accounts, or with the cash box. */
export async function postTransfer(tx: Transaction, context: BookContext, line: BankLine): Promise<void> {
  await postBooking(tx, context, {
    day: (await openDays(tx))(line.bookDay),
    cents: line.cents - line.usedCents,
    evidence: { source: 'bank', accountId: line.accountId, bankLineId: line.id },
    purpose: { kind: 'transfer', transferId: null },
    text: null,
  })
}
