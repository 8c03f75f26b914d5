// The cases a treasurer of a small association meets (part, too much, for another, bounced, moved, died ...), each through the api.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CallError } from '../../../../shared/contract/create-client.ts'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no error',
    (error) => (error instanceof CallError ? error.code : String(error)),
  )

describe('the dues run', () => {
  it('raises a due for every month from the start of the accounts up to this month, and nothing the second time', async () => {
    const joyce = await book.aPayer('Joyce Pinas')

    const preview = await book.api.dues.previewRun({})
    const first = await book.api.dues.run({})
    const before = await book.api.history.list({})
    const second = await book.api.dues.run({})

    expect(preview).toEqual(first)
    expect(first).toMatchObject({
      added: { count: 11, cents: 11_000 },
      reversed: { count: 0 },
      people: 1,
      to: '2026-11-01',
    })
    expect(second.added.count + second.reversed.count + second.allocated.count).toBe(0)
    expect((await book.api.history.list({})).actions.length).toBe(before.actions.length)
    expect(await book.status(joyce)).toMatchObject({ paidUntil: '2026-01-01', openCents: 11_000 })
  })

  it('raises nothing twice when two runs are asked for at the same moment', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    await Promise.all([book.api.dues.run({}), book.api.dues.run({})])
    expect(await book.duesOf(joyce)).toHaveLength(11)
  })

  it('adds the next month when it has begun', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    await book.api.dues.run({})
    book.setDay('2026-12-01')
    expect(await book.api.dues.run({})).toMatchObject({ added: { count: 1 }, from: '2026-12-01' })
    expect(await book.duesOf(joyce)).toHaveLength(12)
  })

  it('is refused in a book without dues', async () => {
    const settings = await book.api.books.settings({})
    await book.api.books.changeSettings({ ...settings, duesEnabled: false, accountingStart: null })
    expect(await codeOf(book.api.dues.run({}))).toBe('duesOff')
    expect(await book.api.dues.previewRun({})).toMatchObject({ added: { count: 0 } })
  })

  it('charges from the first whole month somebody who joins halfway through a month', async () => {
    const elif = await book.aPayer('Elif Demir', { from: '2026-09-15' })
    await book.api.dues.run({})
    expect(await book.duesOf(elif)).toEqual(['2026-10: 10 open', '2026-11: 10 open'])
  })

  it('lets periods begin at the day that was agreed, clipped to short months without drift', async () => {
    const elif = await book.aPayer('Elif Demir', { from: '2026-08-31', anchorDay: '2026-08-31' })
    await book.api.dues.run({})
    const { dues } = await book.api.dues.person({ personId: elif })
    expect(dues.map((due) => due.periodStart)).toEqual(['2026-08-31', '2026-09-30', '2026-10-31'])
  })

  it('charges a whole year at once, at the rate of each month, and puts it right when a rate changes in the past', async () => {
    const plan = await book.aPlan(500)
    await book.api.dues.setRate({ planId: plan, amountCents: 600, validFrom: '2026-07-01' })
    const wim = await book.aPayer('Wim Groot', { planId: plan, intervalMonths: 12 })
    await book.api.dues.run({})
    expect(await book.duesOf(wim)).toEqual(['2026-01: 66 open'])

    await book.api.dues.setRate({ planId: plan, amountCents: 700, validFrom: '2026-10-01' })
    const run = await book.api.dues.run({})

    expect(run).toMatchObject({ added: { count: 1, cents: 6900 }, reversed: { count: 1, cents: 6600 } })
    expect(await book.duesOf(wim)).toEqual(['2026-01: 69 open'])
  })

  it('keeps paid money where it was when a rate goes down in the past, and the rest is credit', async () => {
    const plan = await book.aPlan(1000)
    const nel = await book.aPayer('Nel Oostveen', { planId: plan, from: '2026-10-01' })
    await book.api.dues.run({})
    await book.pay(nel, 20)

    await book.api.dues.setRate({ planId: plan, amountCents: 800, validFrom: '2026-10-01' })
    await book.api.dues.run({})

    expect(await book.duesOf(nel)).toEqual(['2026-10: 8', '2026-11: 8'])
    expect(await book.status(nel)).toMatchObject({ openCents: 0, creditCents: 400 })
  })

  it('takes a reduction off each month until it ends, and asks nothing of somebody who is exempt', async () => {
    const reduced = await book.aPayer('Ria Smit', {
      from: '2026-09-01',
      reduction: { kind: 'percent', value: 50, reason: 'stadspas', until: '2026-11-01' },
    })
    const less = await book.aPayer('Ans Mol', {
      from: '2026-10-01',
      reduction: { kind: 'amount', value: 250, reason: null, until: null },
    })
    const exempt = await book.aPayer('Piet Mol', { reduction: { kind: 'exempt', value: 0, reason: null, until: null } })
    await book.api.dues.run({})
    expect(await book.duesOf(reduced)).toEqual(['2026-09: 5 open', '2026-10: 5 open', '2026-11: 10 open'])
    expect(await book.duesOf(less)).toEqual(['2026-10: 7.5 open', '2026-11: 7.5 open'])
    expect(await book.duesOf(exempt)).toEqual([])
  })

  it('is undone as a whole', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    await book.api.dues.run({})
    await book.api.history.undo({})
    expect(await book.duesOf(joyce)).toEqual([])
    expect(await book.api.dues.run({})).toMatchObject({ added: { count: 11 } })
  })

  it('cannot be undone while money pays its dues', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    await book.api.dues.run({})
    const { actions } = await book.api.history.list({})
    await book.pay(joyce, 10)
    expect(await codeOf(book.api.history.undo({ actionId: actions[0]?.id ?? '' }))).toBe('undoBlocked')
  })
})

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

describe('leaving', () => {
  it('with credit: it can be given back, and then the payment can no longer be taken back', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    await book.api.dues.run({})
    const paymentId = await book.pay(joyce, 30)
    await book.api.members.end({ personId: joyce, day: '2026-11-23', reason: 'opgezegd' })
    const { payer } = await book.api.dues.person({ personId: joyce })
    const refund = {
      payer: { kind: payer.kind, id: payer.id },
      day: '2026-11-23',
      method: 'contant',
      note: null,
    } as const
    expect(await codeOf(book.api.dues.refund({ ...refund, amountCents: 2100 }))).toBe('refundMoreThanCredit')
    await book.api.dues.refund({ ...refund, amountCents: 2000 })
    expect(await book.status(joyce)).toMatchObject({ openCents: 0, creditCents: 0 })
    expect(await codeOf(book.api.dues.reversePayment({ paymentId, reason: 'mistake' }))).toBe('creditWasRefunded')
  })

  it('with a debt: later months are no longer asked, the debt stays and can be waived', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    await book.api.dues.run({})
    await book.api.members.end({ personId: joyce, day: '2026-10-01', reason: 'verhuisd' })
    await book.api.dues.run({})
    expect(await book.status(joyce)).toMatchObject({ openCents: 9000 })

    const { dues } = await book.api.dues.person({ personId: joyce })
    for (const due of dues) await book.api.dues.waive({ dueId: due.id, amountCents: null, reason: 'board' })

    expect(await book.status(joyce)).toMatchObject({ openCents: 0 })
    expect((await book.api.dues.overview({ limit: 10 })).payerCount).toBe(0)
  })

  it('after paying a year ahead: the months after it become credit', async () => {
    const wim = await book.aPayer('Wim Groot', { intervalMonths: 12 })
    await book.api.dues.run({})
    await book.pay(wim, 120)
    await book.api.members.end({ personId: wim, day: '2026-07-01', reason: 'opgezegd' })
    await book.api.dues.run({})
    expect(await book.duesOf(wim)).toEqual(['2026-01: 60'])
    expect(await book.status(wim)).toMatchObject({ openCents: 0, creditCents: 6000, aheadMonths: 0 })
  })

  it('by dying with a balance: the dues after the death go, what was open before stays until somebody decides', async () => {
    const nel = await book.aPayer('Nel Oostveen', { from: '2026-09-01' })
    await book.api.dues.run({})
    await book.api.members.markDeceased({ personId: nel, day: '2026-10-15' })
    await book.api.dues.run({})
    expect(await book.duesOf(nel)).toEqual(['2026-09: 10 open', '2026-10: 10 open'])
  })

  it('and joining again: a new agreement, the time between is not asked', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    await book.api.members.end({ personId: joyce, day: '2026-03-01', reason: 'opgezegd' })
    await book.api.members.rejoin({
      personId: joyce,
      kind: 'lid',
      day: '2026-10-01',
      neighbourhoodId: null,
      fee: { planId: await book.aPlan(700), intervalMonths: 1 },
    })
    await book.api.dues.run({})
    expect(await book.duesOf(joyce)).toEqual([
      '2026-01: 10 open',
      '2026-02: 10 open',
      '2026-10: 7 open',
      '2026-11: 7 open',
    ])
  })
})

describe('an agreement', () => {
  it('that changes closes the old one and opens another; paid money follows', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { intervalMonths: 12 })
    await book.api.dues.run({})
    await book.pay(joyce, 120)
    await book.api.dues.agree({
      personId: joyce,
      fromDay: '2026-07-01',
      planId: await book.aPlan(1200),
      intervalMonths: 6,
      anchorDay: null,
      payer: null,
      reduction: null,
      method: 'overboeking',
    })
    await book.api.dues.run({})
    expect(await book.duesOf(joyce)).toEqual(['2026-01: 60', '2026-07: 72 part'])
    const { agreement, earlier } = await book.api.dues.person({ personId: joyce })
    expect(agreement).toMatchObject({ fromDay: '2026-07-01', untilDay: null, monthCents: 1200 })
    expect(earlier).toMatchObject([{ fromDay: '2026-01-01', untilDay: '2026-07-01' }])
  })

  it('is only for members, not before they joined, and not for more than all of it', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    const { agreement } = await book.api.dues.person({ personId: joyce })
    const terms = {
      personId: joyce,
      fromDay: '2026-02-01',
      planId: agreement?.planId ?? '',
      intervalMonths: 1,
      anchorDay: null,
      payer: null,
      reduction: null,
      method: 'overboeking',
    } as const
    expect(await codeOf(book.api.dues.agree({ ...terms, fromDay: '2019-12-31' }))).toBe('agreementBeforeMembership')
    const reduction = { kind: 'percent', value: 101, reason: null, until: null } as const
    expect(await codeOf(book.api.dues.agree({ ...terms, reduction }))).toBe('percentTooHigh')
    await book.api.members.end({ personId: joyce, day: '2026-11-01', reason: 'opgezegd' })
    expect(await codeOf(book.api.dues.agree(terms))).toBe('noMembership')
  })

  it('keeps a plan from being removed; an unused plan goes, and a plan keeps at least one rate', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    const { agreement } = await book.api.dues.person({ personId: joyce })
    expect(await codeOf(book.api.dues.removePlan({ planId: agreement?.planId ?? '' }))).toBe('feePlanInUse')
    const unused = await book.aPlan(300)
    const [plan] = (await book.api.dues.plans({})).filter(({ id }) => id === unused)
    expect(await codeOf(book.api.dues.removeRate({ rateId: plan?.rates[0]?.id ?? '' }))).toBe('feePlanNeedsRate')
    await book.api.dues.removePlan({ planId: unused })
    expect((await book.api.dues.plans({})).map(({ id }) => id)).toEqual([agreement?.planId])
  })
})

describe('a waiver', () => {
  it('settles a due in part or whole, never more than is open, and can be taken back', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    await book.api.dues.run({})
    const { dues } = await book.api.dues.person({ personId: joyce })
    const dueId = dues[0]?.id ?? ''
    expect(await codeOf(book.api.dues.waive({ dueId, amountCents: 1001, reason: 'board' }))).toBe('waiverMoreThanOpen')
    await book.api.dues.waive({ dueId, amountCents: 400, reason: 'hardship' })
    expect(await book.duesOf(joyce)).toEqual(['2026-11: 10 part'])
    await book.api.dues.waive({ dueId, amountCents: null, reason: 'hardship' })
    expect(await codeOf(book.api.dues.waive({ dueId, amountCents: null, reason: 'board' }))).toBe('dueNotOpen')
    expect((await book.api.dues.overview({ limit: 5 })).expectedCents).toBe(0)
    await book.api.dues.reverseWaiver({ dueId })
    expect((await book.status(joyce)).openCents).toBe(1000)
  })
})

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
    expect(overview.payers[0]).toMatchObject({ paidUntil: '2026-08-01', openCents: 4000 })
  })
})
