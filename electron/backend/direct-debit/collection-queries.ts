// What was collected, is on its way, and came back. A row that counts is called live: it and its counter-rows make its amount.
import type { CollectionView } from '../../../shared/contract/direct-debit.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { PainVersion } from '../../../shared/domain/collection-days.ts'
import { collectionDays } from '../../../shared/domain/collection-days.ts'
import type { MandateKind } from '../../../shared/domain/mandate.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import type { PayerRef } from '../dues/payer-accounts.ts'
import { payerOf } from '../dues/payer-accounts.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import { RuleBroken } from '../rule-broken.ts'
import { duesNow, placeCharges } from './charges-now.ts'

const liveSum = (alias: string, table: string) =>
  `${alias}.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM ${table} r WHERE r.reverses_id = ${alias}.id), 0)`
const live = (alias: string, table: string) => `${alias}.reverses_id IS NULL AND ${liveSum(alias, table)} <> 0`
const liveItem = live('i', 'collection_item')

/** The live payment that an item brought. */
const paymentOfItem = `(SELECT p.id FROM payment p WHERE p.collection_item_id = i.id AND ${live('p', 'payment')} LIMIT 1)`
const liveReturn = live('t', 'collection_return')
const isReturned = `EXISTS (SELECT 1 FROM collection_return t WHERE t.item_id = i.id AND ${liveReturn})`
/** Its payment was taken back by hand, with a reason; the counter-row of an undo has none. */
const isTakenBack = `EXISTS (SELECT 1 FROM payment p JOIN payment b ON b.reverses_id = p.id
  WHERE p.collection_item_id = i.id AND b.reason IS NOT NULL AND NOT (${live('p', 'payment')}))`

/** SQL: whether a payment counts, or did until the bank took it back. */
export const cameIn = (p: string) => `(${live(p, 'payment')} OR ${p}.reverses_id IS NULL
  AND (SELECT r.reason FROM payment r WHERE r.reverses_id = ${p}.id ORDER BY r.row_no DESC LIMIT 1) = 'bounced')`

export interface Collection {
  readonly id: string
  readonly reference: string
  readonly sequence: MandateKind
  readonly collectDay: Day
  readonly noticeDays: number
  readonly creditorId: string
  readonly creditorName: string
  readonly creditorIban: string
  readonly painVersion: PainVersion
  readonly text: string
  readonly createdAt: string
  readonly isLive: boolean
  readonly count: number
  readonly cents: Cents
  readonly settledCents: Cents
  readonly settledCount: number
  readonly returnedCount: number
  readonly returnedCents: Cents
  readonly announcedOn: Day | null
  readonly exportedOn: Day | null
  readonly submittedOn: Day | null
  readonly fileSha256: string | null
}

interface CollectionRow extends Omit<Collection, 'isLive'> {
  readonly net: number
}

const stepDay = (step: string) =>
  `(SELECT max(s.day) FROM collection_step s WHERE s.collection_id = c.id AND s.step = '${step}' AND s.deleted_at IS NULL)`
const settledItem = `(${paymentOfItem} IS NOT NULL OR ${isReturned} OR ${isTakenBack})`

/** Each live item is looked at once: an association that collected for years has tens of thousands of them. */
const itemSums = `SELECT collection_id, count(*) AS count, sum(cents) AS cents, sum(isSettled) AS settledCount,
    sum(isSettled * cents) AS settledCents, sum(isReturned) AS returnedCount, sum(isReturned * cents) AS returnedCents
  FROM (SELECT i.collection_id, i.amount_cents AS cents, ${settledItem} AS isSettled, ${isReturned} AS isReturned
    FROM collection_item i WHERE ${liveItem}) GROUP BY collection_id`

const collectionSelect = `SELECT c.id, c.reference, c.sequence, c.collect_day AS collectDay, c.notice_days AS noticeDays,
    c.creditor_id AS creditorId, c.creditor_name AS creditorName, c.creditor_iban AS creditorIban, c.pain_version AS painVersion,
    c.text, c.created_at AS createdAt, ${liveSum('c', 'collection')} AS net,
    coalesce(n.count, 0) AS count, coalesce(n.cents, 0) AS cents,
    coalesce(n.settledCount, 0) AS settledCount, coalesce(n.settledCents, 0) AS settledCents,
    coalesce(n.returnedCount, 0) AS returnedCount, coalesce(n.returnedCents, 0) AS returnedCents,
    ${stepDay('announced')} AS announcedOn, ${stepDay('exported')} AS exportedOn, ${stepDay('submitted')} AS submittedOn,
    (SELECT s.file_sha256 FROM collection_step s WHERE s.collection_id = c.id AND s.step = 'exported' AND s.deleted_at IS NULL
      ORDER BY s.row_no DESC LIMIT 1) AS fileSha256
  FROM collection c LEFT JOIN (${itemSums}) n ON n.collection_id = c.id WHERE c.reverses_id IS NULL`

/** Newest first; cancelled ones too. */
export async function allCollections(db: Reader): Promise<Collection[]> {
  const rows = await rowsOf<CollectionRow>(db, `${collectionSelect} ORDER BY c.collect_day DESC, c.id DESC`)
  return rows.map(rowToCollection)
}

/** @throws RuleBroken notFound */
export async function findCollection(db: Reader, id: string): Promise<Collection> {
  const [row] = await rowsOf<CollectionRow>(db, `${collectionSelect} AND c.id = ?1`, [id])
  if (!row) throw new RuleBroken('notFound', { table: 'collection' })
  return rowToCollection(row)
}

/** The live collection that the bank names; undefined when it is not ours. */
export async function collectionByReference(db: Reader, reference: string): Promise<Collection | undefined> {
  const rows = await rowsOf<CollectionRow>(db, `${collectionSelect} AND c.reference = ?1`, [reference])
  return rows.map(rowToCollection).find(({ isLive }) => isLive)
}

/** What the bank may name all the same, when the file of such a collection was sent. */
export async function referencesCalledOff(db: Reader): Promise<string[]> {
  const rows = await rowsOf<{ reference: string }>(
    db,
    `SELECT c.reference FROM collection c WHERE c.reverses_id IS NULL AND ${liveSum('c', 'collection')} = 0`,
  )
  return rows.map(({ reference }) => reference)
}

const rowToCollection = ({ net, ...row }: CollectionRow): Collection => ({ ...row, isLive: net !== 0 })

export function collectionView(collection: Collection): CollectionView {
  const { collectDay, noticeDays } = collection
  return {
    id: collection.id,
    reference: collection.reference,
    sequence: collection.sequence,
    state: stateOf(collection),
    days: collectionDays(collectDay, noticeDays),
    count: collection.count,
    cents: collection.cents,
    announcedOn: collection.announcedOn,
    exportedOn: collection.exportedOn,
    submittedOn: collection.submittedOn,
    fileSha256: collection.fileSha256,
    settledCents: collection.settledCents,
    returnedCount: collection.returnedCount,
    returnedCents: collection.returnedCents,
  }
}

function stateOf(collection: Collection): CollectionView['state'] {
  if (!collection.isLive || collection.count === 0) return 'cancelled'
  if (collection.settledCount === collection.count) return 'settled'
  if (collection.submittedOn !== null) return 'submitted'
  if (collection.exportedOn !== null) return 'exported'
  return collection.announcedOn !== null ? 'announced' : 'made'
}

export interface CollectionItem {
  readonly id: string
  readonly collectionId: string
  readonly mandateId: string
  readonly personId: string
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
  readonly endToEndId: string
  readonly cents: Cents
  /** null once they were erased. */
  readonly holder: string | null
  readonly iban: string | null
  readonly mandateReference: string | null
  readonly signedOn: Day | null
  readonly newAccount: boolean
  readonly paymentId: string | null
  readonly returnCode: string | null
  /** The line of the bank by which it came back. */
  readonly returnLineId: string | null
  readonly takenBack: boolean
}

type ItemRow = Omit<CollectionItem, 'newAccount' | 'takenBack'> & { newAccount: number | null; takenBack: number }

const itemSelect = `SELECT i.id, i.collection_id AS collectionId, i.mandate_id AS mandateId, i.person_id AS personId,
    i.payer_person_id, i.payer_household_id, i.end_to_end_id AS endToEndId, i.amount_cents AS cents,
    d.holder, d.iban, d.mandate_reference AS mandateReference, d.signed_on AS signedOn, d.new_account AS newAccount,
    ${paymentOfItem} AS paymentId, ${isTakenBack} AS takenBack,
    (SELECT t.code FROM collection_return t WHERE t.item_id = i.id AND ${liveReturn} LIMIT 1) AS returnCode,
    (SELECT t.bank_line_id FROM collection_return t WHERE t.item_id = i.id AND ${liveReturn} LIMIT 1) AS returnLineId
  FROM collection_item i LEFT JOIN collection_debtor d ON d.item_id = i.id AND d.deleted_at IS NULL WHERE ${liveItem}`

/** Live items of a collection, in the order of the file. */
export async function itemsOfCollection(db: Reader, collectionId: string): Promise<CollectionItem[]> {
  const rows = await rowsOf<ItemRow>(db, `${itemSelect} AND i.collection_id = ?1 ORDER BY i.end_to_end_id`, [
    collectionId,
  ])
  return rows.map(rowToItem)
}

/** @throws RuleBroken notFound */
export async function findItem(db: Reader, id: string): Promise<CollectionItem> {
  const [row] = await rowsOf<ItemRow>(db, `${itemSelect} AND i.id = ?1`, [id])
  if (!row) throw new RuleBroken('notFound', { table: 'collection_item' })
  return rowToItem(row)
}

const rowToItem = (row: ItemRow): CollectionItem => ({
  ...row,
  newAccount: row.newAccount === 1,
  takenBack: row.takenBack === 1,
})

export interface Charge {
  readonly id: string
  readonly itemId: string
  readonly dueId: string
  readonly cents: Cents
}

/** Live charges of items. */
export function chargesOfItems(db: Reader, itemIds: Iterable<string>): Promise<Charge[]> {
  return rowsOf(
    db,
    `SELECT g.id, g.item_id AS itemId, g.due_id AS dueId, g.amount_cents AS cents FROM collection_charge g
      WHERE g.item_id IN (SELECT value FROM json_each(?1)) AND ${live('g', 'collection_charge')} ORDER BY g.id`,
    [idList(itemIds)],
  )
}

/** Payments that a collection brought by a button, of which the bank's own line did not come yet. */
export function handPaymentsOf(db: Reader, collectionId: string): Promise<{ id: string; cents: Cents }[]> {
  return rowsOf(
    db,
    `SELECT p.id, p.amount_cents AS cents FROM payment p JOIN collection_item i ON i.id = p.collection_item_id
      WHERE i.collection_id = ?1 AND p.bank_line_id IS NULL AND ${cameIn('p')}
        AND NOT EXISTS (SELECT 1 FROM bank_link k WHERE k.payment_id = p.id AND k.deleted_at IS NULL) ORDER BY p.id`,
    [collectionId],
  )
}

export interface UnderWay {
  /** What of each due is on its way. */
  readonly byDue: ReadonlyMap<string, Cents>
  /**
   * What is on its way for dues that no longer are so much: paid otherwise, waived, or remade for less. It comes in as money that is
   * left, so who pays it must not be asked for as much again.
   */
  readonly surplus: readonly { readonly payer: PayerRef; readonly cents: Cents }[]
}

type ChargeUnderWay = Pick<Charge, 'dueId' | 'cents'> & Pick<CollectionItem, 'payer_person_id' | 'payer_household_id'>

/** What is on its way to be collected: asked in a live item that neither brought money nor came back. */
export async function centsUnderWay(db: Reader): Promise<UnderWay> {
  const charges = await rowsOf<ChargeUnderWay>(
    db,
    `SELECT g.due_id AS dueId, g.amount_cents AS cents, i.payer_person_id, i.payer_household_id
      FROM collection_charge g JOIN collection_item i ON i.id = g.item_id
      WHERE ${live('g', 'collection_charge')} AND ${liveItem} AND NOT ${settledItem} ORDER BY g.id`,
  )
  const now = await duesNow(
    db,
    charges.map(({ dueId }) => dueId),
  )
  const byDue = new Map<string, Cents>()
  const surplus: { payer: PayerRef; cents: Cents }[] = []
  for (const { charge, parts, restCents } of placeCharges(charges, now)) {
    for (const { dueId, cents } of parts) byDue.set(dueId, (byDue.get(dueId) ?? 0) + cents)
    if (restCents > 0) surplus.push({ payer: payerOf(charge), cents: restCents })
  }
  return { byDue, surplus }
}

/** Sum of what is collected in the calendar month of a day. */
export async function centsOfMonth(db: Reader, day: Day): Promise<Cents> {
  const [row] = await rowsOf<{ cents: number }>(
    db,
    `SELECT coalesce(sum(i.amount_cents), 0) AS cents FROM collection_item i JOIN collection c ON c.id = i.collection_id
      WHERE ${liveItem} AND substr(c.collect_day, 1, 7) = substr(?1, 1, 7)`,
    [day],
  )
  return row?.cents ?? 0
}

export interface Return {
  readonly itemId: string
  readonly collectionId: string
  readonly personId: string
  readonly mandateId: string
  readonly cents: Cents
  readonly day: Day
  readonly code: string
}

interface ReturnRow {
  readonly id: string
  readonly item_id: string
  readonly code: string
  readonly day: Day
  readonly bank_line_id: string | null
  readonly amount_cents: Cents
}

export function liveReturnsOf(db: Reader, itemId: string): Promise<ReturnRow[]> {
  return rowsOf(
    db,
    `SELECT t.id, t.item_id, t.code, t.day, t.bank_line_id, t.amount_cents FROM collection_return t WHERE t.item_id = ?1 AND ${liveReturn}`,
    [itemId],
  )
}

/** Newest first. */
export function allReturns(db: Reader, limit: number): Promise<Return[]> {
  return rowsOf(
    db,
    `SELECT t.item_id AS itemId, i.collection_id AS collectionId, i.person_id AS personId, i.mandate_id AS mandateId,
      t.amount_cents AS cents, t.day, t.code
      FROM collection_return t JOIN collection_item i ON i.id = t.item_id WHERE ${liveReturn} ORDER BY t.day DESC, t.id DESC LIMIT ?1`,
    [limit],
  )
}

/** Whether a reference was given to a collection before, cancelled ones too. */
export async function isReferenceTaken(db: Reader, reference: string): Promise<boolean> {
  const row = await db.selectFrom('collection').select('id').where('reference', '=', reference).executeTakeFirst()
  return row !== undefined
}
