import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkChain } from '../../../../electron/backend/ledger-chain/check-chain.ts'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'

let book: MoneyBook
let ria: string

/** 2026 is over and has a bit of everything in it; today is 20 January 2027. */
beforeEach(async () => {
  book = await openMoneyBook({ today: '2026-12-20' })
  ria = await book.aPayer('Ria Berg')
  await book.api.dues.run({})
  await book.pay(ria, 50, { day: '2026-11-01' })
  await book.receive(1000, { day: '2026-05-01' })
  book.setDay('2027-01-20')
  await book.api.dues.run({})
})
afterEach(() => book.close())

const close = (year = 2026) => book.api.bookkeeping.closeYear({ year })
const report = (year = 2026) => book.api.bookkeeping.year({ year })
const refusal = { code: 'yearClosed', details: { year: 2026 } }
const undo = async (kind: string) => {
  const { actions } = await book.api.history.list({ limit: 50 }) // the oldest last
  return book.api.history.undo({ actionId: actions.findLast((action) => action.kind === kind)?.id ?? '' })
}

test('no code path puts a row in a closed year', async () => {
  await close()
  const before = await report()
  const day = '2026-06-01'
  await expect(book.receive(100, { day })).rejects.toMatchObject(refusal)
  await expect(book.pay(ria, 10, { day, notDouble: true })).rejects.toMatchObject(refusal)
  await expect(book.api.bookkeeping.setCashOpening({ day, amountCents: 100 })).rejects.toMatchObject(refusal)
  await expect(
    book.api.bookkeeping.countCash({ day, countedCents: 0, countedBy: 'Bep', acceptDifference: true }),
  ).rejects.toMatchObject(refusal)
  await expect(book.api.dues.addOpeningBalance({ personId: ria, amountCents: 100, day })).rejects.toMatchObject(refusal)
  await expect(book.anAccount('Oude rekening', { openingDay: '2026-01-01', cents: 9900 })).rejects.toMatchObject(
    refusal,
  )
  await expect(undo('bookingReceived')).rejects.toMatchObject(refusal)
  await expect(undo('paymentRecorded')).rejects.toMatchObject(refusal)
  await expect(undo('duesRun')).rejects.toMatchObject({ code: 'undoBlocked' })
  expect(await report()).toEqual(before)
})

test('a correction of a closed year lands in the open one and names what it puts right', async () => {
  await close()
  const before = await report()
  book.setDay('2027-02-01')
  const [booking] = (await book.api.bookkeeping.cash({ year: 2026 })).lines
  await book.api.bookkeeping.reverseBooking({ bookingId: booking?.id ?? '', reason: 'mistake' })
  const [payment] = (await book.api.dues.payments({ find: '', limit: 10 })).rows
  await book.api.dues.reversePayment({ paymentId: payment?.id ?? '', reason: 'bounced' })
  const [due] = (await book.api.dues.person({ personId: ria })).dues
  await book.api.dues.waive({ dueId: due?.id ?? '', amountCents: null, reason: 'board' })
  const { begin, end, lines: income, dues } = await report()
  expect({ begin, end, income, dues }).toEqual({
    begin: before.begin,
    end: before.end,
    income: before.lines,
    dues: before.dues,
  })
  const { lines } = await book.api.bookkeeping.cash({ year: 2027 })
  expect(lines).toMatchObject([{ day: '2027-02-01', cents: -1000, reversesId: booking?.id }])
  expect((await report(2027)).dues.waivedEarlierCents).toBe(1000)
  expect((await report(2027)).begin).toEqual(before.end)
})

test('a payment that never was leaves the year it stood in, while that is open; one that the bank took back does not', async () => {
  const before = await report()
  const wrong = await book.pay(ria, 30, { day: '2026-12-30' })
  expect((await report()).end).not.toEqual(before.end)
  await book.api.dues.reversePayment({ paymentId: wrong, reason: 'mistake' })
  expect(await report()).toEqual(before)
  expect((await report(2027)).begin).toEqual(before.end)

  const bounced = await book.pay(ria, 30, { day: '2026-12-29' })
  await book.api.dues.reversePayment({ paymentId: bounced, reason: 'bounced' })
  expect((await report()).end).not.toEqual(before.end)
})

test('the dues run leaves a closed year alone', async () => {
  await close()
  const before = await report()
  // Somebody turns out to have been a member since the summer, and another rate to have held.
  await book.aPayer('Piet Zand', { from: '2026-07-01' })
  await book.api.dues.run({})
  expect(await report()).toEqual(before)
  expect((await report(2027)).dues.lines).toMatchObject([{ people: 2, months: 2 }])
})

test('a year is closed once, in order, when it is over and its dues are up to date', async () => {
  await expect(close(2027)).rejects.toMatchObject({ code: 'yearNotOver' })
  book.setDay('2028-01-15')
  await expect(close(2027)).rejects.toMatchObject({ code: 'yearOutOfOrder', details: { year: 2026 } })
  await close(2026)
  await expect(close(2026)).rejects.toMatchObject({ code: 'yearClosed' })
  await expect(close(2027)).rejects.toMatchObject({ code: 'yearDuesToRun' })
  await book.api.dues.run({})
  await close(2027)
  expect((await report(2027)).isClosed).toBe(true)
})

test('a closed year opens again by undoing the close, but not while a later year is closed', async () => {
  await close()
  expect((await report()).isClosed).toBe(true)
  await book.undoLast()
  expect((await report()).isClosed).toBe(false)
  await book.receive(100, { day: '2026-06-01' })
  await close()
  const first = await book.api.history.lastAction({})
  book.setDay('2028-01-15')
  await book.api.dues.run({})
  await close(2027)
  await expect(book.api.history.undo({ actionId: first?.id ?? '' })).rejects.toMatchObject({ code: 'undoBlocked' })
  expect((await report()).isClosed).toBe(true)
})

test('the balances and the end of the chain are kept with the close', async () => {
  await close()
  const row = await book.context.db.selectFrom('year_close').selectAll().executeTakeFirstOrThrow()
  const { end } = await report()
  expect(JSON.parse(row.balances)).toMatchObject({ ...end })
  expect(row.amount_cents).toBe(end.capitalCents)
  expect(JSON.parse(row.chain_hash)).toMatchObject([{ device: 'test', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(await checkChain(book.context.db)).toBeNull()
})
