import { afterEach, expect, test } from 'vitest'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'

let book: MoneyBook
afterEach(() => book.close())

const cash = async (year = 2026) => book.api.bookkeeping.cash({ year })
const lines = async () =>
  (await cash()).lines.map(({ number, day, cents, balanceCents }) => `${number} ${day} ${cents} ${balanceCents}`)
test('dues paid in cash, other money in and out, and money brought to the bank make one running balance', async () => {
  book = await openMoneyBook()
  const ria = await book.aPayer('Ria Berg')
  await book.api.bookkeeping.setCashOpening({ day: '2026-01-01', amountCents: 5000 })
  await book.pay(ria, 20, { method: 'contant', day: '2026-02-03' })
  await book.pay(ria, 10, { method: 'overboeking', day: '2026-02-04' })
  await book.receive(1500, { day: '2026-11-01' })
  await book.spend(2250)
  await book.api.bookkeeping.addTransfer({
    day: '2026-11-03',
    amountCents: 3000,
    from: null,
    to: await book.anAccount(),
    text: null,
    awaitBankFile: false,
  })
  expect(await lines()).toEqual([
    '1 2026-01-01 5000 5000',
    '2 2026-02-03 2000 7000',
    '3 2026-11-01 1500 8500',
    '4 2026-11-02 -2250 6250',
    '5 2026-11-03 -3000 3250',
  ])
  expect((await cash()).balanceCents).toBe(3250)
  expect((await cash()).accountBookings.map(({ cents }) => cents)).toEqual([3000])
})

test('receipts are numbered in the order of writing, without gaps, and an undo gets a number of its own', async () => {
  book = await openMoneyBook()
  await book.receive(100, { day: '2026-03-01' })
  await book.receive(200, { day: '2026-02-01' })
  await book.undoLast()
  await book.receive(300, { day: '2026-01-01' })
  const numbers = (await cash()).lines.map(({ number, cents }) => [number, cents])
  expect(numbers.sort()).toEqual([
    [1, 100],
    [2, 200],
    [3, -200],
    [4, 300],
  ])
})

test('numbers begin anew each year, and the year begins with what was left', async () => {
  book = await openMoneyBook({ today: '2025-12-30' })
  await book.receive(700, { day: '2025-12-30' })
  book.setDay('2026-01-05')
  await book.receive(300, { day: '2026-01-05' })
  expect(await lines()).toEqual(['1 2026-01-05 300 1000'])
  expect((await cash()).openingCents).toBe(700)
})

test('a count that differs is told, and the book follows the box only when asked', async () => {
  book = await openMoneyBook()
  await book.receive(12_250)
  const count = { day: '2026-11-05', countedBy: 'Bep Smit', countedCents: 12_000 }
  expect(await book.api.bookkeeping.countCash({ ...count, acceptDifference: false })).toEqual({ differenceCents: -250 })
  expect((await cash()).balanceCents).toBe(12_250)
  await book.api.bookkeeping.countCash({ ...count, acceptDifference: true })
  expect((await cash()).balanceCents).toBe(12_000)
  expect((await cash()).counts).toMatchObject([
    { countedCents: 12_000, expectedCents: 12_250, countedBy: 'Bep Smit', isAccepted: true },
    { countedCents: 12_000, isAccepted: false },
  ])
})

test('a count keeps the difference that was found, and says when the book agrees later or was changed', async () => {
  book = await openMoneyBook()
  await book.receive(1000, { day: '2026-11-01' })
  const count = { countedBy: 'Bep Smit', acceptDifference: false }
  await book.api.bookkeeping.countCash({ ...count, day: '2026-11-05', countedCents: 1500 })
  await book.api.bookkeeping.countCash({ ...count, day: '2026-11-06', countedCents: 900, acceptDifference: true })
  const said = async () =>
    (await cash()).counts.map(({ countedCents, expectedCents, nowCents }) => [countedCents, expectedCents, nowCents])
  expect(await said()).toEqual([
    [900, 1000, 900],
    [1500, 1000, 1000],
  ])
  // A receipt that was forgotten, of before both.
  await book.receive(500, { day: '2026-11-04' })
  expect(await said()).toEqual([
    [900, 1000, 1400],
    [1500, 1000, 1500],
  ])
})

test('less than nothing in the box is said, of the first day that ends so, and before it is written down', async () => {
  book = await openMoneyBook()
  await book.receive(1000, { day: '2026-02-01' })
  await book.spend(2500, { day: '2026-03-01' })
  await book.receive(1500, { day: '2026-03-01' })
  expect((await cash()).belowZero).toBeNull()
  expect((await book.api.bookkeeping.cashOn({ day: '2026-02-10' })).lowest).toEqual({ day: '2026-03-01', cents: 0 })
  await book.spend(1, { day: '2026-02-10' })
  await book.receive(1, { day: '2026-04-01' })
  expect((await cash()).belowZero).toEqual({ day: '2026-03-01', cents: -1 })
})

test('an empty box can be counted, and a count that is undone is gone with its difference', async () => {
  book = await openMoneyBook()
  await book.receive(500)
  await book.api.bookkeeping.countCash({
    day: '2026-11-05',
    countedBy: 'Bep',
    countedCents: 0,
    acceptDifference: true,
  })
  expect((await cash()).balanceCents).toBe(0)
  await book.undoLast()
  expect((await cash()).balanceCents).toBe(500)
  expect((await cash()).counts).toEqual([])
  await book.undoLast()
  expect((await cash()).counts).toHaveLength(1)
})

test('another opening amount takes the place of the first', async () => {
  book = await openMoneyBook()
  await book.api.bookkeeping.setCashOpening({ day: '2026-01-01', amountCents: 5000 })
  await book.api.bookkeeping.setCashOpening({ day: '2026-01-01', amountCents: 4500 })
  expect((await cash()).balanceCents).toBe(4500)
})

test('taking money back that was moved takes both sides back', async () => {
  book = await openMoneyBook()
  await book.receive(5000)
  const to = await book.anAccount()
  const transfer = { day: '2026-11-03', amountCents: 3000, from: null, to, text: null, awaitBankFile: false }
  await book.api.bookkeeping.addTransfer(transfer)
  const [moved] = (await cash()).lines.filter(({ kind }) => kind === 'transfer')
  await book.api.bookkeeping.reverseBooking({ bookingId: moved?.id ?? '', reason: 'mistake' })
  expect((await cash()).balanceCents).toBe(5000)
  expect((await cash()).accountBookings.reduce((sum, { cents }) => sum + cents, 0)).toBe(0)
  await expect(
    book.api.bookkeeping.reverseBooking({ bookingId: moved?.id ?? '', reason: 'mistake' }),
  ).rejects.toMatchObject({ code: 'alreadyReversed' })
})

test('while bank files are read, the side of the account waits for its line', async () => {
  book = await openMoneyBook()
  await book.receive(5000)
  const to = await book.anAccount()
  await book.api.bookkeeping.addTransfer({
    day: '2026-11-03',
    amountCents: 3000,
    from: null,
    to,
    text: null,
    awaitBankFile: true,
  })
  expect((await cash()).balanceCents).toBe(2000)
  expect((await cash()).accountBookings).toEqual([])
})

test('what cannot be true is refused', async () => {
  book = await openMoneyBook()
  const account = await book.anAccount()
  await expect(book.receive(100, { day: '2026-12-01' })).rejects.toMatchObject({ code: 'dayInFuture' })
  const day = '1926-11-01'
  await expect(book.receive(100, { day })).rejects.toMatchObject({ code: 'dayLongAgo', details: { day } })
  await expect(
    book.api.bookkeeping.countCash({ day, countedCents: 0, countedBy: 'Bep', acceptDifference: true }),
  ).rejects.toMatchObject({ code: 'dayLongAgo' })
  await expect(book.receive(100, { categoryId: 'nothing' })).rejects.toMatchObject({ code: 'notFound' })
  await expect(
    book.api.bookkeeping.addBooking({
      day: '2026-11-01',
      direction: 'out',
      amountCents: 995,
      categoryId: 'bank_costs',
      place: account,
      text: null,
    }),
  ).rejects.toMatchObject({ code: 'bookingNeedsWords' })
  await expect(
    book.api.bookkeeping.addTransfer({
      day: '2026-11-01',
      amountCents: 100,
      from: null,
      to: null,
      text: null,
      awaitBankFile: false,
    }),
  ).rejects.toMatchObject({ code: 'samePlace' })
  expect((await cash()).lines).toEqual([])
})

test('a book has the usual kinds of income and expenses, calls them as it likes, and adds its own', async () => {
  book = await openMoneyBook()
  const { id } = await book.api.bookkeeping.addCategory({ kind: 'income', name: 'Rommelmarkt' })
  await book.api.bookkeeping.changeCategory({ id: 'hall', name: 'Buurthuis' })
  await book.api.bookkeeping.changeCategory({ id: 'hall', isHidden: true })
  const categories = await book.api.bookkeeping.categories({})
  expect(categories.find((category) => category.id === 'hall')).toMatchObject({ name: 'Buurthuis', isHidden: true })
  expect(categories.at(-1)).toEqual({ id, kind: 'income', name: 'Rommelmarkt', isHidden: false })
  expect(categories.filter(({ kind }) => kind === 'expense').map((category) => category.id)).toContain('bank_costs')
})
