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

describe('leaving', () => {
  test('shows what it brings about, does it, and is undone whole', async () => {
    const group = await aNeighbourhood(book.api)
    const { id } = await book.api.members.register(aMember({ neighbourhoodId: group }))
    await book.api.roles.assign({
      role: 'contactpersoon',
      neighbourhoodId: group,
      side: null,
      personId: id,
      from: '2025-01-01',
      plannedEnd: null,
    })
    const before = await book.tables()
    const early = await book.api.members.previewEnd({ personId: id, day: '2016-11-23', reason: 'overleden' })
    expect(early.neverMemberFrom).toBe((await book.api.members.get({ id })).memberships[0]?.from)
    const preview = await book.api.members.previewEnd({ personId: id, day: '2026-11-23', reason: 'opgezegd' })
    expect(preview).toMatchObject({
      neverMemberFrom: null,
      roles: [{ role: 'contactpersoon', neighbourhoodName: 'Kastanjehof', seatsAfter: 'onbemand' }],
      neighbourhoods: ['Kastanjehof'],
      openCents: 0,
    })
    await book.api.members.end({ personId: id, day: '2026-11-23', reason: 'opgezegd' })
    const person = await book.api.members.get({ id })
    expect(person).toMatchObject({ status: 'oud_lid', memberships: [{ until: '2026-11-23', endReason: 'opgezegd' }] })
    expect((await book.api.neighbourhoods.get({ id: group })).seatState).toBe('onbemand')
    expect(await names()).toEqual([])
    expect(await names({ kind: 'oud_lid' })).toEqual(['Ria van den Berg'])
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('twice, or before it began, is refused', async () => {
    const { id } = await book.api.members.register(aMember())
    await expect(book.api.members.end({ personId: id, day: '2020-01-01', reason: 'opgezegd' })).rejects.toMatchObject({
      code: 'dayBeforeStart',
    })
    await book.api.members.end({ personId: id, day: '2026-11-23', reason: 'opgezegd' })
    await expect(book.api.members.end({ personId: id, day: '2026-11-23', reason: 'opgezegd' })).rejects.toMatchObject({
      code: 'notMember',
    })
  })

  test('on a later day keeps somebody a member until then', async () => {
    const { id } = await book.api.members.register(aMember())
    await book.api.members.end({ personId: id, day: '2027-01-01', reason: 'opgezegd' })
    expect((await book.api.members.get({ id })).status).toBe('lid')
    book.setDay('2027-01-01')
    expect((await book.api.members.get({ id })).status).toBe('oud_lid')
  })
})

describe('dues of somebody', () => {
  test('are agreed on while adding, shown in the list, said when leaving, and end with the membership', async () => {
    const plan = await book.api.dues.addPlan({ name: 'Gewoon', amountCents: 1000, validFrom: '2026-01-01' })
    const fee = { planId: plan.id, intervalMonths: 1 as const }
    const { id } = await book.api.members.register(aMember({ fee }))
    await book.api.members.register(aMember({ firstName: 'Kees' }))
    const openCents = async () =>
      (await book.api.members.list({ ...everybody, ...page })).rows.map((row) => [row.name, row.openCents])
    expect(await openCents()).toEqual([
      ['Kees van den Berg', null],
      ['Ria van den Berg', 0],
    ])
    await book.api.dues.run({})
    expect(await openCents()).toContainEqual(['Ria van den Berg', 11_000])
    const preview = await book.api.members.previewEnd({ personId: id, day: '2026-11-23', reason: 'opgezegd' })
    expect(preview.openCents).toBe(11_000)
    const before = await book.tables()
    await book.api.members.end({ personId: id, day: '2026-11-23', reason: 'opgezegd' })
    const { agreement, earlier } = await book.api.dues.person({ personId: id })
    expect([agreement, earlier.map(({ untilDay }) => untilDay)]).toEqual([null, ['2026-11-23']])
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('move along when one of two goes to live elsewhere', async () => {
    const plan = await book.api.dues.addPlan({ name: 'Gewoon', amountCents: 1000, validFrom: '2026-01-01' })
    const { id } = await book.api.members.register(aMember())
    const { householdId } = await book.api.members.get({ id })
    const other = await book.api.members.register(
      aMember({
        firstName: 'Kees',
        home: { kind: 'with', householdId },
        fee: { planId: plan.id, intervalMonths: 1 },
      }),
    )
    await book.api.members.move({
      personIds: [other.id],
      home: { kind: 'address', street: 'Lijsterpad', houseNumber: 5, houseSuffix: '', postcode: '', city: '' },
      day: '2026-11-20',
    })
    const { agreement } = await book.api.dues.person({ personId: other.id })
    const moved = await book.api.members.get({ id: other.id })
    expect(agreement?.payer).toMatchObject({ kind: 'household', id: moved.householdId })
    expect(moved.householdId).not.toBe(householdId)
  })
})

describe('dying', () => {
  test('ends membership, roles and follow-ups, and leaves the dead out of the list', async () => {
    const group = await aNeighbourhood(book.api)
    const { id } = await book.api.members.register(aMember({ neighbourhoodId: group }))
    await book.api.followUps.plan({
      personId: id,
      gatheringId: null,
      ownerPersonId: null,
      ownerName: 'Wim',
      dueDay: '2026-12-01',
      how: null,
    })
    const before = await book.tables()
    await book.api.members.markDeceased({ personId: id, day: '2026-11-20' })
    expect(await book.api.members.get({ id })).toMatchObject({
      status: 'overleden',
      deceasedOn: '2026-11-20',
      memberships: [{ until: '2026-11-20', endReason: 'overleden' }],
    })
    expect(
      (await book.api.followUps.forPerson({ personId: id })).filter((followUp) => followUp.state === 'open'),
    ).toEqual([])
    expect(await names()).toEqual([])
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('cannot lie ahead, and nobody dies twice or rejoins', async () => {
    const { id } = await book.api.members.register(aMember())
    await expect(book.api.members.markDeceased({ personId: id, day: '2026-11-24' })).rejects.toMatchObject({
      code: 'dayInFuture',
    })
    await book.api.members.markDeceased({ personId: id, day: '2026-11-20' })
    await expect(book.api.members.markDeceased({ personId: id, day: '2026-11-20' })).rejects.toMatchObject({
      code: 'personGone',
    })
    await expect(
      book.api.members.rejoin({ personId: id, kind: 'lid', day: '2026-11-23', neighbourhoodId: null, fee: null }),
    ).rejects.toMatchObject({ code: 'personGone' })
  })
})

describe('rejoining', () => {
  test('is a new period on the same person', async () => {
    const { id } = await book.api.members.register(aMember())
    await book.api.members.end({ personId: id, day: '2025-01-01', reason: 'verhuisd' })
    await book.api.members.rejoin({ personId: id, kind: 'lid', day: '2026-11-01', neighbourhoodId: null, fee: null })
    const { memberships, status } = await book.api.members.get({ id })
    expect(status).toBe('lid')
    expect(memberships.map(({ from, until }) => [from, until])).toEqual([
      ['2026-11-01', null],
      ['2024-03-01', '2025-01-01'],
    ])
  })

  test('is refused while somebody is a member, and keeps the leaving from being undone', async () => {
    const { id } = await book.api.members.register(aMember())
    const rejoining = { personId: id, kind: 'lid', day: '2026-11-23', neighbourhoodId: null, fee: null } as const
    await expect(book.api.members.rejoin(rejoining)).rejects.toMatchObject({ code: 'alreadyMember' })
    await book.api.members.end({ personId: id, day: '2026-11-23', reason: 'opgezegd' })
    const leaving = await book.api.history.lastAction({})
    await book.api.members.rejoin(rejoining)
    await expect(book.api.history.undo({ actionId: leaving?.id ?? '' })).rejects.toMatchObject({ code: 'undoBlocked' })
  })

  test('changing from interested person to member closes one period and opens the next', async () => {
    const { id } = await book.api.members.register(
      aMember({ membership: { kind: 'belangstellende', from: '2025-01-01', number: null } }),
    )
    await book.api.members.changeKind({ personId: id, kind: 'lid', day: '2026-11-23', fee: null })
    const { memberships } = await book.api.members.get({ id })
    expect(memberships.map(({ kind, until }) => [kind, until])).toEqual([
      ['lid', null],
      ['belangstellende', '2026-11-23'],
    ])
  })
})
