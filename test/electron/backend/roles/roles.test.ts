import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
let group: string
let ria: string
let kees: string
beforeEach(async () => {
  book = await openPeopleBook()
  group = await aNeighbourhood(book.api)
  ria = (await book.api.members.register(aMember({ neighbourhoodId: group }))).id
  kees = (await book.api.members.register(aMember({ firstName: 'Kees', neighbourhoodId: group }))).id
})
afterEach(() => book.close())

const assign = (personId: string, values: object = {}) =>
  book.api.roles.assign({
    role: 'contactpersoon',
    neighbourhoodId: group,
    side: null,
    personId,
    from: '2026-01-01',
    plannedEnd: null,
    ...values,
  })
const seats = async () => (await book.api.neighbourhoods.get({ id: group })).seats

describe('assigning a role', () => {
  test('fills a place, shown with who holds it and since when', async () => {
    const preview = await book.api.roles.previewAssign({
      role: 'contactpersoon',
      neighbourhoodId: group,
      side: null,
      personId: ria,
      from: '2026-01-01',
      plannedEnd: null,
    })
    expect(preview).toEqual({ seatsAfter: 'kwetsbaar', besides: [], outsider: false, otherPlace: false })
    await assign(ria)
    expect((await seats())[0]).toMatchObject({
      role: 'contactpersoon',
      holders: [{ name: 'Ria van den Berg', from: '2026-01-01' }],
    })
    await assign(kees, { role: 'vervanger' })
    expect((await book.api.neighbourhoods.get({ id: group })).seatState).toBe('bezet')
  })

  test('says who is in the same place, who is no part of the group, and who has the other place', async () => {
    await assign(ria)
    const outsider = (await book.api.members.register(aMember({ firstName: 'Elif', infix: '', lastName: 'Demir' }))).id
    const preview = (personId: string, role: 'contactpersoon' | 'vervanger') =>
      book.api.roles.previewAssign({
        role,
        neighbourhoodId: group,
        side: null,
        personId,
        from: '2026-11-23',
        plannedEnd: null,
      })
    expect(await preview(outsider, 'contactpersoon')).toMatchObject({
      besides: [{ name: 'Ria van den Berg' }],
      outsider: true,
    })
    expect(await preview(ria, 'vervanger')).toMatchObject({ otherPlace: true, seatsAfter: 'kwetsbaar' })
  })

  test.each([
    ['the same role twice', { from: '2026-06-01' }, 'alreadyInRole'],
    ['an end before the beginning', { role: 'vervanger', plannedEnd: '2025-01-01' }, 'dayBeforeStart'],
    ['a role of a group without a group', { role: 'vervanger', neighbourhoodId: null }, 'badInput'],
    ['a role of the association in a group', { role: 'penningmeester' }, 'badInput'],
  ])('refuses %s', async (_what, values, code) => {
    await assign(ria)
    const before = await book.tables()
    await expect(assign(ria, values)).rejects.toMatchObject({ code })
    expect(await book.tables()).toEqual(before)
  })

  test('refuses somebody who left or died', async () => {
    await book.api.members.end({ personId: ria, day: '2026-11-01', reason: 'opgezegd' })
    await book.api.members.markDeceased({ personId: kees, day: '2026-11-01' })
    await expect(assign(ria)).rejects.toMatchObject({ code: 'personGone' })
    await expect(assign(kees)).rejects.toMatchObject({ code: 'personGone' })
  })

  test('is undone', async () => {
    const before = await book.tables()
    await assign(ria)
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })
})

describe('a role that ends', () => {
  test('leaves its place empty, with who held it last', async () => {
    const { id } = await assign(ria)
    expect(await book.api.roles.previewEnd({ id, day: '2026-10-01' })).toEqual({ seatsAfter: 'onbemand' })
    await book.api.roles.end({ id, day: '2026-10-01' })
    expect((await seats())[0]).toMatchObject({ holders: [], last: { name: 'Ria van den Berg', until: '2026-10-01' } })
    await expect(book.api.roles.end({ id, day: '2026-10-01' })).rejects.toMatchObject({ code: 'roleEndedAlready' })
  })

  test('of somebody who died says so: they did not stop', async () => {
    await assign(ria)
    await book.api.members.markDeceased({ personId: ria, day: '2026-10-01' })
    expect((await seats())[0]).toMatchObject({ last: { name: 'Ria van den Berg', until: '2026-10-01', died: true } })
  })

  test('announces itself when its planned end is near, until that is moved', async () => {
    const { id } = await assign(ria, { plannedEnd: '2027-01-01' })
    expect((await seats())[0]?.endsSoon).toBe('2027-01-01')
    expect((await book.api.members.get({ id: ria })).roles[0]).toMatchObject({ endsSoon: true, current: true })
    await book.api.roles.change({ id, plannedEnd: '2028-01-01' })
    expect((await seats())[0]?.endsSoon).toBeNull()
    await expect(book.api.roles.change({ id, plannedEnd: '2025-01-01' })).rejects.toMatchObject({
      code: 'dayBeforeStart',
    })
  })

  test('cannot end before it began', async () => {
    const { id } = await assign(ria)
    await expect(book.api.roles.end({ id, day: '2025-01-01' })).rejects.toMatchObject({ code: 'dayBeforeStart' })
  })
})

describe('handing over', () => {
  test('is one action: the old term ends, the new one begins, undone together', async () => {
    const { id } = await assign(ria)
    const before = await book.tables()
    await book.api.roles.handOver({ id, toPersonId: kees, day: '2026-11-23', overlapUntil: null, plannedEnd: null })
    expect((await seats())[0]?.holders.map((holder) => holder.name)).toEqual(['Kees van den Berg'])
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('may overlap; too long an overlap is told', async () => {
    const { id } = await assign(ria)
    await book.api.roles.handOver({
      id,
      toPersonId: kees,
      day: '2026-10-01',
      overlapUntil: '2026-12-31',
      plannedEnd: null,
    })
    expect((await seats())[0]).toMatchObject({
      holders: [{ name: 'Ria van den Berg' }, { name: 'Kees van den Berg' }],
      longOverlapDays: 53,
    })
  })

  test('to the same person, or with an overlap that ends before it begins, is refused', async () => {
    const { id } = await assign(ria)
    const handOver = { id, toPersonId: kees, day: '2026-11-23', overlapUntil: null, plannedEnd: null }
    await expect(book.api.roles.handOver({ ...handOver, toPersonId: ria })).rejects.toMatchObject({
      code: 'samePerson',
    })
    await expect(book.api.roles.handOver({ ...handOver, overlapUntil: '2026-11-01' })).rejects.toMatchObject({
      code: 'dayBeforeStart',
    })
  })
})

test('roles of the whole association are listed apart', async () => {
  await assign(ria, { role: 'penningmeester', neighbourhoodId: null, plannedEnd: '2026-12-31' })
  expect(await book.api.roles.association({})).toMatchObject([
    { name: 'Ria van den Berg', role: 'penningmeester', endsSoon: true },
  ])
  expect((await book.api.neighbourhoods.get({ id: group })).seatState).toBe('onbemand')
})

test('an undo that would put somebody twice in one role is refused', async () => {
  const { id } = await assign(ria)
  await book.api.roles.end({ id, day: '2026-06-01' })
  const ending = await book.api.history.lastAction({})
  await assign(ria, { from: '2026-07-01' })
  await expect(book.api.history.undo({ actionId: ending?.id ?? '' })).rejects.toMatchObject({ code: 'undoBlocked' })
})

test('somebody who leaves before a role would begin cannot be given it', async () => {
  const { id } = await book.api.members.register(aMember())
  await book.api.members.end({ personId: id, day: '2026-12-01', reason: 'verhuisd' })
  const term = { role: 'penningmeester', neighbourhoodId: null, side: null, personId: id, plannedEnd: null } as const
  await expect(book.api.roles.assign({ ...term, from: '2026-12-01' })).rejects.toMatchObject({
    code: 'personGone',
    details: { since: '2026-12-01' },
  })
  await book.api.roles.assign({ ...term, from: '2026-11-30' })
})
