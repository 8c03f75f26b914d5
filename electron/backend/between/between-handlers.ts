import type { between, OtherBookView } from '../../../shared/contract/between.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import type { HandlersOf } from '../dispatch.ts'
import { findNames } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { decide, dropSession, sessionOf } from './between-desk.ts'
import {
  keepSharedPeople,
  lastFile,
  listOtherBooks,
  type OtherBook,
  otherBookOf,
  type SharedPerson,
  sharedPeopleOf,
  standingOf,
} from './between-queries.ts'
import { makeMembers, makeStandings, previewMembers, previewStandings } from './make-files.ts'
import { forgetBook, liveGroups, lookAtCard, makeCard, meetBook } from './meet-book.ts'
import { openReceived, previewFile, takeInFile } from './take-in-file.ts'

export const betweenHandlers: HandlersOf<typeof between, BookContext> = {
  async state(_input, { db }) {
    const { kind } = await bookSettingsOf(db)
    const groups = await liveGroups(db)
    const books = await Promise.all((await listOtherBooks(db)).map((book) => viewOf(db, book, groups)))
    return { kind, groups, books, isFor: kind === 'binnenbuurt' || groups.length > 0 || books.length > 0 }
  },
  makeCard: (_input, context) => makeCard(context),
  readCard: ({ file }, context) => lookAtCard(context, file),
  meet: (meeting, context) => meetBook(context, meeting),
  async forget({ id }, context) {
    await forgetBook(context, id)
    return null
  },
  previewMembers: ({ id, withContact }, context) => previewMembers(context, id, withContact),
  makeMembers: ({ id, withContact }, context) => makeMembers(context, id, withContact),
  previewStandings: ({ id, withOpen }, context) => previewStandings(context, id, withOpen),
  makeStandings: ({ id, withOpen }, context) => makeStandings(context, id, withOpen),
  open: ({ file }, context) => openReceived(context, file),
  preview: ({ id }, context) => previewFile(context, id),
  decide({ id, key, choice }, context) {
    decide(sessionOf(context, id), key, choice)
    return null
  },
  takeIn: ({ id }, context) => takeInFile(context, id),
  close({ id }, context) {
    dropSession(context, id)
    return null
  },
  async keepErased({ id, personId }, context) {
    await otherBookOf(context.db, id)
    const shared = await sharedPeopleOf(context.db, id)
    const asked = shared.find((person) => person.personId === personId && isAsked(person))
    if (!asked) throw new RuleBroken('notFound', { table: 'shared_person' })
    await write(context, { kind: 'erasureAnswered', subject: { table: 'person', id: personId } }, (tx) =>
      keepSharedPeople(tx, id, shared, [{ ...asked, erasureAnsweredOn: context.today() }]),
    )
    return null
  },
  standing: ({ personId }, { db }) => standingOf(db, personId),
}

const isAsked = ({ erasedThereOn, erasureAnsweredOn }: SharedPerson) =>
  erasedThereOn !== null && erasureAnsweredOn === null

async function viewOf(
  db: Reader,
  book: OtherBook,
  groups: readonly { readonly id: string; readonly name: string }[],
): Promise<OtherBookView> {
  const last = async (direction: 'made' | 'taken', kind: 'leden' | 'stand') => {
    const file = await lastFile(db, book.id, direction, kind)
    return file && { day: file.day, people: file.people }
  }
  const asked = (await sharedPeopleOf(db, book.id)).filter(isAsked)
  // Whoever was erased here too has no name any more.
  const names = await findNames(
    db,
    asked.map(({ personId }) => personId),
  )
  return {
    ...{ id: book.id, name: book.name, kind: book.kind, metOn: book.metOn, givesContact: book.givesContact },
    group: groups.find(({ id }) => id === book.groupId)?.name ?? null,
    made: { leden: await last('made', 'leden'), stand: await last('made', 'stand') },
    taken: { leden: await last('taken', 'leden'), stand: await last('taken', 'stand') },
    erasedThere: asked.flatMap(({ personId }) => {
      const name = names.get(personId)
      return name === undefined ? [] : [{ personId, name }]
    }),
  }
}
