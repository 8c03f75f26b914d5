import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

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

  it('says beforehand how much that was paid already becomes credit when dues begin later', async () => {
    const nel = await book.aPayer('Nel Oostveen')
    await book.api.dues.run({})
    await book.pay(nel, 80)
    expect(await book.api.dues.previewRun({})).toMatchObject({ freedCents: 0 })
    const { preset: _preset, modules: _modules, ...rules } = await book.api.books.settings({})
    await book.api.books.changeSettings({ ...rules, accountingStart: '2026-07-01' })
    // Of eighty, fifty pays July up to November; the rest was paid for months that are no longer asked.
    expect(await book.api.dues.previewRun({})).toMatchObject({ reversed: { count: 6, cents: 6000 }, freedCents: 3000 })
    await book.api.dues.run({})
    expect(await book.status(nel)).toMatchObject({ openCents: 0, creditCents: 3000 })
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
