// What the bank did with a collection: its money came in, or one of its items came back. Both are called inside the action that
// takes a bank file in, or from a button when there is no bank file; corrections are counter-rows only.
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { ReturnAdvice } from '../../../shared/domain/return-code.ts'
import { knownReturnCode, meaningOfReturn } from '../../../shared/domain/return-code.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { describeAction } from '../dues/describe-action.ts'
import { allocationsOfPayment, paymentById } from '../dues/ledger-queries.ts'
import { postAllocations, postingOf, reverseAllocations } from '../dues/post-ledger.ts'
import { reversalIds } from '../ledger-chain/reversal-ids.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { holdMandateIn } from './change-mandate.ts'
import { duesNow, placeCharges } from './charges-now.ts'
import type { Collection, CollectionItem } from './collection-queries.ts'
import {
  allCollections,
  chargesOfItems,
  findCollection,
  findItem,
  itemsOfCollection,
  liveReturnsOf,
} from './collection-queries.ts'
import { markSubmitted } from './collection-steps.ts'
import { mandatesById } from './mandate-queries.ts'

export interface Settlement {
  readonly collectionId: string
  /** Day on which the bank booked it. */
  readonly day: Day
  /** What came in; null = everything that did not come in yet. */
  readonly cents: Cents | null
  readonly bankLineId: string | null
}

/**
 * One line of the bank pays a whole collection: a payment per payer, which pays the charges of its item.
 * @throws RuleBroken notFound, collectionCancelled, collectionSettled, collectionSumDiffers (`cents` that were expected)
 */
export async function settleCollection(tx: Transaction, context: BookContext, settlement: Settlement) {
  const collection = await findCollection(tx, settlement.collectionId)
  if (!collection.isLive) throw new RuleBroken('collectionCancelled')
  const items = itemsToSettle(await itemsOfCollection(tx, collection.id), settlement.cents)
  await markSubmitted(tx, context, collection)
  const paid = await payItems(tx, context, items, settlement)
  // The line of a return may come before the line of the batch that it is taken from.
  for (const { item, paymentId } of paid)
    if (item.returnCode !== null)
      await takeBack(tx, context, item, paymentId, { day: settlement.day, bankLineId: item.returnLineId })
  return { count: items.length, cents: sumOf(items) }
}

/** Banks book the whole batch and take returns off later, or leave out what came back before: the sum tells which. */
function itemsToSettle(items: readonly CollectionItem[], cents: Cents | null): CollectionItem[] {
  const waiting = items.filter((item) => item.paymentId === null && !item.takenBack)
  const unreturned = waiting.filter((item) => item.returnCode === null)
  if (unreturned.length === 0) throw new RuleBroken('collectionSettled')
  if (cents === null || sumOf(unreturned) === cents) return unreturned
  if (sumOf(waiting) === cents) return waiting
  throw new RuleBroken('collectionSumDiffers', { cents: sumOf(unreturned) })
}

async function payItems(
  tx: Transaction,
  context: BookContext,
  items: readonly CollectionItem[],
  { day, bankLineId }: Settlement,
) {
  const paid = items.map((item) => ({ item, paymentId: context.newId() }))
  await insertRows(
    tx,
    'payment',
    paid.map(({ item, paymentId }) => ({
      ...postingOf(context),
      id: paymentId,
      day,
      payer_person_id: item.payer_person_id,
      payer_household_id: item.payer_household_id,
      method: 'incasso' as const,
      bank_line_id: bankLineId,
      collection_item_id: item.id,
      amount_cents: item.cents,
    })),
  )
  await postAllocations(tx, context, await allocationLines(tx, paid))
  return paid
}

/** Each payment pays what its item asked for, as far as that is still open; the rest is left for the next run. */
async function allocationLines(tx: Reader, paid: readonly { item: CollectionItem; paymentId: string }[]) {
  const paymentOf = new Map(paid.map(({ item, paymentId }) => [item.id, paymentId]))
  const charges = await chargesOfItems(tx, paymentOf.keys())
  const now = await duesNow(
    tx,
    charges.map(({ dueId }) => dueId),
  )
  return placeCharges(charges, now).flatMap(({ charge, parts }) =>
    parts.map((part) => ({ paymentId: paymentOf.get(charge.itemId) ?? '', ...part })),
  )
}

export interface BankReturn {
  readonly itemId: string
  readonly code: string
  /** Day on which the bank took it back. */
  readonly day: Day
  readonly bankLineId: string | null
}

export interface BookedReturn {
  /** This very return was booked before; nothing was done. */
  readonly already: boolean
  readonly advice: ReturnAdvice
  readonly letter: boolean
  readonly heldMandate: boolean
}

/**
 * One item came back [storno]: its charges are open again, those of others are untouched; the mandate waits where the code says so.
 * @throws RuleBroken notFound
 */
export async function bookReturn(tx: Transaction, context: BookContext, given: BankReturn): Promise<BookedReturn> {
  const item = await findItem(tx, given.itemId)
  const code = knownReturnCode(given.code) ?? given.code.trim().slice(0, 10)
  const { advice, letter, holdsMandate } = meaningOfReturn(code)
  if (item.returnCode !== null) {
    // Written down by hand, and now the line of the bank comes: the return is that line, with the code that the bank gives.
    const isNoted = given.bankLineId !== null && item.returnLineId === null
    if (!isNoted) return { already: true, advice, letter, heldMandate: false }
    await takeNoteBack(tx, context, item.id)
  }
  await markSubmitted(tx, context, await findCollection(tx, item.collectionId))
  if (item.paymentId !== null) await takeBack(tx, context, item, item.paymentId, given)
  await insertRows(tx, 'collection_return', [
    {
      ...postingOf(context),
      id: context.newId(),
      item_id: item.id,
      code,
      day: given.day,
      bank_line_id: given.bankLineId,
      amount_cents: item.cents,
    },
  ])
  const mandate = (await mandatesById(tx, [item.mandateId])).get(item.mandateId)
  const reason = advice === 'deceased' ? 'deceased' : 'returned'
  const heldMandate = holdsMandate && mandate ? await holdMandateIn(tx, mandate, reason, context.today()) : false
  return { already: false, advice, letter, heldMandate }
}

async function takeNoteBack(tx: Transaction, context: BookContext, itemId: string): Promise<void> {
  const noted = await liveReturnsOf(tx, itemId)
  const nextId = await reversalIds(
    tx,
    'collection_return',
    noted.map(({ id }) => id),
  )
  await insertRows(
    tx,
    'collection_return',
    noted.map((row) => ({
      ...row,
      ...postingOf(context),
      id: nextId(row.id),
      amount_cents: -row.amount_cents,
      reverses_id: row.id,
    })),
  )
}

/** The payment of an item no longer counts; what it paid is open again. Where its money was given back, the payer now owes it. */
async function takeBack(
  tx: Transaction,
  context: BookContext,
  item: CollectionItem,
  paymentId: string,
  { day, bankLineId }: { readonly day: Day; readonly bankLineId: string | null },
): Promise<void> {
  const payment = await paymentById(tx, paymentId)
  if (!payment) throw new RuleBroken('notFound', { table: 'payment' })
  const allocations = await allocationsOfPayment(tx, paymentId)
  await reverseAllocations(tx, context, allocations)
  const nextId = await reversalIds(tx, 'payment', [payment.id])
  await insertRows(tx, 'payment', [
    {
      ...postingOf(context),
      id: nextId(payment.id),
      day,
      payer_person_id: payment.payer_person_id,
      payer_household_id: payment.payer_household_id,
      method: payment.method,
      bank_line_id: bankLineId,
      collection_item_id: item.id,
      reason: 'bounced',
      amount_cents: -payment.netCents,
      reverses_id: payment.id,
    },
  ])
}

/** From a button, without a bank file. */
export async function settleByHand(context: BookContext, collectionId: string, day: Day): Promise<{ cents: Cents }> {
  refuseFuture(context.today(), day)
  const { collectDay } = await findCollection(context.db, collectionId)
  if (day < collectDay) throw new RuleBroken('dayBeforeStart', { field: 'day', from: collectDay })
  return write(context, { kind: 'collectionSettled' }, async (tx, action) => {
    const settled = await settleCollection(tx, context, { collectionId, day, cents: null, bankLineId: null })
    await describeAction(tx, action, { day: collectDay, count: settled.count, cents: settled.cents })
    return { cents: settled.cents }
  })
}

/** From a button, without a bank file. @throws RuleBroken alreadyReversed when it came back before, collectionNotExported, dayBeforeStart */
export async function returnByHand(context: BookContext, given: { itemId: string; code: string; day: Day }) {
  refuseFuture(context.today(), given.day)
  const { personId, cents, collectionId } = await findItem(context.db, given.itemId)
  const { createdAt, fileSha256 } = await findCollection(context.db, collectionId)
  if (fileSha256 === null) throw new RuleBroken('collectionNotExported')
  const from = dayOfClock(new Date(createdAt))
  if (given.day < from) throw new RuleBroken('dayBeforeStart', { field: 'day', from })
  const subject = { table: 'person', id: personId } as const
  return write(context, { kind: 'collectionReturned', subject, details: { cents } }, async (tx) => {
    const { already, advice, heldMandate } = await bookReturn(tx, context, { ...given, bankLineId: null })
    if (already) throw new RuleBroken('alreadyReversed')
    return { advice, heldMandate }
  })
}

/** A collection as the lines of the bank name it. */
export interface KnownCollection {
  readonly collection: Collection
  readonly items: readonly CollectionItem[]
}

/** Live collections with their items, newest first, for finding out which lines of the bank are about them. */
export async function knownCollections(db: Reader): Promise<KnownCollection[]> {
  const known: KnownCollection[] = []
  for (const collection of await allCollections(db))
    if (collection.isLive) known.push({ collection, items: await itemsOfCollection(db, collection.id) })
  return known
}

const sumOf = (rows: readonly { readonly cents: Cents }[]) => rows.reduce((sum, row) => sum + row.cents, 0)
