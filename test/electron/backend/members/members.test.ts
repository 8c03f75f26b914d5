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

describe('registering', () => {
  test('writes somebody down with home, membership and binnenbuurt, and shows it all on the page', async () => {
    const neighbourhoodId = await aNeighbourhood(book.api)
    const { id } = await book.api.members.register(
      aMember({ neighbourhoodId, mobile: '0610002231', email: ' Ria@Voorbeeld.NL ', birthYear: 1948 }),
    )
    const person = await book.api.members.get({ id })
    expect(person).toMatchObject({
      name: 'Ria van den Berg',
      addressLine: 'Kastanjehof 3, 1234 AB Delft',
      mobile: '06-1000 2231',
      email: 'Ria@voorbeeld.nl',
      status: 'lid',
      neighbourhoods: [{ neighbourhoodId, name: 'Kastanjehof', from: '2024-03-01', until: null }],
      memberships: [{ kind: 'lid', from: '2024-03-01', until: null }],
    })
  })

  test('lets somebody live with people who are in the book', async () => {
    const { id } = await book.api.members.register(aMember())
    const { householdId } = await book.api.members.get({ id })
    const other = await book.api.members.register(aMember({ firstName: 'Kees', home: { kind: 'with', householdId } }))
    expect((await book.api.members.get({ id })).mates).toEqual([
      { id: other.id, name: 'Kees van den Berg', status: 'lid' },
    ])
  })

  test.each([
    [{ firstName: '', lastName: '' }, 'nameMissing', 'lastName'],
    [{ mobile: '06-1000 229' }, 'phoneTooShort', 'mobile'],
    [{ phone: '6.12346E+8' }, 'phoneDigitsLost', 'phone'],
    [{ phone: '+32 1' }, 'phoneTooShort', 'phone'],
    [{ email: 'ria.voorbeeld.nl' }, 'emailInvalid', 'email'],
    [{ birthYear: 2030 }, 'birthYearInvalid', 'birthYear'],
    [
      {
        home: {
          kind: 'address' as const,
          street: 'Hof',
          houseNumber: 1,
          houseSuffix: '',
          postcode: '1234 A',
          city: '',
        },
      },
      'postcodeInvalid',
      'home.postcode',
    ],
  ])('refuses %j with a code and its field, and writes nothing', async (wrong, code, field) => {
    await expect(book.api.members.register(aMember(wrong))).rejects.toMatchObject({ code, details: { field } })
    expect(await names()).toEqual([])
  })

  test('undone, leaves every table as it was', async () => {
    const neighbourhoodId = await aNeighbourhood(book.api)
    const before = await book.tables()
    await book.api.members.register(aMember({ neighbourhoodId }))
    expect(await book.tables()).not.toEqual(before)
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })
})

describe('the list', () => {
  beforeEach(async () => {
    const kade = await aNeighbourhood(book.api, 'De Kade')
    await book.api.members.register(
      aMember({ firstName: 'Mohamad', infix: '', lastName: 'Al Khatib', neighbourhoodId: kade }),
    )
    await book.api.members.register(aMember({ mobile: '06-1000 2231' }))
    await book.api.members.register(
      aMember({
        firstName: 'Oksana',
        infix: '',
        lastName: 'Bondarenko',
        home: { kind: 'address', street: 'Meerkoetkade', houseNumber: 21, houseSuffix: '', postcode: '', city: '' },
        membership: { kind: 'belangstellende', from: '2025-01-01', number: null },
      }),
    )
  })

  test('is on last name without tussenvoegsel, in pages', async () => {
    expect(await names()).toEqual(['Mohamad Al Khatib', 'Ria van den Berg', 'Oksana Bondarenko'])
    expect(await names({ offset: 1, limit: 1 })).toEqual(['Ria van den Berg'])
    expect((await book.api.members.list({ ...everybody, ...page, limit: 2 })).more).toBe(true)
    expect((await book.api.members.list({ ...everybody, ...page, limit: 3 })).more).toBe(false)
  })

  test('can be on address or binnenbuurt', async () => {
    expect(await names({ sort: 'address' })).toEqual(['Mohamad Al Khatib', 'Ria van den Berg', 'Oksana Bondarenko'])
    expect((await names({ sort: 'neighbourhood' }))[0]).toBe('Mohamad Al Khatib')
  })

  test('can be narrowed by kind, binnenbuurt and typed text', async () => {
    expect(await names({ kind: 'belangstellende' })).toEqual(['Oksana Bondarenko'])
    expect(await names({ neighbourhood: 'none' })).toEqual(['Ria van den Berg', 'Oksana Bondarenko'])
    expect(await names({ text: 'khatib' })).toEqual(['Mohamad Al Khatib'])
    expect(await names({ text: 'meerkoet' })).toEqual(['Oksana Bondarenko'])
    expect(await names({ text: '2231' })).toEqual(['Ria van den Berg'])
  })

  test('counts what each choice holds', async () => {
    const counts = await book.api.members.counts(everybody)
    expect(counts).toMatchObject({
      total: 3,
      all: 3,
      withoutNeighbourhood: 2,
      neighbourhoods: [{ name: 'De Kade', count: 1 }],
    })
    expect(counts.kinds).toContainEqual({ kind: 'lid', count: 2 })
    expect(counts.kinds).toContainEqual({ kind: 'belangstellende', count: 1 })
  })

  test('gives each e-mail address once and says how many people have none', async () => {
    await book.api.members.register(aMember({ firstName: 'Anna', email: 'anna@voorbeeld.nl' }))
    await book.api.members.register(aMember({ firstName: 'Bert', email: 'Anna@Voorbeeld.nl' }))
    expect(await book.api.members.emails(everybody)).toEqual({ emails: [expect.stringMatching(/^anna@/i)], without: 3 })
  })
})

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
    const preview = await book.api.members.previewEnd({ personId: id, day: '2026-11-23', reason: 'opgezegd' })
    expect(preview).toMatchObject({
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

describe('binnenbuurten of a person', () => {
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
    expect((await book.api.members.get({ id })).deletedAt).not.toBeNull()
    await book.api.trash.restore({ table: 'person', id })
    expect(await book.tables()).toEqual(before)
    expect(await names()).toEqual(['Ria van den Berg'])
  })
})

describe('the same person', () => {
  test('is recognised by name, phone or e-mail', async () => {
    const { id } = await book.api.members.register(aMember({ mobile: '06-1000 2231', email: 'ria@voorbeeld.nl' }))
    const find = (values: object) =>
      book.api.members.findSame({ firstName: '', lastName: '', phone: null, email: null, ...values })
    expect((await find({ firstName: 'RIA', lastName: 'Bérg' })).map((person) => person.id)).toEqual([id])
    expect((await find({ phone: '+31 6 10002231' })).map((person) => person.id)).toEqual([id])
    expect((await find({ email: 'RIA@voorbeeld.nl' })).map((person) => person.id)).toEqual([id])
    expect(await find({ firstName: 'Ria', lastName: 'Zandstra' })).toEqual([])
  })
})
