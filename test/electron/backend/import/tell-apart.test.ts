import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openList, previewOf } from '../../../support/take-in.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend()
})
afterEach(() => book.close())

const listOf = (...rows: readonly string[]) => ['Naam;Adres;Mobiel;E-mail;Geboortejaar;Binnenbuurt', ...rows].join('\n')
const kees = { firstName: 'Kees', infix: '', lastName: 'Jansen' }
const addKees = async (values: Parameters<typeof aMember>[0] = {}, houseNumber = 3) => {
  const home = { ...aMember().home, houseNumber } as ReturnType<typeof aMember>['home'] // only the number is another
  return (await book.api.members.register(aMember({ ...kees, home, ...values }))).id
}
async function look(list: string) {
  const { id } = await openList(book, list)
  return { id, rows: (await previewOf(book, id)).rows }
}
const rowAt = (id: string, key: string) => book.api.imports.row({ id, key })
const allPeople = async () => {
  const wanted = { neighbourhood: null, kind: 'now', text: '', sort: 'name', offset: 0, limit: 10 } as const
  return (await book.api.members.list(wanted)).rows
}

describe('two people of one name in the book', () => {
  it('are told apart by their address, which is enough', async () => {
    const [first, second] = [await addKees({ birthYear: 1948 }, 3), await addKees({ birthYear: 1975 }, 5)]
    const { rows } = await look(listOf('Kees Jansen;Lijsterpad 2;;;;'))
    expect(rows).toMatchObject([
      {
        status: 'double',
        reasons: [{ code: 'looksLikeMore', details: { people: 2 } }],
        apart: [{ part: 'address', value: 'Lijsterpad 2' }],
      },
    ])
    expect(rows[0]?.alike).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: first, apart: [{ part: 'address', value: 'Kastanjehof 3' }] }),
        expect.objectContaining({ id: second, apart: [{ part: 'address', value: 'Kastanjehof 5' }] }),
      ]),
    )
  })

  it('father and son at one front door are told apart by year, and nobody guesses which of them it is', async () => {
    await addKees({ birthYear: 1948 })
    await addKees({ birthYear: 1975 })
    const { rows } = await look(listOf('Kees Jansen;Kastanjehof 3;;;;'))
    expect(rows).toMatchObject([{ status: 'double', apart: [{ part: 'birthYear', value: '' }] }])
    expect(rows[0]?.alike.map(({ apart }) => apart[0]?.value).sort()).toEqual(['1948', '1975'])
  })

  it('are told apart by telephone when only that differs', async () => {
    await addKees({ mobile: '06-1000 2201' })
    await addKees({ mobile: '06-1000 2202' })
    const { rows } = await look(listOf('Kees Jansen;Kastanjehof 3;;kees@example.org;;'))
    expect(rows[0]?.alike.map(({ apart }) => apart)).toEqual([
      [{ part: 'mobile', value: expect.stringContaining('06-1000 220') }],
      [{ part: 'mobile', value: expect.stringContaining('06-1000 220') }],
    ])
  })

  it('are told apart by binnenbuurt when nothing plainer does', async () => {
    await addKees({ neighbourhoodId: await aNeighbourhood(book.api, 'Merelhof') })
    await addKees({ neighbourhoodId: await aNeighbourhood(book.api, 'Lijsterpad') })
    const { rows } = await look(listOf('Kees Jansen;Kastanjehof 3;;;;'))
    expect(rows[0]?.alike.map(({ apart }) => apart[0]?.part)).toEqual(['neighbourhood', 'neighbourhood'])
  })

  it('a row that is certainly one of them says which', async () => {
    await addKees({ mobile: '06-1000 2201' }, 3)
    await addKees({ mobile: '06-1000 2202' }, 5)
    const { rows } = await look(listOf('Kees Jansen;;06-1000 2202;kees@example.org;;'))
    expect(rows).toMatchObject([{ status: 'changed', apart: [{ part: 'address', value: 'Kastanjehof 5' }], alike: [] }])
  })

  it('of the two the one who agrees in most is meant', async () => {
    await addKees({ mobile: '06-1000 2201' })
    await addKees({ mobile: '06-1000 2202' })
    const { rows } = await look(
      listOf('Kees Jansen;Kastanjehof 3;06-1000 2201;;1948;', 'Kees Jansen;Kastanjehof 3;06-1000 2202;;1975;'),
    )
    expect(rows).toMatchObject([{ status: 'double', reasons: [{ code: 'repeatsLine' }] }, { status: 'changed' }])
  })

  it('and it is chosen which of them it is', async () => {
    await addKees({ birthYear: 1948 })
    const son = await addKees({ birthYear: 1975 })
    const { id } = await look(listOf('Kees Jansen;Kastanjehof 3;;kees@example.org;;'))
    await book.api.imports.decide({ id, key: '2.1', decision: 'same', person: son })
    const { compared } = await rowAt(id, '2.1')
    expect(compared.map((each) => each.id)[0]).toBe(son)
    await book.api.imports.run({ id })
    expect((await allPeople()).find(({ email }) => email !== null)?.id).toBe(son)
  })

  it('says who of them has died', async () => {
    const father = await addKees({}, 3)
    await addKees({}, 5)
    await book.api.members.markDeceased({ personId: father, day: '2025-01-31' })
    const { rows } = await look(listOf('Kees Jansen;Lijsterpad 2;;;;'))
    expect(rows[0]?.alike.filter(({ isDeceased }) => isDeceased).map(({ id }) => id)).toEqual([father])
  })
})

describe('one person of the name in the book', () => {
  it('differs in what both say something else about; an unknown is no difference', async () => {
    await addKees({ birthYear: 1948, mobile: '06-1000 2201' })
    const { id, rows } = await look(listOf('Kees Jansen;kastanjehof 3;;;1975;'))
    expect(rows[0]).toMatchObject({
      apart: [{ part: 'birthYear', value: '1975' }],
      alike: [{ apart: [{ part: 'birthYear', value: '1948' }] }],
    })
    expect((await rowAt(id, '2.1')).compared).toMatchObject([{ differs: ['birthYear'], line: null }])
  })

  it('who is met nowhere else needs nothing said about them', async () => {
    await addKees()
    const { rows } = await look(listOf('Kees Jansen;Kastanjehof 3;;;;', 'Anh Nguyen;Markt 1;;;;'))
    expect(rows.map(({ apart, alike }) => [apart, alike])).toEqual([
      [[], []],
      [[], []],
    ])
  })
})

describe('two rows of one name', () => {
  it('each say what tells them apart', async () => {
    const { rows } = await look(listOf('Kees Jansen;Markt 1;;;1948;', 'Kees Jansen;Markt 2;;;1975;'))
    expect(rows.map(({ apart }) => apart)).toEqual([
      [{ part: 'address', value: 'Markt 1' }],
      [{ part: 'address', value: 'Markt 2' }],
    ])
  })

  it('at one front door the later one names the other', async () => {
    const { rows } = await look(listOf('Kees Jansen;Markt 1;;;1948;', 'Kees Jansen;Markt 1;;;1975;'))
    expect(rows[0]).toMatchObject({
      line: 3,
      status: 'double',
      apart: [{ part: 'birthYear', value: '1975' }],
      alike: [{ id: null, line: 2, apart: [{ part: 'birthYear', value: '1948' }] }],
    })
  })

  it('the son is not his father on the row before, and is the one the book knows', async () => {
    const [father, son] = [await addKees({ birthYear: 1948 }), await addKees({ birthYear: 1975 })]
    const { id } = await look(
      listOf('Kees Jansen;Kastanjehof 3;06-1000 2201;;1948;', 'Kees Jansen;Kastanjehof 3;06-1000 2202;;1975;'),
    )
    await book.api.imports.decide({ id, key: '3.1', decision: 'other' })
    await book.api.imports.run({ id })
    const people = await allPeople()
    expect(people).toHaveLength(2)
    expect(people.find((each) => each.id === father)?.phone).toBe('06-1000 2201')
    expect(people.find((each) => each.id === son)?.phone).toBe('06-1000 2202')
  })

  it('that are both one person of the book are joined when somebody says so, or one is somebody else', async () => {
    await addKees({ mobile: '06-1000 2201', email: 'kees@example.org' })
    const list = listOf('Kees Jansen;;06-1000 2201;;1948;', 'Kees Jansen;Markt 9;;kees@example.org;;Merelhof')
    const { id } = await look(list)
    await book.api.imports.decide({ id, key: '3.1', decision: 'same' })
    const joined = await previewOf(book, id)
    expect(joined.counts).toMatchObject({ double: 0, changed: 1, same: 1 })
    expect(joined.rows[0]?.reasons).toMatchObject([
      { details: { field: 'address', to: 'Markt 9' } },
      { details: { field: 'birth', to: 1948 } },
      { details: { field: 'neighbourhood', to: 'Merelhof' } },
    ])
    await book.api.imports.decide({ id, key: '3.1', decision: 'other' })
    expect((await previewOf(book, id)).counts).toMatchObject({ double: 0, changed: 1, new: 1 })
  })
})
