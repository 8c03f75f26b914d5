import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookKeysOf } from '../../../../electron/backend/between/book-keys.ts'
import { sealForBook } from '../../../../electron/backend/between/sealed-file.ts'
import { signingKeyOf } from '../../../../electron/backend/sync/format/signing.ts'
import {
  addPerson,
  type BetweenBook,
  type Letter,
  meet,
  namesIn,
  open,
  openBetweenBook,
  receive,
  takeIn,
  taken,
  writeMembers,
} from '../../../support/between-books.ts'

let association: BetweenBook
let noord: BetweenBook
let zuid: BetweenBook
let letter: Letter
beforeAll(async () => {
  association = await openBetweenBook('Stadsdorp Oosterweide', 'vereniging', 1)
  noord = await openBetweenBook('Noord', 'binnenbuurt', 2)
  zuid = await openBetweenBook('Zuid', 'binnenbuurt', 3)
  await meet(association, noord)
  await addPerson(noord.api, 'Ria Berg')
  letter = await writeMembers(noord, association)
})
afterAll(async () => {
  for (const book of [association, noord, zuid]) await book.close()
})

const refusal = (book: BetweenBook, file: Letter) =>
  open(book, file).then(
    () => 'taken',
    (error) => error.code,
  )
const keysOf = (number: number) => bookKeysOf(number.toString(16).padStart(2, '0').repeat(32))
const forged = { kind: 'leden' as const, seq: 1, made: '2026-01-05', app: '0', content: { people: [], erased: [] } }

describe('a file of another book is refused in words of its own', () => {
  it('when it is none', async () => {
    expect(await refusal(association, { ...letter, bytes: Buffer.from('hallo') })).toBe('betweenNotOne')
  })

  it('when any part of it was cut off or changed', async () => {
    for (const cut of [1, 40, 300])
      expect(await refusal(association, { ...letter, bytes: letter.bytes.subarray(0, -cut) })).toBe('betweenDamaged')
    const bytes = Uint8Array.from(letter.bytes)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    expect(await refusal(association, { ...letter, bytes })).toBe('betweenDamaged')
  })

  it('when it was made for another book', async () => {
    expect(await refusal(zuid, letter)).toBe('betweenNotForUs')
  })

  it('when it was made for another book and encrypted anew by somebody who could read it', async () => {
    const [noordKeys, ours] = [await keysOf(2), await keysOf(1)]
    const passedOn = { signingKey: (await keysOf(3)).signing.publicKey, recipient: ours.recipient }
    const bytes = await sealForBook(forged, noordKeys, passedOn)
    expect(await refusal(association, { name: 'x.buurtleden', bytes })).toBe('betweenNotForUs')
  })

  it('when it comes from a book that was never met', async () => {
    const ours = await keysOf(1)
    const bytes = await sealForBook(forged, await keysOf(3), {
      signingKey: ours.signing.publicKey,
      recipient: ours.recipient,
    })
    expect(await refusal(association, { name: 'x.buurtleden', bytes })).toBe('betweenStranger')
  })

  it('when somebody else signed it in the name of a book that was met', async () => {
    const [noordKeys, ours] = [await keysOf(2), await keysOf(1)]
    const other = await signingKeyOf(new Uint8Array(32).fill(9))
    const keys = { ...noordKeys, signing: { ...other, publicKey: noordKeys.signing.publicKey } }
    const bytes = await sealForBook(forged, keys, { signingKey: ours.signing.publicKey, recipient: ours.recipient })
    expect(await refusal(association, { name: 'x.buurtleden', bytes })).toBe('betweenForged')
  })

  it('when its name says that it is something else', async () => {
    expect(await refusal(association, { ...letter, name: 'contributie.buurtstand' })).toBe('betweenRenamed')
    // Another name with the right ending is what browsers make of a second download.
    expect(await refusal(association, { ...letter, name: 'bestand (1).buurtleden' })).toBe('taken')
  })

  it('when it was taken in before, or is older than the one that was', async () => {
    const older = await writeMembers(noord, association)
    const newer = await writeMembers(noord, association)
    await takeIn(association, newer)
    expect(await refusal(association, newer)).toBe('betweenAgain')
    expect(await refusal(association, older)).toBe('betweenOlder')
    expect(await namesIn(association)).toEqual(['Ria Berg'])
  })

  it('at the moment of taking in too, when a newer one was taken in meanwhile', async () => {
    const [first, second] = [await writeMembers(noord, association), await writeMembers(noord, association)]
    const { id } = await open(association, first)
    await takeIn(association, second)
    await association.api.between.preview({ id })
    await expect(association.api.between.takeIn({ id })).rejects.toMatchObject({ code: 'betweenOlder' })
  })
})

describe('a card', () => {
  const cardOf = async (book: BetweenBook) => {
    const { words, ...made } = await book.api.between.makeCard({})
    return { words, letter: taken(book, made) }
  }

  it('is only taken with the words that belong to it', async () => {
    const { words, letter: card } = await cardOf(zuid)
    const file = await receive(association, card)
    const wrong = [...words].reverse()
    await expect(association.api.between.meet({ file, words: wrong, groupId: null })).rejects.toMatchObject({
      code: 'betweenWordsWrong',
    })
  })

  it('that was changed, is our own or of the same kind of book is refused', async () => {
    const look = async (book: BetweenBook, card: Letter) =>
      book.api.between.readCard({ file: await receive(book, card) }).catch((error) => error.code)
    const { letter: card } = await cardOf(zuid)
    const text = new TextDecoder().decode(card.bytes)
    const changed = { ...card, bytes: new TextEncoder().encode(text.replace('Zuid', 'Oost')) }
    expect(await look(association, changed)).toBe('betweenCardChanged')
    expect(await look(association, { ...card, bytes: Buffer.from('{}') })).toBe('betweenNotCard')
    expect(await look(zuid, card)).toBe('betweenCardOwn')
    expect(await look(noord, card)).toBe('betweenSameKind')
    expect(await look(association, card)).toMatchObject({ name: 'Zuid', kind: 'binnenbuurt', isKnown: false })
  })
})
