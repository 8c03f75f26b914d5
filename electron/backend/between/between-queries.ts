// All questions to the tables of the exchange with other books.
import { createHash } from 'node:crypto'
import type { BookCard } from '../../../shared/contract/between-files.ts'
import type { BetweenFileKind } from '../../../shared/domain/between.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow, Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import { readStamps, type Stamps, writeStamps } from './stamps.ts'

export interface OtherBook {
  readonly id: string
  readonly name: string
  readonly kind: 'binnenbuurt' | 'vereniging'
  /** What the two books share, in this one; null: everybody in it. */
  readonly groupId: string | null
  readonly signingKey: string
  readonly recipient: string
  readonly metOn: Day
  readonly givesContact: boolean
}

/** The same on every PC that meets this book. */
export const otherBookId = (signingKey: string): string =>
  createHash('sha256').update(signingKey).digest('hex').slice(0, 32)

export async function listOtherBooks(db: Reader): Promise<OtherBook[]> {
  const rows = await db.selectFrom('other_book').selectAll().where('deleted_at', 'is', null).orderBy('name').execute()
  return rows.map(rowToBook)
}

/** Throws RuleBroken `notFound`. */
export async function otherBookOf(db: Reader, id: string): Promise<OtherBook> {
  const found = await findOtherBook(db, id)
  if (!found) throw new RuleBroken('notFound', { table: 'other_book' })
  return found
}

export async function findOtherBook(db: Reader, id: string): Promise<OtherBook | undefined> {
  const row = await db
    .selectFrom('other_book')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row && rowToBook(row)
}

/** Writes down what a card says; a book that was met before gets its new name or group. */
export async function keepOtherBook(
  tx: Transaction,
  card: BookCard,
  groupId: string | null,
  today: Day,
): Promise<string> {
  const id = otherBookId(card.signingKey)
  const said = {
    name: card.name,
    kind: card.kind,
    neighbourhood_id: groupId,
    signing_key: card.signingKey,
    recipient: card.recipient,
    met_on: today,
    deleted_at: null,
  }
  const known = await tx.selectFrom('other_book').select('id').where('id', '=', id).executeTakeFirst()
  if (known) await tx.updateTable('other_book').set(said).where('id', '=', id).execute()
  else await insertRows(tx, 'other_book', [{ id, ...said, gives_contact: 0 }])
  return id
}

export async function changeOtherBook(
  tx: Transaction,
  id: string,
  values: { readonly gives_contact?: 0 | 1; readonly deleted_at?: string },
): Promise<void> {
  await tx.updateTable('other_book').set(values).where('id', '=', id).execute()
}

export interface SharedPerson {
  readonly personId: string
  readonly theirId: string | null
  readonly stamps: Stamps
  readonly erasedThereOn: Day | null
  readonly erasureAnsweredOn: Day | null
}

export async function sharedPeopleOf(db: Reader, bookId: string): Promise<SharedPerson[]> {
  const rows = await db
    .selectFrom('shared_person')
    .selectAll()
    .where('other_book_id', '=', bookId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    theirId: row.their_id,
    stamps: readStamps(row.stamps),
    erasedThereOn: row.erased_there_on,
    erasureAnsweredOn: row.erasure_answered_on,
  }))
}

/** Writes those that are new or differ from `known`. */
export async function keepSharedPeople(
  tx: Transaction,
  bookId: string,
  known: readonly SharedPerson[],
  people: readonly SharedPerson[],
): Promise<void> {
  const before = new Map(known.map((person) => [person.personId, person]))
  const added: NewRow<'shared_person'>[] = []
  for (const person of people) {
    const was = before.get(person.personId)
    const id = `${bookId}.${person.personId}`
    const values = {
      their_id: person.theirId,
      stamps: writeStamps(person.stamps),
      erased_there_on: person.erasedThereOn,
      erasure_answered_on: person.erasureAnsweredOn,
    }
    if (!was) added.push({ id, other_book_id: bookId, person_id: person.personId, ...values })
    else if (JSON.stringify(was) !== JSON.stringify(person))
      await tx.updateTable('shared_person').set(values).where('id', '=', id).execute()
  }
  await insertRows(tx, 'shared_person', added)
}

export async function keepExchangedFile(tx: Transaction, file: NewRow<'exchanged_file'>): Promise<void> {
  await insertRows(tx, 'exchanged_file', [file])
}

export type ExchangedFile = Pick<Row<'exchanged_file'>, 'seq' | 'day' | 'people'>

/** The newest file of a kind that was made for a book, or taken in from it. */
export async function lastFile(
  db: Reader,
  bookId: string,
  direction: 'made' | 'taken',
  kind: BetweenFileKind,
): Promise<ExchangedFile | null> {
  const row = await db
    .selectFrom('exchanged_file')
    .select(['seq', 'day', 'people'])
    .where('other_book_id', '=', bookId)
    .where('direction', '=', direction)
    .where('kind', '=', kind)
    .where('deleted_at', 'is', null)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return row ?? null
}

export async function standingOf(db: Reader, personId: string) {
  const row = await db
    .selectFrom('dues_standing as s')
    .innerJoin('other_book as b', 'b.id', 's.other_book_id')
    .select(['s.paid_until', 's.pays', 's.open_cents', 's.as_of', 'b.name'])
    .where('s.person_id', '=', personId)
    .where('s.deleted_at', 'is', null)
    .orderBy('s.as_of', 'desc')
    .executeTakeFirst()
  return row
    ? { paidUntil: row.paid_until, pays: row.pays === 1, openCents: row.open_cents, asOf: row.as_of, from: row.name }
    : null
}

/** Everything that was told before goes, and what is told now stands. */
export async function keepStandings(
  tx: Transaction,
  bookId: string,
  standings: readonly Omit<NewRow<'dues_standing'>, 'id' | 'other_book_id'>[],
  at: string,
): Promise<void> {
  const known = await tx.selectFrom('dues_standing').selectAll().where('other_book_id', '=', bookId).execute()
  const before = new Map(known.map((row) => [row.id, row]))
  const added: NewRow<'dues_standing'>[] = []
  for (const standing of standings) {
    const id = `${bookId}.${standing.person_id}`
    if (before.has(id))
      await tx
        .updateTable('dues_standing')
        .set({ ...standing, deleted_at: null })
        .where('id', '=', id)
        .execute()
    else added.push({ id, other_book_id: bookId, ...standing })
    before.delete(id)
  }
  await insertRows(tx, 'dues_standing', added)
  const left = [...before.values()].filter(({ deleted_at }) => deleted_at === null)
  for (const { id } of left)
    await tx.updateTable('dues_standing').set({ deleted_at: at }).where('id', '=', id).execute()
}

function rowToBook(row: Row<'other_book'>): OtherBook {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    groupId: row.neighbourhood_id,
    signingKey: row.signing_key,
    recipient: row.recipient,
    metOn: row.met_on,
    givesContact: row.gives_contact === 1,
  }
}
