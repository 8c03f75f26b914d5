import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiftKind } from '../../../../shared/domain/lifts.ts'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

let book: NeighbourhoodBook
let gatheringId: string
let people: readonly string[]
beforeEach(async () => {
  book = await openNeighbourhoodBook()
  people = [await book.aPerson('Ria'), await book.aPerson('Wim'), await book.aPerson('Anh'), await book.aPerson('Bep')]
  const planned = await book.api.gatherings.plan({
    ...plainGathering,
    groupId: null,
    day: '2026-12-01',
    title: 'Borrel',
  })
  gatheringId = planned.id
})
afterEach(() => book.close())

const add = async (person: number, kind: LiftKind, seats: number) =>
  (await book.api.lifts.add({ gatheringId, personId: people[person] ?? '', kind, seats, note: '' })).id
const sums = async () => {
  const { offered, needed, without } = await book.api.lifts.list({ gatheringId })
  return { offered, needed, without }
}

describe('lifts', () => {
  it('counts nobody who died', async () => {
    const offer = await add(0, 'aanbod', 2)
    const need = await add(1, 'nodig', 1)
    await add(2, 'nodig', 2)
    await book.api.lifts.match({ id: need, offerId: offer })
    for (const person of [0, 2])
      await book.api.members.markDeceased({ personId: people[person] ?? '', day: '2026-11-23' })
    expect(await sums()).toEqual({ offered: 0, needed: 1, without: 1 })
  })

  it('counts and offers nobody who left before its day, and still says who drove to one of before', async () => {
    const offer = await add(0, 'aanbod', 2)
    const need = await add(1, 'nodig', 1)
    await add(2, 'nodig', 2)
    await book.api.lifts.match({ id: need, offerId: offer })
    const leave = (person: number, day: string) =>
      book.api.members.end({ personId: people[person] ?? '', day, reason: 'verhuisd' })
    await leave(2, '2026-11-23')
    await leave(0, '2026-11-30')
    await leave(1, '2026-12-15')
    expect(await sums()).toEqual({ offered: 0, needed: 1, without: 1 })
    expect((await book.api.lifts.list({ gatheringId })).lifts).toMatchObject([{ id: need, offerId: null }])
    await expect(book.api.lifts.match({ id: need, offerId: offer })).rejects.toMatchObject({ code: 'notFound' })
    book.setDay('2027-01-10')
    expect((await sums()).needed).toBe(1)
  })

  it('says how many are still without', async () => {
    const offer = await add(0, 'aanbod', 2)
    const need = await add(1, 'nodig', 1)
    await add(2, 'nodig', 2)
    expect(await sums()).toEqual({ offered: 2, needed: 3, without: 3 })
    await book.api.lifts.match({ id: need, offerId: offer })
    expect(await sums()).toEqual({ offered: 2, needed: 3, without: 2 })
    await book.undoLast()
    expect(await sums()).toEqual({ offered: 2, needed: 3, without: 3 })
  })

  it('takes no more along than there are seats', async () => {
    const offer = await add(0, 'aanbod', 2)
    const one = await add(1, 'nodig', 1)
    const two = await add(2, 'nodig', 2)
    await book.api.lifts.match({ id: one, offerId: offer })
    await expect(book.api.lifts.match({ id: two, offerId: offer })).rejects.toMatchObject({
      code: 'liftFull',
      details: { count: 1 },
    })
    // Choosing the same driver again is no extra passenger.
    await book.api.lifts.match({ id: one, offerId: offer })
    expect((await sums()).without).toBe(2)
  })

  it('a driver who does not come leaves the others without, and who is on the list is not put on it twice', async () => {
    const offer = await add(0, 'aanbod', 2)
    const need = await add(1, 'nodig', 1)
    await book.api.lifts.match({ id: need, offerId: offer })
    await book.api.lifts.remove({ id: offer })
    expect(await sums()).toEqual({ offered: 0, needed: 1, without: 1 })
    await expect(add(1, 'aanbod', 3)).rejects.toMatchObject({ code: 'liftTwice' })
  })

  it('who sent word of not coming needs no lift, and takes nobody along', async () => {
    const offer = await add(0, 'aanbod', 2)
    const need = await add(1, 'nodig', 1)
    await add(2, 'nodig', 2)
    await book.api.lifts.match({ id: need, offerId: offer })
    const mark = (person: number, status: 'afgemeld' | 'onbekend') =>
      book.api.gatherings.mark({ gatheringId, personId: people[person] ?? '', status })
    await mark(2, 'afgemeld')
    expect(await sums()).toEqual({ offered: 2, needed: 1, without: 0 })
    await mark(0, 'afgemeld')
    expect(await sums()).toEqual({ offered: 0, needed: 1, without: 1 })
    const { lifts } = await book.api.lifts.list({ gatheringId })
    expect(lifts.map(({ isComing, offerId }) => [isComing, offerId])).toEqual([
      [false, null],
      [false, null],
      [true, null],
    ])
    await expect(book.api.lifts.match({ id: need, offerId: offer })).rejects.toMatchObject({ code: 'notFound' })
    await mark(0, 'onbekend')
    expect(await sums()).toEqual({ offered: 2, needed: 1, without: 0 })
  })

  it('who offers a lift goes along with nobody', async () => {
    const [one, other] = [await add(0, 'aanbod', 2), await add(1, 'aanbod', 2)]
    await expect(book.api.lifts.match({ id: one, offerId: other })).rejects.toMatchObject({ code: 'notFound' })
    expect(await sums()).toEqual({ offered: 4, needed: 0, without: 0 })
  })

  it('goes to the bin with its person', async () => {
    await add(1, 'nodig', 1)
    await book.api.members.remove({ personId: people[1] ?? '' })
    expect((await sums()).needed).toBe(0)
  })
})
