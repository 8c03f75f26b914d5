// The way of a collection to the bank: payers are told, the file is made, and sent. What was sent can no longer change.
import { createHash } from 'node:crypto'
import type { itemProblems } from '../../../shared/contract/direct-debit.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { collectionDays } from '../../../shared/domain/collection-days.ts'
import { mainAccountOf } from '../bank/main-account.ts'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { allAgreements } from '../dues/agreement-queries.ts'
import { duesOfPeople, openCentsOf } from '../dues/ledger-queries.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import { refuseUnlikely } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Collection, CollectionItem } from './collection-queries.ts'
import { centsOfMonth, chargesOfItems, findCollection, itemsOfCollection } from './collection-queries.ts'
import { refuseOverMonthLimit } from './make-collection.ts'
import { mandatesById } from './mandate-queries.ts'
import { peopleById, peopleCollectedFrom, whyNotByMandate } from './propose-collection.ts'
import { writePain008 } from './write-pain008.ts'

/** Everybody was told. @throws RuleBroken notFound, collectionCancelled, collectionSubmitted, dayInFuture, dayLongAgo, announcedTooLate */
export async function announceCollection(context: BookContext, id: string, day: Day): Promise<void> {
  await takeStep(context, id, 'collectionAnnounced', day, async (tx, collection) => {
    refuseSubmitted(collection)
    const { announceBy } = collectionDays(collection.collectDay, collection.noticeDays)
    if (day > announceBy) throw new RuleBroken('announcedTooLate', { field: 'day', day: announceBy })
    await addStep(tx, context, id, 'announced', day, null)
  })
}

/**
 * Makes the file for the bank and remembers its SHA-256. Once it was sent it is made again only when it comes out the same.
 * @throws RuleBroken notFound, collectionCancelled, collectionNotAnnounced, submitTooLate, collectionOutdated, overMonthLimit, collectionFileDiffers
 */
export async function exportCollection(context: BookContext, id: string) {
  const collection = await findCollection(context.db, id)
  const details = { day: collection.collectDay }
  const made = await write(context, { kind: 'collectionExported', details }, async (tx) => {
    const current = await findCollection(tx, id)
    if (!current.isLive) throw new RuleBroken('collectionCancelled')
    const items = await itemsOfCollection(tx, id)
    if (current.submittedOn === null) await refuseUnready(tx, context.today(), current, items)
    const bytes = Buffer.from(fileOf(current, items), 'utf8')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (current.submittedOn !== null && sha256 !== current.fileSha256) throw new RuleBroken('collectionFileDiffers')
    if (sha256 !== current.fileSha256) await addStep(tx, context, id, 'exported', context.today(), sha256)
    return { bytes, sha256 }
  })
  // Rabobank takes names of at most 35 signs.
  const name = `incasso-${collection.collectDay}-${collection.reference.slice(-6)}.xml`
  return { file: context.files.produce(name, 'application/xml', made.bytes), name, sha256: made.sha256 }
}

/** The file is with the bank. @throws RuleBroken notFound, collectionCancelled, collectionSubmitted, collectionNotExported, dayInFuture, dayLongAgo, submitTooLate */
export async function submitCollection(context: BookContext, id: string, day: Day): Promise<void> {
  await takeStep(context, id, 'collectionSubmitted', day, async (tx, collection) => {
    refuseSubmitted(collection)
    if (collection.announcedOn === null) throw new RuleBroken('collectionNotAnnounced')
    if (collection.fileSha256 === null) throw new RuleBroken('collectionNotExported')
    refuseLate(collection, day)
    const items = await itemsOfCollection(tx, id)
    const sha256 = createHash('sha256').update(fileOf(collection, items), 'utf8').digest('hex')
    if (sha256 !== collection.fileSha256) throw new RuleBroken('collectionNotExported')
    await addStep(tx, context, id, 'submitted', day, null)
  })
}

/** Marks as sent what the bank evidently has: its money came in. */
export async function markSubmitted(tx: Transaction, context: BookContext, collection: Collection): Promise<void> {
  if (collection.submittedOn === null) await addStep(tx, context, collection.id, 'submitted', context.today(), null)
}

type StepKind = 'collectionAnnounced' | 'collectionSubmitted'

async function takeStep(
  context: BookContext,
  id: string,
  kind: StepKind,
  day: Day,
  work: (tx: Transaction, collection: Collection) => Promise<void>,
): Promise<void> {
  refuseUnlikely(context.today(), day)
  const { collectDay } = await findCollection(context.db, id)
  await write(context, { kind, details: { day: collectDay } }, async (tx) => {
    const collection = await findCollection(tx, id)
    if (!collection.isLive) throw new RuleBroken('collectionCancelled')
    await work(tx, collection)
  })
}

async function addStep(
  tx: Transaction,
  context: BookContext,
  collectionId: string,
  step: 'announced' | 'exported' | 'submitted',
  day: Day,
  fileSha256: string | null,
): Promise<void> {
  const before = await tx
    .selectFrom('collection_step')
    .select('id')
    .where('collection_id', '=', collectionId)
    .where('deleted_at', 'is', null)
    .orderBy('row_no', 'desc')
    .executeTakeFirst()
  await tx
    .insertInto('collection_step')
    .values({
      id: context.newId(),
      collection_id: collectionId,
      step,
      day,
      follows_id: before?.id ?? null,
      file_sha256: fileSha256,
      deleted_at: null,
    })
    .execute()
}

function refuseSubmitted({ submittedOn }: Collection): void {
  if (submittedOn !== null) throw new RuleBroken('collectionSubmitted', { day: submittedOn })
}

function refuseLate({ collectDay, noticeDays }: Collection, day: Day): void {
  const { submitBy } = collectionDays(collectDay, noticeDays)
  if (day > submitBy) throw new RuleBroken('submitTooLate', { field: 'day', day: submitBy })
}

async function refuseUnready(
  db: Reader,
  today: Day,
  collection: Collection,
  items: readonly CollectionItem[],
): Promise<void> {
  if (collection.announcedOn === null) throw new RuleBroken('collectionNotAnnounced')
  refuseLate(collection, today)
  const problems = await problemsOf(db, collection, items)
  if (problems.size > 0) throw new RuleBroken('collectionOutdated', { count: problems.size })
  // The bank may have lowered it since, or another PC made a collection for the same month.
  const account = await mainAccountOf(db)
  if (account) refuseOverMonthLimit(account, await centsOfMonth(db, collection.collectDay))
}

type ItemProblem = (typeof itemProblems)[number]

/** Items that may not be sent any more as they are, and why. */
export async function problemsOf(
  db: Reader,
  collection: Collection,
  items: readonly CollectionItem[],
): Promise<ReadonlyMap<string, ItemProblem>> {
  const mandates = await mandatesById(
    db,
    items.map(({ mandateId }) => mandateId),
  )
  const people = await peopleById(
    db,
    items.map(({ personId }) => personId),
  )
  const chargeProblems = await problemsOfCharges(db, collection, items)
  const itemLimit = (await mainAccountOf(db))?.itemLimitCents ?? null
  const problems = new Map<string, ItemProblem>()
  for (const item of items) {
    const mandate = mandates.get(item.mandateId)
    // This very collection is the last use of the mandate: it must not count against itself.
    const before = mandate && { ...mandate, lastUsedOn: null, signedOn: mandate.signedOn && collection.collectDay }
    const reason = !before
      ? 'noMandate'
      : people.get(item.personId)?.deceased
        ? 'deceased'
        : (whyNotByMandate(before, collection.collectDay) ?? chargeProblems.get(item.id) ?? null)
    const hasChanged =
      mandate?.iban !== item.iban || mandate?.holder !== item.holder || mandate?.signedOn !== item.signedOn
    if (reason !== null) problems.set(item.id, reason)
    else if (itemLimit !== null && item.cents > itemLimit) problems.set(item.id, 'overItemLimit')
    else if (hasChanged) problems.set(item.id, 'changed')
  }
  return problems
}

/** What is no longer so of the dues that items ask for: each has to be there, open, of somebody who lives and pays this way. */
async function problemsOfCharges(
  db: Reader,
  { collectDay }: Collection,
  items: readonly CollectionItem[],
): Promise<ReadonlyMap<string, ItemProblem>> {
  const charges = await chargesOfItems(
    db,
    items.map(({ id }) => id),
  )
  const rows = await rowsOf<{ person_id: string }>(
    db,
    'SELECT DISTINCT person_id FROM due WHERE id IN (SELECT value FROM json_each(?1))',
    [idList(charges.map(({ dueId }) => dueId))],
  )
  const ids = rows.map((row) => row.person_id)
  const dues = new Map((await duesOfPeople(db, ids)).map((due) => [due.id, due]))
  const people = await peopleById(db, ids)
  const collected = peopleCollectedFrom(await allAgreements(db), collectDay)
  const problems = new Map<string, ItemProblem>()
  for (const { itemId, dueId, cents } of charges) {
    const due = dues.get(dueId)
    if (due && people.get(due.personId)?.deceased) problems.set(itemId, 'mateDeceased')
    else if (!due || !collected.has(due.personId)) problems.set(itemId, 'agreedOtherwise')
    else if (openCentsOf(due) < cents && !problems.has(itemId)) problems.set(itemId, 'paid')
  }
  return problems
}

function fileOf(collection: Collection, items: readonly CollectionItem[]): string {
  return writePain008({
    version: collection.painVersion,
    batchId: collection.reference,
    createdAt: collection.createdAt.slice(0, 19),
    collectDay: collection.collectDay,
    sequence: collection.sequence,
    creditor: {
      name: collection.creditorName,
      iban: collection.creditorIban,
      creditorId: collection.creditorId,
    },
    items: items.map((item) => {
      const { holder, iban, mandateReference, signedOn } = item
      // Erased since: what is not known cannot be sent, and was not sent either.
      if (holder === null || iban === null || mandateReference === null || signedOn === null)
        throw new RuleBroken('collectionFileDiffers')
      return {
        endToEndId: item.endToEndId,
        cents: item.cents,
        mandateReference,
        signedOn,
        newAccount: item.newAccount,
        holder,
        iban,
        text: collection.text,
      }
    }),
  })
}
