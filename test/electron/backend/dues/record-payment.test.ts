// The cases a treasurer of a small association meets (part, too much, for another, bounced, moved, died ...), each through the api.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

describe('a payment', () => {
  it('pays the oldest month first, also in part', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-09-01' })
    await book.api.dues.run({})
    await book.pay(joyce, 15)
    expect(await book.duesOf(joyce)).toEqual(['2026-09: 10', '2026-10: 10 part', '2026-11: 10 open'])
    expect(await book.status(joyce)).toMatchObject({
      paidUntil: '2026-10-01',
      openCents: 1500,
      openMonths: [
        { start: '2026-10-01', cents: 500 },
        { start: '2026-11-01', cents: 1000 },
      ],
    })
  })

  it('that is too much becomes credit, which the next run uses by itself', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    await book.api.dues.run({})
    await book.pay(joyce, 15)
    expect(await book.status(joyce)).toMatchObject({ openCents: 0, creditCents: 500, paidUntil: '2026-12-01' })

    book.setDay('2026-12-02')
    const run = await book.api.dues.run({})

    expect(run.allocated).toEqual({ count: 1, cents: 500 })
    expect(await book.status(joyce)).toMatchObject({ openCents: 500, creditCents: 0, paidUntil: '2026-12-01' })
  })

  it('for twelve months at once shows until when it reaches', async () => {
    book.setDay('2026-01-05')
    const joyce = await book.aPayer('Joyce Pinas')
    await book.api.dues.run({})
    await book.pay(joyce, 120, { day: '2026-01-05' })
    expect(await book.status(joyce)).toMatchObject({ paidUntil: '2027-01-01', openCents: 0, aheadMonths: 11 })

    book.setDay('2026-12-31')
    await book.api.dues.run({})
    expect(await book.status(joyce)).toMatchObject({ paidUntil: '2027-01-01', openCents: 0, creditCents: 0 })
  })

  it('of EUR 60 says whether it is six months of ten or twelve of five', async () => {
    book.setDay('2026-01-05')
    const ten = await book.aPayer('Joyce Pinas')
    const five = await book.aPayer('Wim Groot', { planId: await book.aPlan(500) })
    await book.api.dues.run({})
    const preview = async (personId: string) => {
      const { payer } = await book.api.dues.person({ personId })
      return book.api.dues.previewPayment({
        payer: { kind: payer.kind, id: payer.id },
        amountCents: 6000,
        day: null,
        parts: null,
      })
    }
    expect(await preview(ten)).toMatchObject({ fits: true, wholeMonths: 6, monthCents: 1000, restCents: 0 })
    expect(await preview(five)).toMatchObject({ fits: true, wholeMonths: 12, monthCents: 500, restCents: 0 })
  })

  it('of one household pays for both, the oldest months of both first, and says so before it is saved', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01', intervalMonths: 3 })
    const ruud = await book.aPayer('Ruud Pinas', { from: '2026-10-01', intervalMonths: 3, with: joyce })
    await book.api.dues.run({})
    const { payer } = await book.api.dues.person({ personId: ruud })

    const preview = await book.api.dues.previewPayment({
      payer: { kind: payer.kind, id: payer.id },
      amountCents: 6000,
      day: null,
      parts: null,
    })
    expect(preview).toMatchObject({ fits: true, wholeMonths: 6, monthCents: 1000, openCents: 6000 })
    expect(preview.lines.map((line) => `${line.name}: ${line.months.length} x, ${line.cents}`)).toEqual([
      'Joyce Pinas: 3 x, 3000',
      'Ruud Pinas: 3 x, 3000',
    ])
    expect(preview.after).toMatchObject([{ paidUntil: '2027-01-01' }, { paidUntil: '2027-01-01', openCents: 0 }])

    await book.pay(ruud, 60)
    expect(await book.status(joyce)).toMatchObject({ openCents: 0, paidUntil: '2027-01-01' })
    expect(await book.status(ruud)).toMatchObject({ openCents: 0, paidUntil: '2027-01-01' })
  })

  it('of a household of two with different rates settles both', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    const ruud = await book.aPayer('Ruud Pinas', { from: '2026-11-01', with: joyce, planId: await book.aPlan(500) })
    await book.api.dues.run({})
    await book.pay(joyce, 15)
    expect([await book.duesOf(joyce), await book.duesOf(ruud)]).toEqual([['2026-11: 10'], ['2026-11: 5']])
  })

  it('for two that is too little for either leaves the right sum open and nothing over', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    const ruud = await book.aPayer('Ruud Pinas', { from: '2026-11-01', with: joyce })
    await book.api.dues.run({})
    await book.pay(joyce, 7)
    const open = [await book.status(joyce), await book.status(ruud)].map((status) => status.openCents)
    expect(open).toEqual([300, 1000])
  })

  it('can be divided otherwise: chosen months and people', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    const ruud = await book.aPayer('Ruud Pinas', { from: '2026-10-01', with: joyce })
    await book.api.dues.run({})
    const { dues } = await book.api.dues.person({ personId: ruud })
    const november = dues.find((due) => due.periodStart === '2026-11-01')?.id ?? ''
    await book.pay(joyce, 10, { parts: [{ dueId: november, cents: 1000 }] })
    expect(await book.duesOf(ruud)).toEqual(['2026-10: 10 open', '2026-11: 10'])
    expect(await book.duesOf(joyce)).toEqual(['2026-10: 10 open', '2026-11: 10 open'])
  })

  it('cannot be divided beyond what was paid or is open, nor over something that is not open', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    const wim = await book.aPayer('Wim Groot', { from: '2026-11-01' })
    await book.api.dues.run({})
    const dueOf = async (personId: string) => (await book.api.dues.person({ personId })).dues[0]?.id ?? ''
    const joycesDue = await dueOf(joyce)
    expect(await codeOf(book.pay(joyce, 5, { parts: [{ dueId: joycesDue, cents: 600 }] }))).toBe('divisionMoreThanPaid')
    expect(await codeOf(book.pay(joyce, 20, { parts: [{ dueId: joycesDue, cents: 1100 }] }))).toBe(
      'divisionMoreThanOpen',
    )
    expect(await codeOf(book.pay(joyce, 20, { parts: [{ dueId: await dueOf(wim), cents: 100 }] }))).toBe('dueNotOpen')
    expect((await book.api.dues.payments({ find: '', limit: 10 })).total).toBe(0)
  })

  it('by somebody for another counts for the other', async () => {
    const son = await book.aPerson('Hassan Idrissi')
    const mother = await book.aPayer('Fatma Idrissi', { from: '2026-11-01', payer: { kind: 'person', id: son } })
    await book.api.dues.run({})
    await book.pay(mother, 10, { payer: { kind: 'person', id: son } })
    expect(await book.duesOf(mother)).toEqual(['2026-11: 10'])
  })

  it('from before somebody was registered as a payer is used once they are', async () => {
    const joyce = await book.aPerson('Joyce Pinas', { from: '2026-11-01' })
    await book.pay(joyce, 30, { payer: { kind: 'person', id: joyce } })
    await book.api.dues.agree({
      personId: joyce,
      fromDay: '2026-11-01',
      planId: await book.aPlan(),
      intervalMonths: 1,
      anchorDay: null,
      payer: null,
      reduction: null,
      method: 'overboeking',
    })
    await book.api.dues.run({})
    expect(await book.duesOf(joyce)).toEqual(['2026-11: 10'])
    expect(await book.status(joyce)).toMatchObject({ creditCents: 2000, aheadMonths: 2, paidUntil: '2027-02-01' })
  })

  it('late for an old year pays the opening balance first', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    await book.api.dues.addOpeningBalance({ personId: joyce, amountCents: 2500, day: '2025-12-31' })
    await book.api.dues.run({})
    expect(await book.status(joyce)).toMatchObject({ openCents: 3500, openingCents: 2500, paidUntil: '2026-11-01' })
    await book.pay(joyce, 30)
    expect(await book.status(joyce)).toMatchObject({ openCents: 500, openingCents: 0 })
  })

  it('of the same payer, day and amount is asked about before it is written twice', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    await book.api.dues.run({})
    await book.pay(joyce, 10)
    expect(await codeOf(book.pay(joyce, 10))).toBe('paymentLooksDouble')
    await book.pay(joyce, 10, { notDouble: true })
    expect((await book.status(joyce)).openCents).toBe(9000)
  })

  it('of tomorrow is refused', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    expect(await codeOf(book.pay(joyce, 10, { day: '2026-11-24' }))).toBe('dayInFuture')
    // The year typed wrong.
    expect(await codeOf(book.pay(joyce, 10, { day: '1926-11-20' }))).toBe('dayLongAgo')
  })

  it('that bounces opens again what it had paid, and nothing else', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    const wim = await book.aPayer('Wim Groot', { from: '2026-10-01' })
    await book.api.dues.run({})
    const bounced = await book.pay(joyce, 20)
    await book.pay(wim, 20)

    expect(await book.api.dues.reversePayment({ paymentId: bounced, reason: 'bounced' })).toEqual({
      openAgainCents: 2000,
    })

    expect(await book.duesOf(joyce)).toEqual(['2026-10: 10 open', '2026-11: 10 open'])
    expect(await book.duesOf(wim)).toEqual(['2026-10: 10', '2026-11: 10'])
    expect(await codeOf(book.api.dues.reversePayment({ paymentId: bounced, reason: 'bounced' }))).toBe(
      'alreadyReversed',
    )
    const { rows } = await book.api.dues.payments({ find: 'pinas', limit: 10 })
    expect(rows).toMatchObject([{ id: bounced, state: 'reversed', reason: 'bounced', cents: 2000 }])
  })

  it('is taken back once when that is asked twice at the same moment', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.api.dues.run({})
    const paymentId = await book.pay(joyce, 20)
    const twice = [1, 2].map(() => codeOf(book.api.dues.reversePayment({ paymentId, reason: 'mistake' })))
    expect((await Promise.all(twice)).sort()).toEqual(['alreadyReversed', 'no error'])
    expect(await book.status(joyce)).toMatchObject({ openCents: 2000, creditCents: 0 })
  })

  it('can be taken off one month; the next run lets it pay the oldest month again', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.api.dues.run({})
    const paymentId = await book.pay(joyce, 20)
    const { dues } = await book.api.dues.person({ personId: joyce })
    const [october] = dues
    await book.api.dues.reverseAllocation({ paymentId, dueId: october?.id ?? '' })
    expect(await book.status(joyce)).toMatchObject({ openCents: 1000, creditCents: 1000, paidUntil: '2026-10-01' })
    await book.api.dues.run({})
    expect(await book.status(joyce)).toMatchObject({ openCents: 0, creditCents: 0 })
  })

  it('is undone by Ongedaan maken with what it paid', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.api.dues.run({})
    await book.pay(joyce, 20)
    await book.api.history.undo({})
    expect(await book.duesOf(joyce)).toEqual(['2026-10: 10 open', '2026-11: 10 open'])
    expect((await book.status(joyce)).creditCents).toBe(0)
  })

  it('cannot be undone once a later run used its credit', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    await book.api.dues.run({})
    await book.pay(joyce, 20)
    const { actions } = await book.api.history.list({})
    book.setDay('2026-12-01')
    await book.api.dues.run({})
    expect(await codeOf(book.api.history.undo({ actionId: actions[0]?.id ?? '' }))).toBe('undoBlocked')
  })
})
