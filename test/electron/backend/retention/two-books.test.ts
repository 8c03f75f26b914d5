import { afterEach, expect, it } from 'vitest'
import { emptyPast } from '../../../../electron/backend/retention/empty-past.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'
import { join, openSharedBook, type SharedBook, settle } from '../../../support/shared-books.ts'

const books: SharedBook[] = []
afterEach(async () => {
  for (const book of books.splice(0)) await book.close()
})

const plan = { ...plainGathering, groupId: null, title: 'Theemiddag' }

it('two computers that let go of the same things each by themselves stay in step, and nothing comes back', async () => {
  const a = await openSharedBook('a', '2026-06-01')
  books.push(a)
  const { id } = await a.api.gatherings.plan({ ...plan, day: '2026-05-20', place: 'Bij Ria', note: 'Ria was moe.' })
  const b = await join(a, 'b')
  books.push(b)
  // Written on the other computer, which lets go of it only later.
  await b.api.gatherings.setGuests({ gatheringId: id, guests: 3 })
  await b.api.gatherings.setNote({ gatheringId: id, note: 'Ria was erg moe.' })
  for (const book of books) book.setDay('2027-06-01')
  await emptyPast(a.context)
  await settle(books)
  await emptyPast(b.context)
  await settle(books)
  await emptyPast(a.context)
  await settle(books)
  for (const book of books)
    expect(book.rows('SELECT title, place, note, guests FROM gathering')).toEqual([
      { title: 'Theemiddag', place: null, note: null, guests: 3 },
    ])
  expect(await a.digest('buurt')).toBe(await b.digest('buurt'))
  for (const book of books) expect(JSON.stringify(book.rows('SELECT before, after FROM change'))).not.toContain('moe')
})
