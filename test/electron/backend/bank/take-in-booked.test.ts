import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { learntViews, linesDone, linesToAssign } from '../../../../electron/backend/bank/assign-views.ts'
import { bookCertain } from '../../../../electron/backend/bank/book-certain.ts'
import { checkBank } from '../../../../electron/backend/bank/check-bank.ts'
import { takeIn } from '../../../../electron/backend/bank/take-in.ts'
import type { BankFile } from '../../../../electron/backend/bank-files/bank-file.ts'
import { checkLedger } from '../../../../electron/backend/dues/check-ledger.ts'
import { checkChain } from '../../../../electron/backend/ledger-chain/check-chain.ts'
import { aBankFile, anEntry, aStatement, openSession } from '../../../support/bank-book.ts'
import { type DuesSteps, duesSteps } from '../../../support/dues-book.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
let dues: DuesSteps
beforeEach(async () => {
  book = await openPeopleBook()
  dues = duesSteps(book.api)
})
afterEach(async () => {
  expect(await checkLedger(book.context.db)).toEqual([])
  expect(await checkBank(book.context.db)).toEqual([])
  expect(await checkChain(book.context.db)).toBeNull()
  await book.close()
})

const savings = 'NL44TEST0999999999'
const certain = anEntry({ counterName: 'J. PINAS', counterIban: 'NL11TEST0000000001', text: 'contributie Joyce Pinas' })
const unknown = anEntry({ counterName: 'Onbekend', counterIban: 'NL12TEST0000000002', text: 'huur zaal', cents: 5000 })
const toSavings = anEntry({ counterName: 'Stadsdorp', counterIban: savings, text: 'naar sparen', cents: -2000 })
const file = aBankFile([
  aStatement([certain, unknown, toSavings]),
  aStatement([{ ...toSavings, cents: 2000, counterIban: 'NL13TEST0123456789' }], { account: savings }),
])

const bytes = Buffer.from('a month of the bank')
const takeInBooked = async (read: BankFile, includeToday = false) => {
  const session = await openSession(book.context, read, { bytes })
  session.choices = { ...session.choices, includeToday }
  return takeIn(book.context, session, { bookCertain: true })
}
const waiting = async () => (await linesToAssign(book.context)).lines.map(({ text, group }) => [text, group])

async function aPayer(): Promise<string> {
  const joyce = await dues.aPayer('Joyce Pinas', { from: '2026-11-01' })
  await book.api.dues.run({})
  return joyce
}

describe('a file that is taken in with what is certain booked at once', () => {
  test('leaves only the rest waiting: dues are paid, and money between accounts of the same file is no income', async () => {
    const joyce = await aPayer()
    expect(await takeInBooked(file)).toMatchObject({ count: 4, booked: 3 })
    expect(await dues.status(joyce)).toMatchObject({ openCents: 0 })
    expect(await waiting()).toEqual([['huur zaal', 'other']])
    const { rows } = await linesDone(book.context, 10)
    expect(rows.map(({ decided, isTransfer }) => [decided, isTransfer])).toEqual(
      expect.arrayContaining([
        ['certain', false],
        ['certain', true],
        ['certain', true],
      ]),
    )
    expect(await book.api.history.lastAction({})).toMatchObject({
      kind: 'bankFileBooked',
      details: { count: 4, booked: 3 },
    })
  })

  test('is one action: one undo takes the lines, the payments and what was learnt back; the file can come again', async () => {
    const joyce = await aPayer()
    await takeInBooked(file)
    expect(await learntViews(book.context)).toMatchObject({ rows: [{ iban: 'NL11TEST0000000001' }] })
    await book.api.history.undo({})
    expect(await dues.status(joyce)).toMatchObject({ openCents: 1000 })
    expect(await linesDone(book.context, 10)).toMatchObject({ total: 0 })
    expect(await waiting()).toEqual([])
    expect(await learntViews(book.context)).toMatchObject({ rows: [] })

    expect(await takeInBooked(file)).toMatchObject({ count: 4, booked: 3 })
    expect(await dues.status(joyce)).toMatchObject({ openCents: 0 })
  })

  test('comes to the same as taking it in first and booking what is certain then', async () => {
    const joyce = await aPayer()
    await takeInBooked(file)
    const together = {
      done: await linesDone(book.context, 10),
      waiting: await waiting(),
      dues: await dues.duesOf(joyce),
    }
    await book.api.history.undo({})
    await takeIn(book.context, await openSession(book.context, file, { bytes }))
    const lineIds = (await linesToAssign(book.context)).lines.map(({ id }) => id)
    await bookCertain(book.context, lineIds)
    const apart = { done: await linesDone(book.context, 10), waiting: await waiting(), dues: await dues.duesOf(joyce) }
    const said = ({ done, ...rest }: typeof apart) => ({ ...rest, done: done.rows.map(({ id: _id, ...row }) => row) })
    expect(said(together)).toEqual(said(apart))
  })

  test('is taken in all the same when the book does not allow one of what is certain, and the rest is booked', async () => {
    await aPayer()
    // Money of a day to come is not booked: that line waits.
    const tomorrow = { ...toSavings, bookDay: '2026-11-24' }
    const early = aBankFile([aStatement([certain, tomorrow]), aStatement([], { account: savings })])
    expect(await takeInBooked(early, true)).toMatchObject({ count: 2, booked: 1 })
    expect(await waiting()).toEqual([['naar sparen', 'certain']])
    expect(await book.api.history.lastAction({})).toMatchObject({
      kind: 'bankFileBooked',
      details: { count: 2, booked: 1 },
    })
  })

  test('what is certain and the book does not allow is named, and nothing of it stays behind', async () => {
    const joyce = await aPayer()
    const tomorrow = { ...toSavings, bookDay: '2026-11-24' }
    const early = aBankFile([aStatement([certain, tomorrow]), aStatement([], { account: savings })])
    const session = await openSession(book.context, early, { bytes })
    session.choices = { ...session.choices, includeToday: true }
    await takeIn(book.context, session)
    const lines = (await linesToAssign(book.context)).lines
    const lineIds = lines.map(({ id }) => id)
    const saving = lines.find(({ text }) => text === 'naar sparen')?.id
    expect(await bookCertain(book.context, lineIds)).toMatchObject({
      count: 1,
      refused: [{ lineId: saving, code: 'dayInFuture' }],
    })
    expect(await dues.status(joyce)).toMatchObject({ openCents: 0 })
    expect(await book.api.history.lastAction({})).toMatchObject({
      kind: 'bankLinesBooked',
      details: { count: 1, cents: certain.cents },
    })
    // Alone there is nothing to book: then the refusal itself is the answer, and no action is kept.
    await expect(bookCertain(book.context, lineIds)).rejects.toMatchObject({ code: 'dayInFuture' })
    expect(await book.api.history.lastAction({})).toMatchObject({ details: { count: 1 } })
    book.setDay('2026-11-24')
    expect(await bookCertain(book.context, lineIds)).toEqual({ count: 1, refused: [] })
  })

  test('of which nothing is certain is taken in as ever', async () => {
    expect(await takeInBooked(file)).toMatchObject({ count: 4, booked: 2 })
    await book.api.history.undo({})
    expect(await takeInBooked(aBankFile([aStatement([unknown])]))).toMatchObject({ count: 1, booked: 0 })
  })
})
