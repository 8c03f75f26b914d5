import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

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
    expect(agreement).toMatchObject({ fromDay: '2026-07-01', untilDay: null, rateCents: 1200, rateMonths: 1 })
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

  it('takes no more off than there is to pay, now or by a rate to come', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    const { agreement } = await book.api.dues.person({ personId: joyce })
    const planId = agreement?.planId ?? ''
    const takeOff = (value: number) =>
      book.api.dues.agree({
        ...{ personId: joyce, fromDay: '2026-12-01', planId, intervalMonths: 1, anchorDay: null, payer: null },
        ...{ reduction: { kind: 'amount', value, reason: null, until: null }, method: 'overboeking' },
      })
    await expect(takeOff(1001)).rejects.toMatchObject({ code: 'reductionTooHigh', details: { cents: 1000 } })
    await takeOff(1000)
    await book.api.dues.setRate({ planId, amountCents: 1200, validFrom: '2027-01-01' })
    await takeOff(1200)
    expect(await codeOf(takeOff(1201))).toBe('reductionTooHigh')
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
