import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

const terms = { intervalMonths: 1, method: 'overboeking', fromDay: '2026-10-01' } as const
const waiting = async () => (await book.api.dues.withoutAgreement({})).people.map(({ name }) => name)
const asksForDues = async () => (await book.api.overview.moduleTasks({})).some(({ code }) => code === 'duesNotBegun')

describe('members with whom nothing is agreed', () => {
  it('are agreed with in one action, each from the day they joined at the earliest, and it is undone as one', async () => {
    const wim = await book.aPerson('Wim Groot')
    const ria = await book.aPerson('Ria Berg', { from: '2026-11-15' })
    expect(await asksForDues()).toBe(true)
    const planId = await book.aPlan()
    expect(await book.api.dues.agreeWithAll({ ...terms, planId, personIds: [wim, ria] })).toEqual({ count: 2 })
    const fromDays = await Promise.all(
      [wim, ria].map(async (personId) => (await book.api.dues.person({ personId })).agreement?.fromDay),
    )
    expect(fromDays).toEqual(['2026-10-01', '2026-11-15'])
    expect(await waiting()).toEqual([])
    expect(await asksForDues()).toBe(false)
    await book.api.history.undo({})
    expect(await waiting()).toEqual(['Ria Berg', 'Wim Groot'])
  })

  it('are not those who have an agreement already, are exempt, left, or were not chosen', async () => {
    const planId = await book.aPlan()
    const joyce = await book.aPayer('Joyce Pinas')
    await book.aPayer('Henk Vrij', { reduction: { kind: 'exempt', value: 0, reason: null, until: null } })
    const gone = await book.aPerson('Anh Weg')
    await book.api.members.end({ personId: gone, day: '2026-11-01', reason: 'opgezegd' })
    const nel = await book.aPerson('Nel Doet')
    await book.aPerson('Piet Later')
    const before = await book.api.dues.person({ personId: joyce })
    // Who was asked anything in another window meanwhile keeps that, and who came since waits.
    expect(await book.api.dues.agreeWithAll({ ...terms, planId, personIds: [joyce, gone, nel] })).toEqual({ count: 1 })
    expect(await waiting()).toEqual(['Piet Later'])
    expect((await book.api.dues.person({ personId: joyce })).agreement).toEqual(before.agreement)
  })

  it('are not those whose agreement was ended, unless they left and came back since', async () => {
    const planId = await book.aPlan()
    const joyce = await book.aPayer('Joyce Pinas')
    await book.api.dues.endAgreement({ personId: joyce, untilDay: '2026-11-01' })
    expect(await waiting()).toEqual([])
    await book.api.members.end({ personId: joyce, day: '2026-11-10', reason: 'opgezegd' })
    await book.api.members.rejoin({ personId: joyce, kind: 'lid', day: '2026-11-20', neighbourhoodId: null, fee: null })
    expect(await waiting()).toEqual(['Joyce Pinas'])
    await book.api.dues.agreeWithAll({ ...terms, planId, personIds: [joyce] })
    expect((await book.api.dues.person({ personId: joyce })).agreement?.fromDay).toBe('2026-11-20')
  })

  it('are refused in words when there are none, or the plan is gone', async () => {
    const planId = await book.aPlan()
    await expect(book.api.dues.agreeWithAll({ ...terms, planId, personIds: [] })).rejects.toMatchObject({
      code: 'nobodyToAgreeWith',
    })
    const wim = await book.aPerson('Wim Groot')
    await book.api.dues.removePlan({ planId })
    await expect(book.api.dues.agreeWithAll({ ...terms, planId, personIds: [wim] })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
