import { afterEach, beforeEach, expect, it } from 'vitest'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

let book: NeighbourhoodBook
let gatheringId: string
beforeEach(async () => {
  book = await openNeighbourhoodBook()
  const planned = await book.api.gatherings.plan({
    ...plainGathering,
    groupId: null,
    day: '2026-12-01',
    title: 'Verhalenavond',
  })
  gatheringId = planned.id
})
afterEach(() => book.close())

const add = (more: { personId?: string; name?: string; consentDay?: string }) =>
  book.api.speakers.add({
    gatheringId,
    kind: 'verteller',
    personId: null,
    name: '',
    topic: 'de straat vroeger',
    consentDay: '2026-11-20',
    ...more,
  })

it('a story-teller of the book is called by their name of today, and goes with them', async () => {
  const ria = await book.aPerson('Ria van den Berg')
  await add({ personId: ria })
  expect(await book.api.speakers.list({ gatheringId })).toMatchObject([{ name: 'Ria van den Berg', personId: ria }])
  await book.api.members.remove({ personId: ria })
  expect(await book.api.speakers.list({ gatheringId })).toEqual([])
})

it('nobody stands there without consent, and no consent is of tomorrow', async () => {
  await expect(add({})).rejects.toMatchObject({ code: 'badInput' })
  await expect(add({ name: 'Joke', consentDay: '2026-11-24' })).rejects.toMatchObject({ code: 'dayInFuture' })
  expect(() =>
    book.opened.raw
      .prepare("INSERT INTO speaker (id, gathering_id, kind, name) VALUES ('x', 'y', 'spreker', 'Joke')")
      .run(),
  ).toThrow(/consent_day|action/)
})

it('one who takes consent back is taken away, and that can be undone', async () => {
  const { id } = await add({ name: 'Joke Timmer' })
  await book.api.speakers.remove({ id })
  expect(await book.api.speakers.list({ gatheringId })).toEqual([])
  await book.undoLast()
  expect(await book.api.speakers.list({ gatheringId })).toHaveLength(1)
})
