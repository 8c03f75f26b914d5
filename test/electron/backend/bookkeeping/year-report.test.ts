import { afterEach, expect, test } from 'vitest'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'

let book: MoneyBook
afterEach(() => book.close())

const report = (year = 2026) => book.api.bookkeeping.year({ year })
const line = async (categoryId: string, year = 2026) =>
  (await report(year)).lines.find((known) => known.categoryId === categoryId)

test('what there was, what came in and went out, and what there is, add up', async () => {
  book = await openMoneyBook()
  const account = await book.anAccount('Betaalrekening', { openingDay: '2026-01-01', cents: 100_000 })
  await book.api.bookkeeping.setCashOpening({ day: '2026-01-01', amountCents: 5000 })
  const ria = await book.aPayer('Ria Berg')
  await book.aPayer('Piet Zand')
  await book.api.dues.run({})
  await book.pay(ria, 130)
  await book.receive(25_000, { categoryId: 'subsidy', place: account, text: 'Gemeente' })
  await book.spend(4000)
  const { begin, end, accounts, resultCents, broughtInCents } = await report()
  expect(begin).toMatchObject({ cashCents: 5000, receivableCents: 0, prepaidCents: 0, capitalCents: 105_000 })
  expect(accounts).toMatchObject([{ name: 'Betaalrekening', beginCents: 100_000, endCents: 138_000 }])
  // Eleven months of ten euros each: Piet has paid nothing, Ria two months ahead.
  expect(end).toMatchObject({ cashCents: 1000, receivableCents: 11_000, prepaidCents: 2000, onItsWayCents: 0 })
  expect(resultCents).toBe(22_000 + 25_000 - 4000)
  expect(broughtInCents).toBe(0)
  expect(end.capitalCents).toBe(begin.capitalCents + resultCents)
})

test('members x rate less what was waived is the dues of the year', async () => {
  book = await openMoneyBook()
  const ria = await book.aPayer('Ria Berg')
  await book.aPayer('Piet Zand', { reduction: { kind: 'percent', value: 50, reason: null, until: null } })
  await book.api.dues.run({})
  const [due] = (await book.api.dues.person({ personId: ria })).dues
  await book.api.dues.waive({ dueId: due?.id ?? '', amountCents: 400, reason: 'hardship' })
  const { dues } = await report()
  expect(dues).toEqual({
    lines: [
      { planName: 'Gewoon lid', rateCents: 1000, rateMonths: 1, people: 1, months: 11, cents: 11_000 },
      { planName: 'Gewoon lid', rateCents: 500, rateMonths: 1, people: 1, months: 11, cents: 5500 },
    ],
    waivedCents: 400,
    waivedEarlierCents: 0,
    cents: 16_100,
  })
  expect(dues.lines.reduce((sum, { cents }) => sum + cents, 0) - dues.waivedCents).toBe(dues.cents)
  expect((await line('dues'))?.cents).toBe(16_100)
})

test('what is waived in the first hour of a year is waived in that year', async () => {
  book = await openMoneyBook()
  const ria = await book.aPayer('Ria Berg')
  book.setDay('2027-01-01', '00:30')
  await book.api.dues.run({})
  const [due] = (await book.api.dues.person({ personId: ria })).dues
  await book.api.dues.waive({ dueId: due?.id ?? '', amountCents: 400, reason: 'hardship' })
  expect((await report(2026)).dues).toMatchObject({ waivedCents: 0, waivedEarlierCents: 0 })
  expect((await report(2027)).dues).toMatchObject({ waivedCents: 0, waivedEarlierCents: 400 })
})

test('a year stands beside its budget and beside the year before', async () => {
  book = await openMoneyBook({ today: '2025-06-01' })
  await book.spend(3000, { day: '2025-05-01' })
  book.setDay('2026-11-23')
  await book.spend(4500)
  await book.api.bookkeeping.setBudget({
    year: 2026,
    lines: [
      { categoryId: 'activity', cents: 5000 },
      { categoryId: 'dues', cents: 100_000 },
    ],
  })
  expect(await line('activity')).toMatchObject({ kind: 'expense', cents: 4500, lastYearCents: 3000, budgetCents: 5000 })
  expect(await line('dues')).toMatchObject({ cents: 0, budgetCents: 100_000 })
  await book.api.bookkeeping.setBudget({ year: 2026, lines: [{ categoryId: 'activity', cents: null }] })
  expect(await line('activity')).toMatchObject({ budgetCents: null })
  await book.undoLast()
  expect(await line('activity')).toMatchObject({ budgetCents: 5000 })
})

test('money fetched from the bank is on its way until its line of the bank is there', async () => {
  book = await openMoneyBook()
  const from = await book.anAccount('Betaalrekening', { openingDay: '2026-01-01', cents: 100_000 })
  await book.api.bookkeeping.addTransfer({
    day: '2026-11-03',
    amountCents: 5000,
    from,
    to: null,
    text: null,
    awaitBankFile: true,
  })
  const { end, resultCents } = await report()
  expect(end).toMatchObject({ cashCents: 5000, onItsWayCents: -5000, capitalCents: 100_000 })
  expect(resultCents).toBe(0)
})

test('what was owed from before is no income, and is told apart when it is brought in during the year', async () => {
  book = await openMoneyBook()
  const ria = await book.aPayer('Ria Berg')
  await book.api.dues.addOpeningBalance({ personId: ria, amountCents: 6000, day: '2025-12-31' })
  const piet = await book.aPayer('Piet Zand')
  await book.api.dues.addOpeningBalance({ personId: piet, amountCents: 2000, day: '2026-03-01' })
  const { begin, end, resultCents, broughtInCents } = await report()
  expect(begin.receivableCents).toBe(6000)
  expect([resultCents, broughtInCents]).toEqual([0, 2000])
  expect(end.receivableCents).toBe(8000)
})

test('open dues are told by how long they are open', async () => {
  book = await openMoneyBook()
  await book.aPayer('Ria Berg')
  await book.api.dues.run({})
  const { openByAge, end } = await report()
  expect(openByAge).toEqual([
    { age: 'threeMonths', people: 1, cents: 3000 },
    { age: 'year', people: 1, cents: 8000 },
  ])
  expect(openByAge.reduce((sum, { cents }) => sum + cents, 0)).toBe(end.receivableCents)
})
