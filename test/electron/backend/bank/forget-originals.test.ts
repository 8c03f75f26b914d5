import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetOriginals } from '../../../../electron/backend/bank/forget-originals.ts'
import { checkOriginals } from '../../../../electron/backend/bank/original-file.ts'
import { aBankFile, anEntry, aStatement, takeInFile } from '../../../support/bank-book.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

const kept = () => book.opened.raw.prepare('SELECT count(*) FROM bank_file_content').pluck().get()

test('the bytes of a file that was taken back stay for thirty days, so that it can be put back, and then go', async () => {
  await takeInFile(book.context, aBankFile([aStatement([anEntry()])]))
  await book.api.history.undo({})
  book.setDay('2026-12-22')
  expect([await forgetOriginals(book.context), kept()]).toEqual([0, 1])
  book.setDay('2026-12-25')
  expect([await forgetOriginals(book.context), kept()]).toEqual([1, 0])
})

test('the bytes of a file that was put back stay, and those of a file in the book always', async () => {
  await takeInFile(book.context, aBankFile([aStatement([anEntry()])]))
  const { undone } = await book.api.history.undo({})
  expect(undone.kind).toBe('bankFileTakenIn')
  const last = await book.api.history.lastAction({})
  await book.api.history.undo({ actionId: last?.id ?? '' })
  book.setDay('2027-12-25')
  expect(await forgetOriginals(book.context)).toBe(0)
  expect(await checkOriginals(book.context)).toEqual([])
})
