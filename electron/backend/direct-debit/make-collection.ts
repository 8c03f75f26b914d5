// A collection and its items as one action, and taking all or one of them back before the file is with the bank.
import type { z } from 'zod'
import type { directDebit } from '../../../shared/contract/direct-debit.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { earliestCollectDay } from '../../../shared/domain/collection-days.ts'
import type { MandateKind } from '../../../shared/domain/mandate.ts'
import { mandateKinds } from '../../../shared/domain/mandate.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { sepaText } from '../../../shared/domain/sepa-text.ts'
import { isTargetDay, targetDayFrom } from '../../../shared/domain/target-days.ts'
import type { MainAccount } from '../bank/main-account.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { describeAction } from '../dues/describe-action.ts'
import { payerColumns } from '../dues/payer-accounts.ts'
import { postingOf } from '../dues/post-ledger.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Charge, CollectionItem } from './collection-queries.ts'
import { chargesOfItems, findCollection, findItem, isReferenceTaken, itemsOfCollection } from './collection-queries.ts'
import type { CollectionPlan, PlannedItem } from './propose-collection.ts'
import { planCollection } from './propose-collection.ts'

type Wanted = z.output<(typeof directDebit)['make']['input']>

/** @throws RuleBroken noCreditorId, collectDayClosed, collectDayTooSoon, nothingToCollect, overMonthLimit */
export async function makeCollection(context: BookContext, wanted: Wanted): Promise<{ ids: string[] }> {
  return write(context, { kind: 'collectionMade', details: { day: wanted.collectDay } }, async (tx, action) => {
    // Planned inside the transaction: two windows at once must not ask the same charge twice.
    const plan = await planCollection(tx, wanted.collectDay)
    refuseDay(wanted.collectDay, context.today(), plan.account.noticeDays)
    const without = new Set(wanted.without)
    const items = plan.items.filter(({ mandate }) => !without.has(mandate.id))
    if (items.length === 0) throw new RuleBroken('nothingToCollect')
    const cents = sumOf(items)
    refuseOverMonthLimit(plan.account, plan.monthCents + cents)
    const ids: string[] = []
    for (const sequence of mandateKinds) {
      const own = items.filter(({ mandate }) => mandate.kind === sequence)
      if (own.length > 0) ids.push(await postCollection(tx, context, plan, { ...wanted, sequence, items: own }))
    }
    await describeAction(tx, action, { day: wanted.collectDay, count: items.length, cents })
    return { ids }
  })
}

function refuseDay(day: Day, today: Day, noticeDays: number): void {
  if (!isTargetDay(day)) throw new RuleBroken('collectDayClosed', { field: 'collectDay', day: targetDayFrom(day) })
  const earliest = earliestCollectDay(today, noticeDays)
  if (day < earliest) throw new RuleBroken('collectDayTooSoon', { field: 'collectDay', day: earliest })
}

/**
 * @param cents all that is collected in the month
 * @throws RuleBroken overMonthLimit
 */
export function refuseOverMonthLimit({ monthLimitCents: limit }: MainAccount, cents: Cents): void {
  if (limit !== null && cents > limit)
    throw new RuleBroken('overMonthLimit', { cents: limit, tooMuchCents: cents - limit })
}

interface NewCollection {
  readonly collectDay: Day
  readonly text: string
  readonly sequence: MandateKind
  readonly items: readonly PlannedItem[]
}

async function postCollection(
  tx: Transaction,
  context: BookContext,
  { account }: CollectionPlan,
  wanted: NewCollection,
): Promise<string> {
  const posting = postingOf(context)
  const id = context.newId()
  const reference = await freeReference(tx, context, wanted.collectDay)
  await insertRows(tx, 'collection', [
    {
      ...posting,
      id,
      reference,
      bank_account_id: account.id,
      sequence: wanted.sequence,
      collect_day: wanted.collectDay,
      notice_days: account.noticeDays,
      creditor_id: account.creditorId,
      creditor_name: account.holder,
      creditor_iban: account.iban,
      pain_version: account.painVersion,
      text: sepaText(wanted.text, 140),
      amount_cents: sumOf(wanted.items),
    },
  ])
  const items = wanted.items.map((item, at) => ({
    ...item,
    id: context.newId(),
    endToEndId: `${reference}-${String(at + 1).padStart(4, '0')}`,
  }))
  await insertRows(
    tx,
    'collection_item',
    items.map((item) => ({
      ...posting,
      id: item.id,
      collection_id: id,
      mandate_id: item.mandate.id,
      person_id: item.mandate.personId,
      ...payerColumns(item.payer),
      end_to_end_id: item.endToEndId,
      amount_cents: item.cents,
    })),
  )
  await insertRows(
    tx,
    'collection_charge',
    items.flatMap((item) =>
      item.charges.map(({ dueId, cents }) => ({
        ...posting,
        id: context.newId(),
        item_id: item.id,
        due_id: dueId,
        amount_cents: cents,
      })),
    ),
  )
  await insertRows(
    tx,
    'collection_debtor',
    items.map(({ id: itemId, mandate }) => ({
      id: context.newId(),
      item_id: itemId,
      holder: mandate.holder,
      iban: mandate.iban,
      mandate_reference: mandate.reference,
      signed_on: mandate.signedOn ?? '',
      new_account: mandate.newAccount ? 1 : 0,
    })),
  )
  return id
}

/** `BB261201-3F9A2C`: the day, and signs that no other collection has, also when it is made on another PC. */
async function freeReference(db: Reader, context: BookContext, collectDay: Day): Promise<string> {
  for (;;) {
    const signs = context
      .newId()
      .replace(/[^0-9A-Za-z]/g, '')
      .slice(-6)
      .toUpperCase()
      .padStart(6, '0')
    const reference = `BB${collectDay.slice(2).replaceAll('-', '')}-${signs}`
    if (!(await isReferenceTaken(db, reference))) return reference
  }
}

/** @throws RuleBroken notFound, collectionSubmitted, collectionCancelled */
export async function cancelCollection(context: BookContext, id: string): Promise<void> {
  const { collectDay } = await findCollection(context.db, id)
  await write(context, { kind: 'collectionCancelled', details: { day: collectDay } }, async (tx) => {
    const collection = await findCollection(tx, id)
    refuseSent(collection)
    const items = await itemsOfCollection(tx, id)
    await reverseItems(tx, context, items)
    await postCounterRow(tx, context, id)
  })
}

/** One item is not sent after all; the others stay. @throws RuleBroken notFound, collectionSubmitted */
export async function dropItem(context: BookContext, itemId: string): Promise<void> {
  const { personId, cents } = await findItem(context.db, itemId)
  const subject = { table: 'person', id: personId } as const
  await write(context, { kind: 'collectionItemDropped', subject, details: { cents } }, async (tx) => {
    const item = await findItem(tx, itemId)
    refuseSent(await findCollection(tx, item.collectionId))
    await reverseItems(tx, context, [item])
    if ((await itemsOfCollection(tx, item.collectionId)).length === 0)
      await postCounterRow(tx, context, item.collectionId)
  })
}

function refuseSent(collection: { readonly isLive: boolean; readonly submittedOn: Day | null }): void {
  if (!collection.isLive) throw new RuleBroken('collectionCancelled')
  if (collection.submittedOn !== null) throw new RuleBroken('collectionSubmitted', { day: collection.submittedOn })
}

async function reverseItems(tx: Transaction, context: BookContext, items: readonly CollectionItem[]): Promise<void> {
  const posting = postingOf(context)
  const charges = await chargesOfItems(
    tx,
    items.map(({ id }) => id),
  )
  await insertRows(
    tx,
    'collection_charge',
    charges.map((charge: Charge) => ({
      ...posting,
      id: context.newId(),
      item_id: charge.itemId,
      due_id: charge.dueId,
      amount_cents: -charge.cents,
      reverses_id: charge.id,
    })),
  )
  await insertRows(
    tx,
    'collection_item',
    items.map((item) => ({
      ...posting,
      id: context.newId(),
      collection_id: item.collectionId,
      mandate_id: item.mandateId,
      person_id: item.personId,
      payer_person_id: item.payer_person_id,
      payer_household_id: item.payer_household_id,
      end_to_end_id: item.endToEndId,
      amount_cents: -item.cents,
      reverses_id: item.id,
    })),
  )
}

async function postCounterRow(tx: Transaction, context: BookContext, collectionId: string): Promise<void> {
  const { row_no: _, ...row } = await tx
    .selectFrom('collection')
    .selectAll()
    .where('id', '=', collectionId)
    .executeTakeFirstOrThrow()
  await insertRows(tx, 'collection', [
    { ...row, ...postingOf(context), id: context.newId(), amount_cents: -row.amount_cents, reverses_id: row.id },
  ])
}

const sumOf = (items: readonly { readonly cents: Cents }[]) => items.reduce((sum, item) => sum + item.cents, 0)
