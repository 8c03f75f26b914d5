import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
let yearly: string
beforeEach(async () => {
  book = await openDuesBook()
  const plan = { name: 'Per jaar', amountCents: 2500, rateMonths: 12, validFrom: '2020-01-01' } as const
  yearly = (await book.api.dues.addPlan(plan)).id
})
afterEach(() => book.close())

const byTheYear = () => ({ planId: yearly, intervalMonths: 12, anchorDay: '2026-01-01' }) as const

test('a year is asked as one due of exactly its amount, and one payment settles it', async () => {
  const joyce = await book.aPayer('Joyce Pinas', byTheYear())
  await book.api.dues.run({})
  expect(await book.duesOf(joyce)).toEqual(['2026-01: 25 open'])
  await book.pay(joyce, 25)
  expect(await book.status(joyce)).toMatchObject({ paidUntil: '2027-01-01', openCents: 0, creditCents: 0 })
})

test('who pays it by the month pays no cent more or less in a year', async () => {
  const joyce = await book.aPayer('Joyce Pinas', { ...byTheYear(), intervalMonths: 1 })
  book.setDay('2026-12-31')
  await book.api.dues.run({})
  expect(await book.duesOf(joyce)).toHaveLength(12)
  expect(await book.status(joyce)).toMatchObject({ openCents: 2500 })
})

test('the agreement and the plan say for how long their amount is, after the reduction too', async () => {
  const reduction = { kind: 'amount', value: 500, reason: null, until: null } as const
  const joyce = await book.aPayer('Joyce Pinas', { ...byTheYear(), reduction })
  expect((await book.api.dues.person({ personId: joyce })).agreement).toMatchObject({ rateCents: 2000, rateMonths: 12 })
  expect((await book.api.dues.plans({})).find(({ id }) => id === yearly)).toMatchObject({
    rateCents: 2500,
    rateMonths: 12,
  })
  await book.api.dues.run({})
  expect(await book.duesOf(joyce)).toEqual(['2026-01: 20 open'])
})

test('a new amount for the year counts for the months from then on', async () => {
  const joyce = await book.aPayer('Joyce Pinas', byTheYear())
  await book.api.dues.setRate({ planId: yearly, amountCents: 3700, validFrom: '2026-07-01' })
  await book.api.dues.run({})
  expect(await book.duesOf(joyce)).toEqual(['2026-01: 31 open'])
})

test('the year report counts members by what a year costs, beside those who pay by the month', async () => {
  await book.aPayer('Joyce Pinas', byTheYear())
  await book.aPayer('Emre Demir', byTheYear())
  await book.aPayer('Ria Berg', { planId: await book.aPlan() })
  await book.api.dues.run({})
  const { dues } = await book.api.bookkeeping.year({ year: 2026 })
  expect(dues.lines).toEqual([
    { planName: 'Gewoon lid', rateCents: 1000, rateMonths: 1, people: 1, months: 11, cents: 11_000 },
    { planName: 'Per jaar', rateCents: 2500, rateMonths: 12, people: 2, months: 24, cents: 5000 },
  ])
  expect(dues.cents).toBe(16_000)
})
