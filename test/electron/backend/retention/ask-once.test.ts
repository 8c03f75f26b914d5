// A book that was made with an older program asks once before it lets go of what that program kept; a new one never asks.
import { afterEach, describe, expect, it } from 'vitest'
import { write } from '../../../../electron/backend/database/write.ts'
import { emptyPast } from '../../../../electron/backend/retention/empty-past.ts'
import { newlyExpiringKinds } from '../../../../shared/domain/retention.ts'
import { writeOneOfEverything } from '../../../support/one-of-everything.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'

let book: OpenTestBook
afterEach(() => book.close())

/** One of everything, and what is of half a year and of a year is past its day. */
async function aYearLater({ isOld }: { isOld: boolean }): Promise<OpenTestBook> {
  book = await openTestBook()
  writeOneOfEverything(book, '2026-06-01')
  await write(book.context, { kind: 'bookChanged' }, (tx) =>
    tx
      .updateTable('book')
      .set({ asks_before_letting_go: isOld ? 1 : null })
      .execute(),
  )
  book.setDay('2028-06-02')
  return book
}

const notesLeft = () =>
  book.opened.raw.prepare("SELECT count(*) FROM gathering WHERE coalesce(note, '') <> ''").pluck().get()
const caresLeft = () => book.opened.raw.prepare('SELECT count(*) FROM care_note').pluck().get()
const tasks = async () =>
  (await book.api.overview.moduleTasks({})).flatMap(({ code }) => (code === 'lettingGoAsked' ? [code] : []))

describe('a book of an older program', () => {
  it('keeps what that program kept until somebody says that it may go, and lets go of what was promised before', async () => {
    await aYearLater({ isOld: true })
    await emptyPast(book.context)
    expect([notesLeft(), caresLeft()]).toEqual([1, 0])
    const { asked } = await book.api.retention.get({})
    expect(asked?.map(({ kind }) => kind)).toEqual([...newlyExpiringKinds])
    expect(asked?.every(({ count }) => count > 0)).toBe(true)
    expect(await tasks()).toEqual(['lettingGoAsked'])
  })

  it('lets it go at once when somebody says so, and never asks again', async () => {
    await aYearLater({ isOld: true })
    await book.api.retention.agree({})
    expect(notesLeft()).toBe(0)
    expect([(await book.api.retention.get({})).asked, await tasks()]).toEqual([null, []])
    expect(await emptyPast(book.context)).toBe(0)
  })
})

it('a new book lets it go by itself, without a question (control)', async () => {
  await aYearLater({ isOld: false })
  expect([(await book.api.retention.get({})).asked, await tasks()]).toEqual([null, []])
  await emptyPast(book.context)
  expect(notesLeft()).toBe(0)
})
