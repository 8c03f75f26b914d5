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
    expect(await book.api.members.emails(everybody)).toEqual({
      emails: [expect.stringMatching(/^anna@/i)],
      without: 3,
      contacts: 0,
    })
  })

  test('writes to nobody who is in the book only because of need, unless they are asked for', async () => {
    await book.api.members.register(aMember({ firstName: 'Anna', email: 'anna@voorbeeld.nl' }))
    const membership = { kind: 'contact', from: '2026-01-01', number: null } as const
    await book.api.members.register(aMember({ firstName: 'Sara', email: 'sara@voorbeeld.nl', membership }))
    expect(await book.api.members.emails(everybody)).toMatchObject({ emails: ['anna@voorbeeld.nl'], contacts: 1 })
    const contacts = { ...everybody, kind: 'contact' } as const
    expect(await book.api.members.emails(contacts)).toMatchObject({ emails: ['sara@voorbeeld.nl'], contacts: 0 })
    const cards = (filter?: typeof everybody | typeof contacts) =>
      book.api.exports.make({ list: 'members', format: 'vcard4', ...(filter && { filter }) })
    // Anna and the three from before; and Sara alone.
    expect([await cards(), await cards(everybody), await cards(contacts)].map(({ rows }) => rows)).toEqual([4, 4, 1])
  })
})
