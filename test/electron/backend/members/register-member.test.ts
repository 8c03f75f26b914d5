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

  test('says of everything that is wrong at once where it is, and writes nothing', async () => {
    const before = await book.tables()
    const home = {
      kind: 'address',
      street: 'Hof',
      houseNumber: 1,
      houseSuffix: '',
      postcode: '1234 A',
      city: '',
    } as const
    const wrong = { email: 'ria(at)voorbeeld', mobile: '06-1000 221', phone: '020-x', birthYear: 2030, home }
    await expect(book.api.members.register(aMember(wrong))).rejects.toMatchObject({
      code: 'birthYearInvalid',
      details: { field: 'birthYear' },
      others: [
        { code: 'phoneLetters', details: { field: 'phone' } },
        { code: 'phoneTooShort', details: { field: 'mobile' } },
        { code: 'emailInvalid', details: { field: 'email' } },
        { code: 'postcodeInvalid', details: { field: 'home.postcode' } },
      ],
    })
    await expect(book.api.members.register(aMember({ email: 'ria' }))).rejects.toMatchObject({ others: [] })
    const { home: _home, membership: _membership, neighbourhoodId: _group, fee: _fee, ...fields } = aMember(wrong)
    const { kind: _kind, ...address } = home
    const found = await book.api.members.check({ ...fields, address, addressIn: 'home' })
    expect(found.map(({ code, details }) => [code, details.field])).toEqual([
      ['birthYearInvalid', 'birthYear'],
      ['phoneLetters', 'phone'],
      ['phoneTooShort', 'mobile'],
      ['emailInvalid', 'email'],
      ['postcodeInvalid', 'home.postcode'],
    ])
    expect(await book.tables()).toEqual(before)
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
