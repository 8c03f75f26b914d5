import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

const everybody = { neighbourhood: null, kind: 'now', text: '' } as const
const page = { sort: 'name', offset: 0, limit: 100 } as const
const names = async (filter: object = {}) =>
  (await book.api.members.list({ ...everybody, ...page, ...filter })).rows.map((row) => row.name)

describe('changing', () => {
  test('touches only what is given, and is undone', async () => {
    const { id } = await book.api.members.register(aMember({ mobile: '06-1000 2231' }))
    const before = await book.tables()
    await book.api.members.change({ id, fields: { lastName: 'Bergen' }, address: { houseNumber: 5 } })
    expect(await book.api.members.get({ id })).toMatchObject({
      name: 'Ria van den Bergen',
      mobile: '06-1000 2231',
      streetLine: 'Kastanjehof 5',
    })
    expect(await names({ text: 'bergen' })).toEqual(['Ria van den Bergen'])
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('says of everything that is wrong at once where it is, and changes nothing', async () => {
    const { id } = await book.api.members.register(aMember())
    const before = await book.tables()
    const wrong = { firstName: '', lastName: '', email: 'ria(at)voorbeeld', mobile: '06-1000 221' }
    await expect(book.api.members.change({ id, fields: wrong, address: { postcode: '1234 A' } })).rejects.toMatchObject(
      {
        code: 'nameMissing',
        others: [
          { code: 'phoneTooShort', details: { field: 'mobile' } },
          { code: 'emailInvalid', details: { field: 'email' } },
          { code: 'postcodeInvalid', details: { field: 'address.postcode' } },
        ],
      },
    )
    // What is right beside it is not saved either.
    await expect(
      book.api.members.change({ id, fields: { lastName: 'Bergen' }, address: { postcode: '1234 A' } }),
    ).rejects.toMatchObject({ code: 'postcodeInvalid', others: [] })
    expect(await book.tables()).toEqual(before)
  })

  test('of somebody who is not there is said', async () => {
    await expect(book.api.members.change({ id: 'nobody', fields: { lastName: 'X' } })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('moving', () => {
  const newHome = {
    kind: 'address',
    street: 'Lijsterpad',
    houseNumber: 5,
    houseSuffix: '',
    postcode: '',
    city: 'Delft',
  } as const

  test('everybody of an address keeps their household; a role in the old binnenbuurt ends', async () => {
    const old = await aNeighbourhood(book.api, 'Kastanjehof')
    const next = await aNeighbourhood(book.api, 'Lijsterpad')
    const { id } = await book.api.members.register(aMember({ neighbourhoodId: old }))
    await book.api.roles.assign({
      role: 'vervanger',
      neighbourhoodId: old,
      side: null,
      personId: id,
      from: '2025-01-01',
      plannedEnd: null,
    })
    const { householdId } = await book.api.members.get({ id })
    const before = await book.tables()
    const move = { personIds: [id], home: newHome, day: '2026-11-20', neighbourhoodId: next }
    const preview = await book.api.members.previewMove(move)
    expect(preview).toMatchObject({
      neighbourhoods: ['Kastanjehof'],
      roles: [{ role: 'vervanger', neighbourhoodName: 'Kastanjehof', seatsAfter: 'onbemand' }],
    })
    expect(await book.tables()).toEqual(before)
    await book.api.members.move(move)
    const person = await book.api.members.get({ id })
    expect(person).toMatchObject({ householdId, streetLine: 'Lijsterpad 5', movedOn: '2026-11-20' })
    expect(person.neighbourhoods.map(({ name, until }) => [name, until])).toEqual([
      ['Lijsterpad', null],
      ['Kastanjehof', '2026-11-20'],
    ])
    expect(person.roles[0]).toMatchObject({ until: '2026-11-20', current: false })
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('one of two leaves the other where they are', async () => {
    const { id } = await book.api.members.register(aMember())
    const { householdId } = await book.api.members.get({ id })
    const other = await book.api.members.register(aMember({ firstName: 'Kees', home: { kind: 'with', householdId } }))
    await book.api.members.move({ personIds: [other.id], home: newHome, day: '2026-11-20' })
    expect((await book.api.members.get({ id })).streetLine).toBe('Kastanjehof 3')
    expect((await book.api.members.get({ id: other.id })).streetLine).toBe('Lijsterpad 5')
  })

  test('is written down once it has happened', async () => {
    const { id } = await book.api.members.register(aMember())
    await expect(book.api.members.move({ personIds: [id], home: newHome, day: '2026-12-01' })).rejects.toMatchObject({
      code: 'dayInFuture',
    })
  })
})

describe('binnenbuurten of a person', () => {
  test('going over leaves the old one and its role, and joins the new, as one action', async () => {
    const [old, next] = [await aNeighbourhood(book.api, 'Kastanjehof'), await aNeighbourhood(book.api, 'De Kade')]
    const { id } = await book.api.members.register(aMember({ neighbourhoodId: old }))
    await book.api.roles.assign({
      role: 'vervanger',
      neighbourhoodId: old,
      side: null,
      personId: id,
      from: '2026-02-01',
      plannedEnd: null,
    })
    const before = await book.tables()
    await book.api.members.changeNeighbourhood({ personId: id, neighbourhoodId: next, day: '2026-11-23' })
    const person = await book.api.members.get({ id })
    expect(person.neighbourhoods.map(({ name, until }) => [name, until])).toEqual([
      ['De Kade', null],
      ['Kastanjehof', '2026-11-23'],
    ])
    expect(person.roles[0]?.until).toBe('2026-11-23')
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
    await book.api.members.changeNeighbourhood({ personId: id, neighbourhoodId: null, day: '2026-11-23' })
    expect(await names({ neighbourhood: 'none' })).toEqual(['Ria van den Berg'])
  })

  test('joining twice is refused; leaving ends the role there', async () => {
    const group = await aNeighbourhood(book.api)
    const { id } = await book.api.members.register(aMember())
    const taking = { personId: id, neighbourhoodId: group, day: '2026-01-01' }
    await book.api.members.joinNeighbourhood(taking)
    await expect(book.api.members.joinNeighbourhood({ ...taking, day: '2026-06-01' })).rejects.toMatchObject({
      code: 'alreadyInGroup',
    })
    await book.api.roles.assign({
      role: 'vervanger',
      neighbourhoodId: group,
      side: null,
      personId: id,
      from: '2026-02-01',
      plannedEnd: null,
    })
    const before = await book.tables()
    await book.api.members.leaveNeighbourhood({ ...taking, day: '2026-11-23' })
    const person = await book.api.members.get({ id })
    expect(person.neighbourhoods[0]?.until).toBe('2026-11-23')
    expect(person.roles[0]?.until).toBe('2026-11-23')
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })
})

describe('the Prullenbak', () => {
  test('takes a person with all that hangs on them, out of lists and search, and gives it back', async () => {
    const group = await aNeighbourhood(book.api)
    const { id } = await book.api.members.register(aMember({ neighbourhoodId: group }))
    const before = await book.tables()
    await book.api.members.remove({ personId: id })
    expect(await names()).toEqual([])
    expect((await book.api.search.find({ text: 'berg' })).people).toEqual([])
    const thrownAway = await book.api.members.get({ id })
    expect(thrownAway).toMatchObject({ deletedAt: expect.any(String), memberships: [{ kind: 'lid' }] })
    await book.api.trash.restore({ table: 'person', id })
    expect(await book.tables()).toEqual(before)
    expect(await names()).toEqual(['Ria van den Berg'])
  })
})
