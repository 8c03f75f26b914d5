// Money that was given back and that the bank took back as well: the payer owes it, and no letter about dues may forget that.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import type { RemindersBook } from '../../../support/reminders-book.ts'
import { openRemindersBook } from '../../../support/reminders-book.ts'

let book: RemindersBook
beforeEach(async () => {
  book = await openRemindersBook()
})
afterEach(() => book.close())

/** Nothing open, and € 20 that was given back in cash before the bank took it back. */
async function owing(name: string) {
  const personId = await book.aPayer(name, { from: '2026-11-01' })
  await book.raise()
  await book.pay(personId, 10)
  const payer = await book.payerOf(personId)
  // By the person, who is one of a household that pays together.
  const own = { kind: 'person', id: personId } as const
  const money = { payer: own, amountCents: 2000, day: '2026-11-20', note: null }
  const paid = await book.api.dues.recordPayment({ ...money, method: 'overboeking', parts: [], notDouble: true })
  await book.api.dues.refund({ ...money, method: 'contant' })
  await book.api.dues.reversePayment({ paymentId: paid.id, reason: 'bounced' })
  return { personId, payer }
}

const owedBack = async () =>
  (await book.api.reminders.overview({})).owedBack.map(({ payer, cents }) => [payer.people[0]?.given, cents])

/** Of December, in time for a letter. */
async function owesDecember() {
  book.setDay('2026-12-20')
  await book.raise()
}

describe('who has to pay back what was given back', () => {
  it('stands among what is open, also when no dues are', async () => {
    const { personId } = await owing('Joyce Pinas')
    expect(await owedBack()).toEqual([['Joyce', 2000]])
    expect(await book.next(personId)).toBe('nothing')
  })

  it('gets no letter about dues before that: what it asks would go to what is owed first, and be asked again', async () => {
    const { personId } = await owing('Joyce Pinas')
    await owesDecember()
    expect(await book.next(personId)).toBe('no: owesBack')
    expect((await book.letters([personId])).left.map(({ reason }) => reason)).toEqual(['owesBack'])
    // The control: who pays just the dues still owes dues.
    await book.pay(personId, 10, { day: '2026-12-20' })
    expect(await book.status(personId)).toMatchObject({ openCents: 1000, creditCents: -1000 })
    await book.pay(personId, 10, { day: '2026-12-19' })
    expect(await owedBack()).toEqual([])
    expect(await book.next(personId)).toBe('request 10.00')
  })

  it('takes no letter from somebody else', async () => {
    await owing('Joyce Pinas')
    const wim = await book.aPayer('Wim Groot', { from: '2026-12-01' })
    await owesDecember()
    expect(await book.next(wim)).toBe('request 10.00')
  })
})

describe('money that does not come back any more', () => {
  const note = 'Komt niet meer terug'

  it('is written off in one action, as an expense, and the letter asks for the dues alone', async () => {
    const { personId, payer } = await owing('Joyce Pinas')
    await owesDecember()
    const before = await book.api.bookkeeping.year({ year: 2026 })
    expect(await book.api.dues.writeOffOwedBack({ payer, note })).toEqual({ cents: 2000 })

    expect(await owedBack()).toEqual([])
    expect(await book.status(personId)).toMatchObject({ openCents: 1000, creditCents: 0 })
    expect(await book.next(personId)).toBe('request 10.00')
    const after = await book.api.bookkeeping.year({ year: 2026 })
    expect(after.end).toMatchObject({ owedBackCents: 0, cashCents: before.end.cashCents })
    expect(after.resultCents).toBe(before.resultCents - 2000)
    expect(after.end.capitalCents).toBe(before.end.capitalCents - 2000)
    expect(after.lines.find(({ categoryId }) => categoryId === 'other_expense')?.cents).toBe(2000)
    const { actions } = await book.api.history.list({ limit: 1 })
    expect(actions).toMatchObject([{ kind: 'owedBackWrittenOff', details: { cents: 2000 } }])
    expect(await book.api.bookkeeping.checkBooks({})).toMatchObject({ isWhole: true })
  })

  it('is owed again after one undo', async () => {
    const { personId, payer } = await owing('Joyce Pinas')
    await owesDecember()
    const before = (await book.api.bookkeeping.year({ year: 2026 })).end
    await book.api.dues.writeOffOwedBack({ payer, note })
    await book.api.history.undo({})
    expect(await owedBack()).toEqual([['Joyce', 2000]])
    expect(await book.next(personId)).toBe('no: owesBack')
    expect((await book.api.bookkeeping.year({ year: 2026 })).end).toEqual(before)
  })

  it('is taken back as a whole or not at all: half of it would leave another amount in the cash box', async () => {
    const { personId, payer } = await owing('Joyce Pinas')
    await book.api.dues.writeOffOwedBack({ payer, note })
    const written = (await book.api.history.list({ limit: 1 })).actions[0]?.id ?? ''
    const { lines } = await book.api.bookkeeping.cash({ year: 2026 })
    const both = lines.filter(({ text }) => text === note)
    const [expense, payment] = both.toSorted((a, b) => a.cents - b.cents)
    const reversed = { bookingId: expense?.id ?? '', reason: 'mistake' } as const
    expect(await codeOf(book.api.bookkeeping.reverseBooking(reversed))).toBe('partOfWriteOff')
    const paid = { paymentId: payment?.id ?? '', reason: 'mistake' } as const
    expect(await codeOf(book.api.dues.reversePayment(paid))).toBe('partOfWriteOff')
    await book.pay(personId, 5, { day: '2026-11-23' })
    await book.api.history.undo({ actionId: written })
    expect(await book.status(personId)).toMatchObject({ creditCents: -1500 })
  })

  it('is written off once, and never of somebody who owes nothing back', async () => {
    const { payer } = await owing('Joyce Pinas')
    await book.api.dues.writeOffOwedBack({ payer, note })
    expect(await codeOf(book.api.dues.writeOffOwedBack({ payer, note }))).toBe('dueNotOpen')
    const wim = await book.payerOf(await book.aPayer('Wim Groot', { from: '2026-11-01' }))
    await book.raise()
    expect(await codeOf(book.api.dues.writeOffOwedBack({ payer: wim, note }))).toBe('dueNotOpen')
  })

  it('stays with whoever of a household got it, also when that person pays alone later on', async () => {
    const { personId, payer } = await owing('Joyce Pinas')
    const { agreement } = await book.api.dues.person({ personId })
    await book.api.dues.writeOffOwedBack({ payer, note })
    const alone = { fromDay: '2026-12-01', payer: { kind: 'person', id: personId }, reduction: null } as const
    const terms = {
      planId: agreement?.planId ?? '',
      intervalMonths: 1,
      anchorDay: null,
      method: 'overboeking',
    } as const
    await book.api.dues.agree({ personId, ...alone, ...terms })
    expect(await owedBack()).toEqual([])
    expect(await book.status(personId)).toMatchObject({ creditCents: 0 })
  })
})
