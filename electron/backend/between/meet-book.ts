// Kennismaken: two books get to know each other once, by a card each and four words over the telephone.
import spokenWords from '../../../resources/words/spoken-words.json' with { type: 'json' }
import type { BookCard } from '../../../shared/contract/between-files.ts'
import { betweenEndings } from '../../../shared/domain/between.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import { passphraseOfWords } from '../../../shared/domain/spoken-words.ts'
import { bookSecretOf, bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { fileName } from '../files/file-name.ts'
import { RuleBroken } from '../rule-broken.ts'
import { selfTest } from '../sealing/self-test.ts'
import { changeOtherBook, findOtherBook, keepOtherBook, otherBookId, otherBookOf } from './between-queries.ts'
import { type BookKeys, bookKeysOf } from './book-keys.ts'
import { readCard, wordsOfCard, writeCard } from './card-file.ts'

/** The card of this book, to hand to another, and the words that belong to it. */
export async function makeCard(context: BookContext): Promise<{ file: string; name: string; words: string[] }> {
  await selfTest('passphrase')
  const keys = await bookKeysOf(await bookSecretOf(context.db))
  const card = await ownCard(context.db, keys)
  const name = `${fileName(card.name)}${betweenEndings.card}`
  const file = context.files.produce(name, 'application/json', await writeCard(card, keys.signing))
  return { file, name, words: await wordsOfCard(card, context.wordsWork) }
}

export async function lookAtCard(context: BookContext, file: string) {
  const card = await receivedCard(context, file)
  const groups = await liveGroups(context.db)
  const wanted = [card.group, card.name].flatMap((name) => (name === null ? [] : [foldText(name)]))
  return {
    ...{ name: card.name, kind: card.kind, group: card.group },
    groupId: groups.find(({ name }) => wanted.includes(foldText(name)))?.id ?? null,
    isKnown: (await findOtherBook(context.db, otherBookId(card.signingKey))) !== undefined,
  }
}

/** @throws RuleBroken betweenWordsWrong, betweenSameKind, betweenCardOwn; badInput without a binnenbuurt where one is needed */
export async function meetBook(
  context: BookContext,
  meeting: { readonly file: string; readonly words: readonly string[]; readonly groupId: string | null },
): Promise<{ id: string }> {
  const { db } = context
  const card = await receivedCard(context, meeting.file)
  await selfTest('passphrase')
  const words = await wordsOfCard(card, context.wordsWork)
  if (passphraseOfWords(meeting.words, spokenWords) !== words.join(' ')) throw new RuleBroken('betweenWordsWrong')
  const { kind } = await bookSettingsOf(db)
  const groups = await liveGroups(db)
  const groupId = kind === 'vereniging' ? (groups.find(({ id }) => id === meeting.groupId)?.id ?? null) : null
  if (kind === 'vereniging' && groupId === null) throw new RuleBroken('badInput', { field: 'groupId' })
  const id = otherBookId(card.signingKey)
  await write(context, { kind: 'otherBookMet', subject: { table: 'other_book', id } }, (tx) =>
    keepOtherBook(tx, card, groupId, context.today()),
  )
  await context.files.discard(meeting.file)
  return { id }
}

export async function forgetBook(context: BookContext, id: string): Promise<void> {
  await otherBookOf(context.db, id)
  await write(context, { kind: 'otherBookForgotten', subject: { table: 'other_book', id } }, (tx) =>
    changeOtherBook(tx, id, { deleted_at: context.now().toISOString() }),
  )
}

/** @throws RuleBroken besides those of a card: betweenCardOwn, betweenSameKind */
async function receivedCard({ db, files }: BookContext, file: string): Promise<BookCard> {
  const { bytes } = await files.open(file)
  const card = await readCard(bytes)
  const keys = await bookKeysOf(await bookSecretOf(db))
  if (card.signingKey === keys.signing.publicKey) throw new RuleBroken('betweenCardOwn')
  const { kind } = await bookSettingsOf(db)
  if (card.kind === kind) throw new RuleBroken('betweenSameKind', { kind })
  return card
}

async function ownCard(db: Reader, keys: BookKeys): Promise<BookCard> {
  const { name, kind } = await bookSettingsOf(db)
  const groups = await liveGroups(db)
  return {
    ...{ name, kind, signingKey: keys.signing.publicKey, recipient: keys.recipient },
    group: kind === 'binnenbuurt' && groups.length === 1 ? (groups[0]?.name ?? null) : null,
  }
}

/** Binnenbuurten that are not thrown away, by name. */
export function liveGroups(db: Reader): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('neighbourhood').select(['id', 'name']).where('deleted_at', 'is', null).orderBy('name').execute()
}
