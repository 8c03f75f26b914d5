import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

type Add = Parameters<NeighbourhoodBook['api']['barriers']['add']>[0]

let book: NeighbourhoodBook
let series: string
beforeEach(async () => {
  book = await openNeighbourhoodBook('2026-09-01')
  const started = await book.api.series.start({
    title: 'Fietsles',
    groupId: null,
    counted: 'aantal',
    place: null,
    startTime: null,
    rhythm: { kind: 'los', every: 1, nth: null, firstDay: '2026-09-01' },
    asksLanguages: false,
  })
  series = started.id
})
afterEach(() => book.close())

async function held(day: string, count: number, seriesId = series) {
  book.setDay(day)
  const { id } = await book.api.series.addMeeting({ seriesId, day })
  await book.api.gatherings.recordHeadcount({ gatheringId: id, count })
}
const add = (more: Partial<Add> = {}) =>
  book.api.barriers.add({
    kind: 'kinderopvang',
    note: '',
    foundHow: 'gebeld',
    foundDay: '2026-09-12',
    seriesId: series,
    groupId: null,
    ...more,
  })
const one = async (id: string) => {
  const { open, closed } = await book.api.barriers.list({})
  return [...open, ...closed].find((barrier) => barrier.id === id)
}

describe('before and after', () => {
  it('nobody came, child care was arranged, and more came: the numbers say so', async () => {
    await held('2026-09-04', 1)
    await held('2026-09-11', 0)
    book.setDay('2026-09-12')
    const { id } = await add()
    await book.api.barriers.takeMeasure({ id, measure: 'Opvang in de zaal ernaast', day: '2026-09-18' })
    await held('2026-09-18', 7)
    await held('2026-09-25', 8)

    const barrier = await one(id)
    expect(barrier?.before.map(({ came }) => came)).toEqual([1, 0])
    expect(barrier?.after.map(({ came }) => came)).toEqual([7, 8])
    expect([barrier?.averageBefore, barrier?.averageAfter]).toEqual([0.5, 7.5])
  })

  it('compares three on either side, the nearest ones, and only of the same series', async () => {
    const other = await book.api.series.start({
      title: 'Inloop',
      groupId: null,
      counted: 'aantal',
      place: null,
      startTime: null,
      rhythm: { kind: 'los', every: 1, nth: null, firstDay: '2026-09-01' },
      asksLanguages: false,
    })
    const counts = [90, 3, 4, 5, 10, 11, 12, 90]
    for (const [week, count] of counts.entries()) {
      const day = `2026-09-0${week + 1}`
      await held(day, count)
      await held(day, 50, other.id)
    }
    const { id } = await add({ foundDay: '2026-09-02' })
    await book.api.barriers.takeMeasure({ id, measure: 'Opvang', day: '2026-09-05' })
    const barrier = await one(id)
    expect(barrier?.before.map(({ came }) => came)).toEqual([3, 4, 5])
    expect(barrier?.after.map(({ came }) => came)).toEqual([10, 11, 12])
    expect([barrier?.averageBefore, barrier?.averageAfter]).toEqual([4, 11])
  })

  it('says nothing of a gathering that was called off or not written down', async () => {
    await held('2026-09-04', 2)
    await book.api.series.addMeeting({ seriesId: series, day: '2026-09-11' })
    const { id } = await add({ foundDay: '2026-09-04' })
    expect((await one(id))?.before).toHaveLength(1)
    await book.api.barriers.takeMeasure({ id, measure: 'Opvang', day: '2026-09-04' })
    expect((await one(id))?.averageAfter).toBe(2)
    expect((await one(id))?.averageBefore).toBeNull()
  })

  it('counts people by name and guests together', async () => {
    const groupId = await book.aGroup('Kastanjehof')
    const ria = await book.aPerson('Ria van den Berg', { groupId })
    const gathering = await book.api.gatherings.plan({ ...plainGathering, groupId, day: '2026-09-01', title: 'Thee' })
    await book.api.gatherings.mark({ gatheringId: gathering.id, personId: ria, status: 'aanwezig' })
    await book.api.gatherings.setGuests({ gatheringId: gathering.id, guests: 3 })
    await book.api.gatherings.complete({ gatheringId: gathering.id })
    const { id } = await add({ seriesId: null, groupId, foundDay: '2026-09-01' })
    expect((await one(id))?.averageBefore).toBe(4)
  })
})

describe('the steps', () => {
  it('a measure is not before it was known, and taking it back takes the judgement along', async () => {
    book.setDay('2026-09-20')
    const { id } = await add()
    await expect(book.api.barriers.takeMeasure({ id, measure: 'Opvang', day: '2026-09-01' })).rejects.toMatchObject({
      code: 'measureBeforeFound',
    })
    await book.api.barriers.takeMeasure({ id, measure: 'Opvang', day: '2026-09-18' })
    await book.api.barriers.judge({ id, outcome: 'hielp', note: 'Meteen vragen.' })
    expect(await one(id)).toMatchObject({ outcome: 'hielp', outcomeNote: 'Meteen vragen.' })
    await book.api.barriers.takeMeasure({ id, measure: '', day: '2026-09-18' })
    expect(await one(id)).toMatchObject({ measure: null, measureDay: null, outcome: null, outcomeNote: null })
  })

  it('what nobody did anything about yet comes first; what is solved stands apart and can be undone', async () => {
    book.setDay('2026-09-20')
    const { id: done } = await add({ foundDay: '2026-09-15' })
    await book.api.barriers.takeMeasure({ id: done, measure: 'Opvang', day: '2026-09-18' })
    const { id: waiting } = await add({ kind: 'vervoer', foundDay: '2026-09-10' })
    expect((await book.api.barriers.list({})).open.map(({ id }) => id)).toEqual([waiting, done])
    await book.api.barriers.close({ id: done, day: '2026-09-20' })
    expect((await book.api.barriers.list({})).closed.map(({ id }) => id)).toEqual([done])
    await book.undoLast()
    expect((await book.api.barriers.list({})).closed).toEqual([])
  })
})
