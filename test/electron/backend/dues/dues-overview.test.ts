import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

describe('the overview', () => {
  it('adds up, shows who is longest behind first, and says who has nothing open', async () => {
    const nel = await book.aPayer('Nel Oostveen', { from: '2026-08-01' })
    const henk = await book.aPayer('Henk Brouwer', { from: '2026-10-01' })
    const tekle = await book.aPayer('Tekle Ghebre', { from: '2026-11-01' })
    await book.api.dues.run({})
    await book.pay(tekle, 10)
    const overview = await book.api.dues.overview({ limit: 10 })
    expect(overview).toMatchObject({
      year: 2026,
      expectedCents: 7000,
      receivedCents: 1000,
      openCents: 6000,
      olderCents: 0,
      payerCount: 2,
      settledCount: 1,
      settledUntil: '2026-12-01',
      agreementCount: 3,
      planCount: 1,
    })
    expect(overview.payers.map(({ payer }) => payer.people.map(({ id }) => id))).toEqual([[nel], [henk]])
    expect(overview.payers[0]).toMatchObject({ paidUntil: null, openCents: 4000 })
    await book.pay(nel, 15)
    const [first] = (await book.api.dues.overview({ limit: 10 })).payers
    expect(first).toMatchObject({ paidUntil: '2026-09-01', openCents: 2500 })
  })

  it.each([
    ['by the year', [12], '2026-12-01'],
    ['by the quarter', [3], '2026-12-01'],
    ['by the month', [1], '2026-11-01'],
    ['by the year and by the month', [12, 1], '2026-11-01'],
  ] as const)('says up to which month everybody was asked who pays %s', async (_how, intervals, month) => {
    for (const [at, intervalMonths] of intervals.entries())
      await book.aPayer(`Nel Buur${at}`, { from: '2026-01-01', intervalMonths })
    await book.aPayer('Gerrit Vrij', { reduction: { kind: 'exempt', value: 0, reason: null, until: null } })
    expect((await book.api.dues.overview({ limit: 10 })).raisedTo).toBe(null)
    await book.api.dues.run({})
    expect((await book.api.dues.overview({ limit: 10 })).raisedTo).toBe(month)
  })

  it('says the month before when this month was not asked yet', async () => {
    await book.aPayer('Nel Oostveen', { from: '2026-01-01' })
    await book.api.dues.run({})
    book.setDay('2026-12-02')
    await book.aPayer('Tekle Ghebre', { from: '2026-12-01', intervalMonths: 12 })
    expect((await book.api.dues.overview({ limit: 10 })).raisedTo).toBe('2026-11-01')
  })
})
