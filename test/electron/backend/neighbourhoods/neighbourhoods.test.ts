import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

test('a book works without any', async () => {
  await book.api.members.register(aMember())
  expect(await book.api.neighbourhoods.list({})).toEqual({
    today: '2026-11-23',
    pattern: 'contact_deputy',
    open: [],
    closed: [],
    withoutNeighbourhood: 1,
  })
})

describe('the list', () => {
  test('counts people, members and empty places', async () => {
    const id = await aNeighbourhood(book.api)
    await book.api.members.register(aMember({ neighbourhoodId: id }))
    await book.api.members.register(
      aMember({
        firstName: 'Kees',
        neighbourhoodId: id,
        membership: { kind: 'belangstellende', from: '2025-01-01', number: null },
      }),
    )
    const gone = await book.api.members.register(aMember({ firstName: 'Wim', neighbourhoodId: id }))
    await book.api.members.end({ personId: gone.id, day: '2026-11-01', reason: 'verhuisd' })
    const { open } = await book.api.neighbourhoods.list({})
    expect(open).toMatchObject([
      {
        name: 'Kastanjehof',
        people: 2,
        members: 1,
        seatState: 'onbemand',
        // There is no other to be joined with.
        sizeAdvice: null,
        // It was begun today.
        gatherings: { held: 0, goal: 0, perYear: 3, from: '2026-11-23' },
      },
    ])
    expect(open[0]?.seats.map((seat) => seat.role)).toEqual(['contactpersoon', 'vervanger'])
    await aNeighbourhood(book.api, 'Lijsterpad')
    expect((await book.api.neighbourhoods.list({})).open[0]).toMatchObject({ sizeAdvice: 'samenvoegen' })
  })
})

describe('changing one', () => {
  test('touches only what is given; a status gets its day', async () => {
    const id = await aNeighbourhood(book.api)
    await book.api.neighbourhoods.change({ id, status: 'loopt_goed' })
    await book.api.neighbourhoods.change({ id, cadencePerYear: 12 })
    expect(await book.api.neighbourhoods.get({ id })).toMatchObject({
      name: 'Kastanjehof',
      status: 'loopt_goed',
      statusDay: '2026-11-23',
      gatherings: { goal: 1, perYear: 12 },
    })
  })

  test('two of one name are refused', async () => {
    await aNeighbourhood(book.api, 'Kastanjehof')
    const other = await aNeighbourhood(book.api, 'De Kade')
    await expect(aNeighbourhood(book.api, 'kastanjehof')).rejects.toMatchObject({ code: 'groupNameTaken' })
    await expect(book.api.neighbourhoods.change({ id: other, name: 'KASTANJEHOF' })).rejects.toMatchObject({
      code: 'groupNameTaken',
    })
  })
})

describe('closing one', () => {
  test('says what ends, ends it, and is undone whole', async () => {
    const id = await aNeighbourhood(book.api)
    const person = await book.api.members.register(aMember({ neighbourhoodId: id }))
    await book.api.roles.assign({
      role: 'vervanger',
      neighbourhoodId: id,
      side: null,
      personId: person.id,
      from: '2026-01-01',
      plannedEnd: null,
    })
    book.setDay('2026-12-01')
    const before = await book.tables()
    expect(await book.api.neighbourhoods.previewClose({ id, day: '2026-12-01' })).toEqual({
      people: 1,
      roles: 1,
      plannedGatherings: 0,
    })
    await book.api.neighbourhoods.close({ id, day: '2026-12-01' })
    const { open, closed } = await book.api.neighbourhoods.list({})
    expect([open.length, closed[0]?.activeUntil]).toEqual([0, '2026-12-01'])
    expect((await book.api.members.get({ id: person.id })).roles[0]?.until).toBe('2026-12-01')
    await expect(
      book.api.members.joinNeighbourhood({ personId: person.id, neighbourhoodId: id, day: '2026-12-01' }),
    ).rejects.toMatchObject({ code: 'groupClosed' })
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('twice, or before it began, is refused; it can be opened again', async () => {
    const id = await aNeighbourhood(book.api)
    await expect(book.api.neighbourhoods.close({ id, day: '2020-01-01' })).rejects.toMatchObject({
      code: 'dayBeforeStart',
    })
    await book.api.neighbourhoods.close({ id, day: '2026-11-23' })
    await expect(book.api.neighbourhoods.close({ id, day: '2026-11-23' })).rejects.toMatchObject({
      code: 'groupClosed',
    })
    await book.api.neighbourhoods.reopen({ id })
    expect((await book.api.neighbourhoods.list({})).open).toHaveLength(1)
  })

  test('and opened again is refused when its name was given to another since', async () => {
    const id = await aNeighbourhood(book.api)
    await book.api.neighbourhoods.close({ id, day: '2026-11-23' })
    await aNeighbourhood(book.api)
    await expect(book.api.neighbourhoods.reopen({ id })).rejects.toMatchObject({ code: 'groupNameTaken' })
  })
})

describe('removing one', () => {
  test('goes only when nobody was ever in it, and comes back', async () => {
    const empty = await aNeighbourhood(book.api, 'De Kade')
    const used = await aNeighbourhood(book.api, 'Lijsterpad')
    await book.api.members.register(aMember({ neighbourhoodId: used }))
    await expect(book.api.neighbourhoods.remove({ id: used })).rejects.toMatchObject({ code: 'groupInUse' })
    await book.api.neighbourhoods.remove({ id: empty })
    expect((await book.api.neighbourhoods.names({})).map((group) => group.name)).toEqual(['Lijsterpad'])
    await book.api.trash.restore({ table: 'neighbourhood', id: empty })
    expect((await book.api.neighbourhoods.names({})).map((group) => group.name)).toEqual(['De Kade', 'Lijsterpad'])
  })
})
