// Files for another book. Each is shown whole before it is made; making it is written down, and it leaves in somebody's hands only.
import type { LeavingPerson } from '../../../shared/contract/between.ts'
import type { FilePerson } from '../../../shared/contract/between-files.ts'
import { formatAddress } from '../../../shared/domain/address.ts'
import { type BetweenFileKind, betweenEndings } from '../../../shared/domain/between.ts'
import { formatName } from '../../../shared/domain/person-name.ts'
import { bookSecretOf, bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { fileName } from '../files/file-name.ts'
import { findNames } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import {
  changeOtherBook,
  keepExchangedFile,
  keepSharedPeople,
  lastFile,
  type OtherBook,
  otherBookOf,
} from './between-queries.ts'
import { type BookKeys, bookKeysOf } from './book-keys.ts'
import { collectMembers } from './collect-members.ts'
import { shownName } from './describe-lines.ts'
import { type ContentOf, sealForBook } from './sealed-file.ts'
import { laterThan } from './stamps.ts'
import { collectStandings } from './standings.ts'

interface MadeFile {
  readonly file: string
  readonly name: string
}

export async function previewMembers(context: BookContext, id: string, withContact: boolean) {
  const { hashKey } = await bookKeysOf(await bookSecretOf(context.db))
  const book = await otherBookOf(context.db, id)
  const { content, states } = await collectMembers(context.db, book, {
    ...{ withContact, hashKey, now: context.now(), today: context.today() },
  })
  const nameHere = (person: FilePerson) => formatName(states.get(person.id)?.values.name ?? noName)
  return { people: content.people.map((person) => leaving(person, nameHere(person))), erased: content.erased.length }
}

export async function makeMembers(context: BookContext, id: string, withContact: boolean): Promise<MadeFile> {
  const keys = await bookKeysOf(await bookSecretOf(context.db))
  const { db } = context
  const book = await otherBookOf(db, id)
  const moment = { withContact, hashKey: keys.hashKey, now: context.now(), today: context.today() }
  const count = (await collectMembers(db, book, moment)).content.people.length
  const subject = { table: 'other_book' as const, id }
  const made = await write(context, { kind: 'memberFileMade', subject, details: { count } }, async (tx) => {
    const { content, known, shared } = await collectMembers(tx, book, moment)
    const seq = await nextSeq(context, tx, book, 'leden')
    await keepSharedPeople(tx, id, known, shared)
    if (book.givesContact !== withContact) await changeOtherBook(tx, id, { gives_contact: withContact ? 1 : 0 })
    await keepExchangedFile(tx, madeRow(context, book, 'leden', seq, content.people.length))
    return { content, seq }
  })
  return offer(context, book, keys, 'leden', made)
}

export async function previewStandings({ db, today }: BookContext, id: string, withOpen: boolean) {
  const book = await duesBook(db, id)
  const { people } = await collectStandings(db, book, withOpen, today())
  const names = await findNames(
    db,
    people.map((person) => person.id),
  )
  return {
    people: people.map(({ id: personId, paidUntil, pays, openCents }) => ({
      name: names.get(personId) ?? '',
      ...{ paidUntil, pays, openCents: openCents ?? null },
    })),
  }
}

export async function makeStandings(context: BookContext, id: string, withOpen: boolean): Promise<MadeFile> {
  const keys = await bookKeysOf(await bookSecretOf(context.db))
  const book = await duesBook(context.db, id)
  const content = await collectStandings(context.db, book, withOpen, context.today())
  const subject = { table: 'other_book' as const, id }
  const details = { count: content.people.length }
  const made = await write(context, { kind: 'duesFileMade', subject, details }, async (tx) => {
    const seq = await nextSeq(context, tx, book, 'stand')
    await keepExchangedFile(tx, madeRow(context, book, 'stand', seq, content.people.length))
    return { content, seq }
  })
  return offer(context, book, keys, 'stand', made)
}

/** What is paid goes one way: from the association's book down. @throws RuleBroken betweenWrongWay */
async function duesBook(db: BookContext['db'], id: string): Promise<OtherBook> {
  const book = await otherBookOf(db, id)
  const { kind, duesEnabled } = await bookSettingsOf(db)
  if (kind !== 'vereniging' || !duesEnabled) throw new RuleBroken('betweenWrongWay')
  return book
}

async function nextSeq(
  context: BookContext,
  tx: Parameters<typeof lastFile>[0],
  book: OtherBook,
  kind: BetweenFileKind,
): Promise<number> {
  const last = await lastFile(tx, book.id, 'made', kind)
  // By the clock, so that a book that was put back from a copy does not begin again with numbers that were taken in already.
  return laterThan(last?.seq ?? 0, context.now().getTime())
}

const madeRow = (context: BookContext, book: OtherBook, kind: BetweenFileKind, seq: number, people: number) => ({
  ...{ id: context.newId(), other_book_id: book.id, direction: 'made' as const, kind, seq },
  ...{ day: context.today(), people },
})

async function offer<Kind extends BetweenFileKind>(
  context: BookContext,
  book: OtherBook,
  keys: BookKeys,
  kind: Kind,
  { content, seq }: { readonly content: ContentOf<Kind>; readonly seq: number },
): Promise<MadeFile> {
  const said = { kind, content, seq, made: context.today(), app: context.appVersion }
  const bytes = await sealForBook(said, keys, book)
  const { name: ownName } = await bookSettingsOf(context.db)
  const name = `${fileName(`${ownName} voor ${book.name}`)} ${context.today()}${betweenEndings[kind]}`
  return { file: context.files.produce(name, 'application/octet-stream', bytes), name }
}

const noName = { firstName: '', infix: '', lastName: '', called: '' }

function leaving({ kind, fields }: FilePerson, nameHere: string): LeavingPerson {
  return {
    name: fields.name ? shownName(fields.name.value) : nameHere,
    kind,
    ...fields.belongs.value,
    address: fields.address ? formatAddress(fields.address.value) : '',
    birthYear: String(fields.birthYear?.value ?? ''),
    phone: fields.phone?.value ?? '',
    mobile: fields.mobile?.value ?? '',
    email: fields.email?.value ?? '',
  }
}
