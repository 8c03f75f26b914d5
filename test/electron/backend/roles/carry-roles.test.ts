import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bookSettingsOf } from '../../../../electron/backend/books/book-queries.ts'
import { changeSettings } from '../../../../electron/backend/books/change-settings.ts'
import type { RolePattern } from '../../../../shared/domain/role-seats.ts'
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
  await assign(ria, { plannedEnd: '2027-06-01' })
  await assign(kees, { role: 'vervanger' })
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
const propose = (pattern: RolePattern) => book.api.roles.proposeCarry({ pattern })
const proposed = async (pattern: RolePattern) =>
  (await propose(pattern)).flatMap(({ termId, to }) => (to === null ? [] : [{ termId, ...to }]))
const changeTo = async (rolePattern: RolePattern, carry: Awaited<ReturnType<typeof proposed>>) =>
  changeSettings({ ...(await bookSettingsOf(book.context.db)), rolePattern, carry }, book.context)
const groupNow = () => book.api.neighbourhoods.get({ id: group })
const empty = async () => (await book.api.overview.get({})).attention.filter(({ kind }) => kind === 'emptySeats').length

describe('changing the role pattern', () => {
  test('gives who has a role now the matching one, from today on, and takes it all back at once', async () => {
    const before = await book.tables()
    expect(await propose('two_coordinators')).toMatchObject([
      { name: 'Ria van den Berg', role: 'contactpersoon', beginsOn: null, to: { role: 'coordinator' } },
      { name: 'Kees van den Berg', role: 'vervanger', to: { role: 'coordinator' } },
    ])
    await changeTo('two_coordinators', await proposed('two_coordinators'))
    const { seatState, seats, otherRoles } = await groupNow()
    expect(seatState).toBe('bezet')
    expect(seats.flatMap(({ holders }) => holders)).toMatchObject([
      { name: 'Ria van den Berg', from: '2026-11-23', plannedEnd: '2027-06-01' },
      { name: 'Kees van den Berg', from: '2026-11-23' },
    ])
    expect(otherRoles).toEqual([])
    expect((await book.api.members.get({ id: ria })).roles).toMatchObject([
      { role: 'coordinator', current: true },
      { role: 'contactpersoon', current: false },
    ])
    expect(await empty()).toBe(0)
    expect(await book.api.history.nextUndo({})).toMatchObject({ kind: 'rolesCarriedOver', details: { count: 2 } })
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('leaves them when nobody is carried over; that can still be done afterwards', async () => {
    await changeTo('two_coordinators', [])
    expect((await groupNow()).seatState).toBe('onbemand')
    expect(await propose('two_coordinators')).toHaveLength(2)
    await changeTo('two_coordinators', await proposed('two_coordinators'))
    expect((await groupNow()).seatState).toBe('bezet')
    expect(await propose('two_coordinators')).toEqual([])
  })

  test('asks who stands where in a duo', async () => {
    const terms = await propose('duo')
    expect(terms.map(({ to }) => to)).toEqual([null, null])
    await changeTo(
      'duo',
      terms.map(({ termId }, at) => ({ termId, role: 'duo_lid', side: at === 0 ? 'oud' : 'nieuw' })),
    )
    expect((await groupNow()).seats.map(({ holders }) => holders[0]?.name)).toEqual([
      'Ria van den Berg',
      'Kees van den Berg',
    ])
  })

  test('carries who is yet to begin, from the same day on, and leaves no empty term behind', async () => {
    const elif = (await book.api.members.register(aMember({ firstName: 'Elif', neighbourhoodId: group }))).id
    await assign(elif, { role: 'vervanger', from: '2027-01-01' })
    expect((await propose('two_coordinators')).find(({ name }) => name.startsWith('Elif'))).toMatchObject({
      beginsOn: '2027-01-01',
    })
    await changeTo('two_coordinators', await proposed('two_coordinators'))
    expect((await book.api.members.get({ id: elif })).roles).toMatchObject([
      { role: 'coordinator', from: '2027-01-01' },
    ])
  })

  test('gives one role to who had both', async () => {
    await assign(ria, { role: 'vervanger' })
    await changeTo('two_coordinators', await proposed('two_coordinators'))
    const running = (await book.api.members.get({ id: ria })).roles.filter(({ current }) => current)
    expect(running).toMatchObject([{ role: 'coordinator' }])
  })

  test.each([
    ['a place of another pattern', { role: 'vervanger' as const, side: null }, 'badInput'],
    ['a side that no place has', { role: 'coordinator' as const, side: 'oud' as const }, 'badInput'],
  ])('refuses %s, and changes nothing then', async (_what, to, code) => {
    const before = await book.tables()
    const [first] = await propose('two_coordinators')
    await expect(changeTo('two_coordinators', [{ termId: first?.termId ?? '', ...to }])).rejects.toMatchObject({ code })
    expect(await book.tables()).toEqual(before)
  })
})
