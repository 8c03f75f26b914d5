// The money of a collection, and what the bank takes back of it, come as lines of the bank: booked at once, and undone as a whole.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linesToAssign } from '../../../../electron/backend/bank/assign-views.ts'
import { bookCertain } from '../../../../electron/backend/bank/book-certain.ts'
import { checkBank } from '../../../../electron/backend/bank/check-bank.ts'
import type { BankEntry } from '../../../../electron/backend/bank-files/bank-file.ts'
import { checkLedger } from '../../../../electron/backend/dues/check-ledger.ts'
import { aBankFile, anEntry, aStatement, takeInFile } from '../../../support/bank-book.ts'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'

let book: MoneyBook
beforeEach(async () => {
  book = await openMoneyBook()
  await book.api.directDebit.saveAccount({
    holder: 'Stadsdorp Oosterweide',
    iban: 'NL91 ABNA 0417 1643 00',
    creditorId: 'NL51ZZZ405365330000',
    itemLimitCents: null,
    monthLimitCents: null,
    noticeDays: 14,
    painVersion: '08',
  })
})
afterEach(async () => {
  expect(await checkLedger(book.context.db)).toEqual([])
  expect(await checkBank(book.context.db)).toEqual([])
  await book.close()
})

async function aDebtor(name: string): Promise<string> {
  const personId = await book.aPayer(name, { from: '2026-11-01', method: 'incasso' })
  await book.api.dues.run({})
  await book.api.directDebit.addMandate({
    personId,
    reference: '',
    kind: 'RCUR',
    holder: name,
    iban: 'NL13TEST0123456789',
    signedOn: '2026-10-01',
    usedBeforeOn: null,
  })
  return personId
}

/** A collection that is with the bank; today is the day its money comes. */
async function sent() {
  const { ids } = await book.api.directDebit.make({ collectDay: '2026-12-09', text: 'Contributie', without: [] })
  const collectionId = ids[0] ?? ''
  await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
  await book.api.directDebit.exportFile({ collectionId })
  await book.api.directDebit.submit({ collectionId, day: '2026-11-23' })
  book.setDay('2026-12-15')
  return book.api.directDebit.collection({ collectionId })
}

/** One line from the bank, and the certain ones are booked. */
async function bookLine(entry: Partial<BankEntry>) {
  const unnamed = { counterIban: null, counterName: null, text: '' }
  await takeInFile(book.context, aBankFile([aStatement([anEntry({ ...unnamed, ...entry })])]))
  const { lines } = await linesToAssign(book.context)
  await bookCertain(
    book.context,
    lines.map(({ id }) => id),
  )
  return lines[0]
}

const openCents = async (personId: string) => (await book.status(personId)).openCents
const onAccount = async () =>
  (await book.api.bookkeeping.year({ year: 2026 })).accounts.reduce((sum, { endCents }) => sum + endCents, 0)
const waiting = async () => (await linesToAssign(book.context)).lines.map(({ work }) => work)

test('the line of a whole batch settles its collection item by item, and one undo opens all of them again', async () => {
  const people = [await aDebtor('Joyce Pinas'), await aDebtor('Wim Groot')]
  const collection = await sent()
  const line = await bookLine({ cents: 2000, bookDay: '2026-12-09', batchRef: collection.reference })
  expect(line).toMatchObject({ group: 'certain', work: 'batch' })
  expect(await Promise.all(people.map(openCents))).toEqual([0, 0])
  expect(await waiting()).toEqual([])

  await book.api.history.undo({})
  expect(await Promise.all(people.map(openCents))).toEqual([1000, 1000])
  expect(await waiting()).toEqual(['batch'])
})

test('the line of a batch with another sum settles nothing and is not certain', async () => {
  const joyce = await aDebtor('Joyce Pinas')
  const collection = await sent()
  const entry = anEntry({
    cents: 900,
    bookDay: '2026-12-09',
    batchRef: collection.reference,
    counterIban: null,
    text: '',
  })
  await takeInFile(book.context, aBankFile([aStatement([entry])]))
  expect(await waiting()).toEqual([null])
  expect(await openCents(joyce)).toBe(1000)
})

test('a return from the bank opens that charge alone and holds the mandate; one undo puts both back', async () => {
  const [joyce, wim] = [await aDebtor('Joyce Pinas'), await aDebtor('Wim Groot')]
  const collection = await sent()
  await bookLine({ cents: 2000, bookDay: '2026-12-09', batchRef: collection.reference })
  const endToEndId = await book.context.db
    .selectFrom('collection_item')
    .select('end_to_end_id')
    .where('person_id', '=', joyce)
    .executeTakeFirstOrThrow()
  const line = await bookLine({
    cents: -1000,
    bookDay: '2026-12-14',
    endToEndId: endToEndId.end_to_end_id,
    returnCode: 'MD06',
    isReversal: true,
  })
  expect(line).toMatchObject({ group: 'certain', work: 'return' })
  expect(collection.items).toHaveLength(2)
  expect([await openCents(joyce), await openCents(wim)]).toEqual([1000, 0])
  const holds = async () => (await book.api.directDebit.person({ personId: joyce })).mandates.map(({ state }) => state)
  expect(await holds()).toEqual(['hold'])

  await book.api.history.undo({})
  expect([await openCents(joyce), await openCents(wim)]).toEqual([0, 0])
  expect(await holds()).toEqual(['active'])
  expect(await waiting()).toEqual(['return'])
})

test('the line of a batch that was settled by hand before is that money, and no more of it', async () => {
  const joyce = await aDebtor('Joyce Pinas')
  await aDebtor('Wim Groot')
  const { id: collectionId, reference, items } = await sent()
  await book.api.directDebit.settle({ collectionId, day: '2026-12-09' })
  const itemId = items.find(({ personId }) => personId === joyce)?.id ?? ''
  await book.api.directDebit.recordReturn({ itemId, code: 'AM04', day: '2026-12-11' })
  await bookLine({ cents: 2000, bookDay: '2026-12-09', batchRef: reference })
  expect(await waiting()).toEqual([])
  expect(await onAccount()).toBe(1000)

  await book.api.history.undo({})
  expect(await waiting()).toEqual(['batch'])
  expect(await onAccount()).toBe(1000)
})

test('the line of a return that was written down by hand before is that return, with the code of the bank', async () => {
  const joyce = await aDebtor('Joyce Pinas')
  const { id: collectionId, reference, items } = await sent()
  await bookLine({ cents: 1000, bookDay: '2026-12-09', batchRef: reference })
  await book.api.directDebit.recordReturn({ itemId: items[0]?.id ?? '', code: 'AM04', day: '2026-12-11' })
  const line = await bookLine({
    cents: -1000,
    bookDay: '2026-12-11',
    endToEndId: `${reference}-0001`,
    returnCode: 'MD06',
  })
  expect(line).toMatchObject({ group: 'certain', work: 'return' })
  expect(await waiting()).toEqual([])
  expect(await onAccount()).toBe(0)
  expect(await openCents(joyce)).toBe(1000)
  const { returns } = await book.api.directDebit.overview({})
  expect(returns).toMatchObject([{ collectionId, code: 'MD06', cents: 1000, mandateState: 'hold' }])

  await book.api.history.undo({})
  expect(await waiting()).toEqual(['return'])
  expect((await book.api.directDebit.overview({})).returns).toMatchObject([{ code: 'AM04', mandateState: 'active' }])
})

test('a batch that the bank books without what came back before fits all the same', async () => {
  const people = [await aDebtor('Joyce Pinas'), await aDebtor('Wim Groot')]
  const { reference } = await sent()
  await bookLine({ cents: -1000, bookDay: '2026-12-09', endToEndId: `${reference}-0001`, returnCode: 'AC04' })
  const line = await bookLine({ cents: 1000, bookDay: '2026-12-10', batchRef: reference })
  expect(line).toMatchObject({ group: 'certain', work: 'batch' })
  expect((await Promise.all(people.map(openCents))).toSorted()).toEqual([0, 1000])
  expect(await waiting()).toEqual([])
})

test('a collection that was called off and sent all the same is named as such, and fits once that is undone', async () => {
  await aDebtor('Joyce Pinas')
  const { ids } = await book.api.directDebit.make({ collectDay: '2026-12-09', text: 'Contributie', without: [] })
  const collectionId = ids[0] ?? ''
  const { reference } = await book.api.directDebit.collection({ collectionId })
  await book.api.directDebit.cancel({ collectionId })
  const cancelled = await book.api.history.lastAction({})
  book.setDay('2026-12-15')
  const entry = anEntry({ cents: 1000, bookDay: '2026-12-09', batchRef: reference, counterIban: null, text: '' })
  await takeInFile(book.context, aBankFile([aStatement([entry])]))
  expect((await linesToAssign(book.context)).lines).toMatchObject([
    { work: null, reason: expect.stringContaining('gaat die niet door') },
  ])
  await book.api.history.undo({ actionId: cancelled?.id ?? '' })
  expect(await waiting()).toEqual(['batch'])
})
