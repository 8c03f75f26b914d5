// That the overview says when dues can be brought up to date, exactly when the dues themselves say so.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DuesBook, openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

/** What the overview says; it must be what the run itself would do. */
async function waits() {
  const said = await book.api.overview.duesRun({})
  const { people, allocated } = await book.api.dues.previewRun({})
  expect(said).toEqual(people > 0 || allocated.count > 0 ? { people } : null)
  return said
}

describe('nothing is asked', () => {
  test('in an empty book, with members and no plan, and with a plan and no agreement', async () => {
    expect(await waits()).toBeNull()
    await book.aPerson('Joyce Pinas')
    expect(await waits()).toBeNull()
    await book.aPlan()
    expect(await waits()).toBeNull()
  })

  test('while dues are off', async () => {
    await book.aPayer('Joyce Pinas')
    expect(await waits()).toEqual({ people: 1 })
    const settings = await book.api.books.settings({})
    await book.api.books.changeSettings({ ...settings, duesEnabled: false })
    expect(await waits()).toBeNull()
  })

  test('before the day from which dues are kept, and from which they were agreed', async () => {
    await book.aPayer('Joyce Pinas', { from: '2026-12-01' })
    expect(await waits()).toBeNull()
    await book.aPayer('Wim Groot')
    const settings = await book.api.books.settings({})
    await book.api.books.changeSettings({ ...settings, accountingStart: '2027-01-01' })
    expect(await waits()).toBeNull()
    book.setDay('2027-01-01')
    expect(await waits()).toEqual({ people: 2 })
  })

  test('when everything is up to date, open or paid, or nothing has to be paid', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    await book.aPayer('Wim Groot', { intervalMonths: 12 })
    await book.aPayer('Piet Mol', { reduction: { kind: 'exempt', value: 0, reason: null, until: null } })
    await book.api.dues.run({})
    expect(await waits()).toBeNull()
    await book.pay(joyce, 110)
    expect(await waits()).toBeNull()
    // Money for months that did not begin yet.
    await book.pay(joyce, 20)
    expect(await waits()).toBeNull()
  })
})

describe('it is asked', () => {
  test('when a month begins, for those who pay by the month', async () => {
    await book.aPayer('Joyce Pinas')
    await book.aPayer('Wim Groot', { intervalMonths: 12 })
    await book.api.dues.run({})
    book.setDay('2026-12-01')
    expect(await waits()).toEqual({ people: 1 })
    await book.api.dues.run({})
    expect(await waits()).toBeNull()
    await book.api.history.undo({})
    expect(await waits()).toEqual({ people: 1 })
  })

  test('when a rate changes in the past, and when somebody left or went to the bin', async () => {
    const planId = await book.aPlan()
    const joyce = await book.aPayer('Joyce Pinas', { planId })
    const wim = await book.aPayer('Wim Groot', { planId, with: joyce })
    await book.api.dues.run({})
    await book.api.dues.setRate({ planId, amountCents: 1200, validFrom: '2026-10-01' })
    expect(await waits()).toEqual({ people: 2 })
    await book.api.dues.run({})
    expect(await waits()).toBeNull()
    await book.api.dues.endAgreement({ personId: joyce, untilDay: '2026-11-01' })
    expect(await waits()).toEqual({ people: 1 })
    await book.api.dues.run({})
    await book.api.members.remove({ personId: wim })
    expect(await waits()).toEqual({ people: 1 })
    await book.api.dues.run({})
    expect(await waits()).toBeNull()
  })

  test("when money that was paid ahead can pay what is open, though nobody's dues change", async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    const paymentId = await book.pay(joyce, 10)
    await book.api.dues.run({})
    expect(await waits()).toBeNull()
    const [due] = (await book.api.dues.person({ personId: joyce })).dues
    await book.api.dues.reverseAllocation({ paymentId, dueId: due?.id ?? '' })
    expect(await waits()).toEqual({ people: 0 })
    await book.api.dues.run({})
    expect(await waits()).toBeNull()
  })

  test('not of a year that is closed', async () => {
    book.setDay('2027-01-15')
    const planId = await book.aPlan()
    await book.aPayer('Joyce Pinas', { planId })
    await book.api.dues.run({})
    await book.api.bookkeeping.closeYear({ year: 2026 })
    await book.api.dues.setRate({ planId, amountCents: 1200, validFrom: '2026-10-01' })
    await book.api.dues.setRate({ planId, amountCents: 1000, validFrom: '2027-01-01' })
    expect(await waits()).toBeNull()
    book.setDay('2027-02-01')
    expect(await waits()).toEqual({ people: 1 })
  })
})
