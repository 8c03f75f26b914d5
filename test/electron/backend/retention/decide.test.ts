import { afterEach, beforeEach, expect, it } from 'vitest'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'

let book: NeighbourhoodBook
let gone: string
beforeEach(async () => {
  book = await openNeighbourhoodBook('2026-11-26')
  gone = await book.aPerson('Ria Berg', { until: '2024-11-26' })
  await book.aPerson('Wim Ver', { until: '2024-11-27' })
  await book.aPerson('Henk Brouwer')
})
afterEach(() => book.close())

const waiting = async () => (await book.api.retention.get({})).people.map(({ name }) => name)
const tasks = async () =>
  (await book.api.overview.moduleTasks({})).flatMap(({ code, count }) => (code === 'retentionWaiting' ? [count] : []))

it('who left two years ago waits for a decision, on the Overzicht too, and nobody else', async () => {
  expect((await book.api.retention.get({})).people).toMatchObject([
    { personId: gone, name: 'Ria Berg', why: 'left', since: '2024-11-26', hindrance: null },
  ])
  expect(await tasks()).toEqual([1])
  const henk = await book.api.members.list({
    ...{ neighbourhood: null, kind: 'lid', text: 'Henk', sort: 'name', offset: 0, limit: 1 },
  })
  const refused = book.api.retention.letPersonGo({ personId: henk.rows[0]?.id ?? '' })
  await expect(refused).rejects.toMatchObject({ code: 'notFound' })
})

it('somebody who died, or lies in the bin, is asked about as well', async () => {
  const died = await book.aPerson('Bep Kok', { deceasedOn: '2023-05-01' })
  await book.api.members.remove({ personId: gone })
  book.setDay('2028-12-01')
  const { people } = await book.api.retention.get({})
  expect(people).toMatchObject([
    { personId: died, why: 'died' },
    { name: 'Wim Ver', why: 'left' },
    { personId: gone, why: 'binned' },
  ])
  await book.api.retention.letPersonGo({ personId: gone })
  expect(book.opened.raw.prepare('SELECT count(*) FROM person WHERE id = ?').pluck().get(gone)).toBe(0)
})

it('weg is final, and leaves nothing to decide', async () => {
  await book.api.retention.letPersonGo({ personId: gone })
  expect([await waiting(), await tasks()]).toEqual([[], []])
  expect((await book.api.history.lastAction({}))?.undoable).toBe(false)
})

it('houden stands with its reason until its day, can be undone, and can be decided again', async () => {
  const keep = { personId: gone, year: null, until: '2027-06-01', reason: 'Er loopt nog een betaling.' }
  await book.api.retention.keep(keep)
  expect(await waiting()).toEqual([])
  expect((await book.api.retention.get({})).kept).toMatchObject([
    { name: 'Ria Berg', until: '2027-06-01', reason: keep.reason },
  ])
  await book.api.history.undo({})
  expect(await waiting()).toEqual(['Ria Berg'])
  await book.api.retention.keep(keep)
  await book.api.retention.keep({ ...keep, until: '2027-07-01' })
  const { kept } = await book.api.retention.get({})
  expect(kept).toMatchObject([{ until: '2027-07-01' }])
  await book.api.retention.stopKeeping({ id: kept[0]?.id ?? '' })
  expect(await waiting()).toEqual(['Ria Berg'])
  await book.api.retention.keep(keep)
  book.setDay('2027-06-01')
  expect(await waiting()).toEqual(['Ria Berg', 'Wim Ver'])
})

it('takes no day that is past, and none beyond the seven years that books are kept', async () => {
  const keep = (until: string) => book.api.retention.keep({ personId: gone, year: null, until, reason: 'x' })
  await expect(keep('2026-11-26')).rejects.toMatchObject({ code: 'nextDayPast' })
  await expect(keep('2033-11-27')).rejects.toMatchObject({ code: 'keepTooLong' })
})
