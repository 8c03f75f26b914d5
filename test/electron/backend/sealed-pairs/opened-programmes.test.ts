import { afterEach, expect, it } from 'vitest'
import { lockOf, requireOpen } from '../../../../electron/backend/sealed-pairs/opened-programmes.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'

let book: OpenTestBook
afterEach(() => book.close())

it('a window that reads a sealed programme again and again does not keep it open', async () => {
  book = await openTestBook()
  let minute = 0
  const context = { ...book.context, now: () => new Date(minute * 60_000) }
  lockOf(context, 'p').open()
  for (minute = 1; minute < 10; minute += 1) requireOpen(context, 'p')
  minute = 10
  expect(() => requireOpen(context, 'p')).toThrow('sealedClosed')
  expect(lockOf(context, 'other').opensUntil()).toBeNull()
})
