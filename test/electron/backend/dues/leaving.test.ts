import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

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
    const refunded = async () =>
      (await book.api.dues.payments({ find: '', limit: 10 })).rows.map(({ cents, refundedCents }) => [
        cents,
        refundedCents,
      ])
    const paid = await refunded()
    expect(paid.map(([, cents]) => cents)).toEqual(paid.map(() => 0))
    await book.api.dues.refund({ ...refund, amountCents: 2000 })
    expect((await refunded()).reduce((sum, [, cents]) => sum + (cents ?? 0), 0)).toBe(2000)
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

  it('one household for another: the old one keeps its debt, the new one pays from that day', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-08-01' })
    const wim = await book.aPayer('Wim Groot', { from: '2026-08-01' })
    await book.api.dues.run({})
    const { household } = await book.api.dues.person({ personId: wim })
    const home = { kind: 'with', householdId: household.id } as const
    await book.api.members.move({ personIds: [joyce], home, day: '2026-10-01' })
    await book.api.dues.run({})
    expect(await book.duesOf(joyce)).toHaveLength(4)
    await book.pay(wim, 60)
    expect(await book.duesOf(wim)).toEqual(['2026-08: 10', '2026-09: 10', '2026-10: 10', '2026-11: 10'])
    expect(await book.duesOf(joyce)).toEqual(['2026-08: 10 open', '2026-09: 10 open', '2026-10: 10', '2026-11: 10'])
  })

  it('by being thrown away as a mistake: the dues go with the next run, and come back with the person', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.api.dues.run({})
    await book.api.members.remove({ personId: joyce })
    await book.api.dues.run({})
    expect((await book.api.dues.overview({ limit: 5 })).openCents).toBe(0)
    await book.api.trash.restore({ table: 'person', id: joyce })
    await book.api.dues.run({})
    expect(await book.duesOf(joyce)).toEqual(['2026-10: 10 open', '2026-11: 10 open'])
  })

  it('with credit of two payers: each gets back what came from them', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    await book.pay(joyce, 30)
    await book.pay(joyce, 20, { payer: { kind: 'person', id: joyce }, day: '2026-11-21' })
    const { payer, status } = await book.api.dues.person({ personId: joyce })
    expect(status.creditCents).toBe(5000)
    const given = {
      payer: { kind: payer.kind, id: payer.id },
      amountCents: 4500,
      day: '2026-11-22',
      note: null,
    } as const
    await book.api.dues.refund({ ...given, method: 'contant' })
    expect(await book.status(joyce)).toMatchObject({ creditCents: 500 })
    const { payments } = await book.api.dues.person({ personId: joyce })
    expect(payments.filter(({ cents }) => cents < 0).map(({ cents, payer: to }) => [cents, to.kind])).toEqual([
      [-2500, 'household'],
      [-2000, 'person'],
    ])
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
