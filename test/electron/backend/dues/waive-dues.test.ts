import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

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
