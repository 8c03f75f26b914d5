import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openList, previewOf, takeIn } from '../../../support/take-in.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend()
})
afterEach(() => book.close())

const everybody = { neighbourhood: null, kind: 'now', text: '', sort: 'name', offset: 0 } as const
const headings = 'Naam;Adres;Mobiel;E-mail;Geboortejaar;Binnenbuurt'
const listOf = (...rows: readonly string[]) => [headings, ...rows].join('\n')
async function rowsOf(list: string) {
  const { id } = await openList(book, list)
  const { rows } = await previewOf(book, id)
  return { id, rows: rows.map(({ name, status, reasons }) => ({ name, status, reasons })) }
}

describe('somebody the book knows', () => {
  it('changes where the list says something else, and an empty cell wipes nothing', async () => {
    await book.api.members.register(aMember({ mobile: '06-1000 2201', email: 'ria@example.org' }))
    const { id, rows } = await rowsOf(listOf('Ria van den Berg;Lijsterpad 2;06-1000 2201;;1948;'))
    expect(rows).toEqual([
      {
        name: 'Ria van den Berg',
        status: 'changed',
        reasons: [
          { code: 'becomes', details: { field: 'address', to: 'Lijsterpad 2', from: 'Kastanjehof 3' } },
          { code: 'added', details: { field: 'birth', to: 1948, from: null } },
        ],
      },
    ])
    await book.api.imports.run({ id })
    const { rows: people } = await book.api.members.list({ ...everybody, limit: 10 })
    expect(people).toMatchObject([{ address: 'Lijsterpad 2', email: 'ria@example.org' }])
  })

  it.each(['Kastanjehof 3', 'Kastanjehof'])('lives where they lived when the list only says %s', async (address) => {
    const { home, ...ria } = aMember({ mobile: '06-1000 2201' })
    await book.api.members.register({ ...ria, home: { ...home, houseSuffix: 'III' } as typeof home })
    const { rows } = await rowsOf(listOf(`Ria van den Berg;${address};06-1000 2201;;;`))
    expect(rows).toMatchObject([{ status: 'same' }])
    const elsewhere = await rowsOf(listOf('Ria van den Berg;Kastanjehof 3-IV;06-1000 2201;;;'))
    expect(elsewhere.rows).toMatchObject([{ status: 'changed' }])
  })

  it('is only possibly the same when nothing but the name agrees', async () => {
    await book.api.members.register(aMember())
    const { rows } = await rowsOf(listOf('Ria van den Berg;Lijsterpad 2;;;;'))
    expect(rows).toMatchObject([
      { status: 'double', reasons: [{ code: 'looksLike', details: { address: 'Kastanjehof 3' } }] },
    ])
  })

  it('is only possibly the same when one mobile telephone has another last name', async () => {
    await book.api.members.register(aMember({ mobile: '06-1000 2201' }))
    const { rows } = await rowsOf(listOf('Ria Smit-van den Berg;Kastanjehof 3;06-1000 2201;;;'))
    expect(rows).toMatchObject([{ status: 'double' }])
  })

  it('is told of when missing from a list that most of the others are in, and stays', async () => {
    for (const firstName of ['Ria', 'Wim', 'Bo']) await book.api.members.register(aMember({ firstName }))
    const told = async (...rows: readonly string[]) => {
      const { id } = await openList(book, listOf(...rows))
      const { notListed, notListedCount } = await previewOf(book, id)
      return [notListedCount, ...notListed]
    }
    const [ria, wim] = ['Ria van den Berg;Kastanjehof 3;;;;', 'Wim van den Berg;Kastanjehof 3;;;;']
    expect(await told(ria, wim)).toEqual([1, 'Bo van den Berg'])
    // Whoever is possibly double, wrong or left out stands in the list as well.
    expect(await told(ria, wim, 'Bo van den Berg;Elders 4;;;;')).toEqual([0])
    // A list of one street says nothing of all the others.
    expect(await told(ria)).toEqual([0])
    expect(await told('Elif Demir;Lijsterpad 2;;;;')).toEqual([0])
  })

  it.each([
    ['another tussenvoegsel', 'Ria v.d. Berg'],
    ['initials', 'R. van den Berg'],
    ['one letter', 'Ria van den Bergh'],
  ])('is possibly the same at the same address with %s', async (_name, name) => {
    await book.api.members.register(aMember())
    const { rows } = await rowsOf(listOf(`${name};Kastanjehof 3;;;;`))
    expect(rows).toMatchObject([{ status: 'double' }])
  })

  it('may be meant by a row without first names at their door, and nobody else is', async () => {
    await book.api.members.register(aMember({ firstName: 'Ria' }))
    await book.api.members.register(aMember({ firstName: 'Kees' }))
    await book.api.members.register(aMember({ firstName: 'Bep', lastName: 'Kuiper' }))
    const { rows } = await rowsOf(
      listOf('Fam. van den Berg;Kastanjehof 3;;;;', 'Kuiper;Lijsterpad 8;;;;', 'Mulder;Kastanjehof 3;;;;'),
    )
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ['van den Berg', 'double'],
      ['Kuiper', 'new'],
      ['Mulder', 'new'],
    ])
  })

  it('is somebody else when the years of birth differ: father and son', async () => {
    await book.api.members.register(aMember({ birthYear: 1948 }))
    const { rows } = await rowsOf(listOf('Ria van den Berg;Kastanjehof 3;;;1975;'))
    expect(rows).toMatchObject([{ status: 'double' }])
  })

  it('moves to another binnenbuurt when the list says so', async () => {
    const neighbourhoodId = await aNeighbourhood(book.api)
    await book.api.members.register(aMember({ neighbourhoodId }))
    const { id, rows } = await rowsOf(listOf('Ria van den Berg;Kastanjehof 3;;;;Binnenbuurt Lijsterpad'))
    expect(rows[0]?.reasons).toEqual([
      { code: 'becomes', details: { field: 'neighbourhood', to: 'Lijsterpad', from: 'Kastanjehof' } },
    ])
    await book.api.imports.run({ id })
    const { rows: people } = await book.api.members.list({
      neighbourhood: null,
      kind: 'now',
      text: '',
      sort: 'name',
      offset: 0,
      limit: 10,
    })
    expect(people[0]?.neighbourhoods.map(({ name }) => name)).toEqual(['Lijsterpad'])
  })
})

describe('a possible double', () => {
  it('waits for a decision: the same person', async () => {
    await book.api.members.register(aMember())
    const { id } = await openList(book, listOf('Ria v.d. Berg;Kastanjehof 3;06-1000 2201;;;'))
    expect((await previewOf(book, id)).taking).toBe(0)
    await book.api.imports.decide({ id, key: '2.1', decision: 'same' })
    const { rows } = await previewOf(book, id)
    // The name stays as the book spells it.
    expect(rows).toMatchObject([
      { status: 'changed', decided: true, reasons: [{ code: 'added', details: { field: 'mobile' } }] },
    ])
  })

  it('waits for a decision: somebody else', async () => {
    await book.api.members.register(aMember())
    const { id } = await openList(book, listOf('Ria v.d. Berg;Kastanjehof 3;06-1000 2201;;;'))
    await book.api.imports.decide({ id, key: '2.1', decision: 'other' })
    expect(await book.api.imports.run({ id })).toMatchObject({ new: 1 })
  })

  it('within the list is joined when somebody says so, with what each row knows', async () => {
    const { id } = await openList(
      book,
      listOf('Wim de Groot;Markt 1;06-1000 2202;;;', 'W. de Groot;Markt 1;;wim@example.org;;'),
    )
    expect((await previewOf(book, id)).counts).toMatchObject({ new: 1, double: 1 })
    await book.api.imports.decide({ id, key: '3.1', decision: 'same' })
    await book.api.imports.run({ id })
    const { rows } = await book.api.members.list({
      neighbourhood: null,
      kind: 'now',
      text: '',
      sort: 'name',
      offset: 0,
      limit: 10,
    })
    expect(rows).toMatchObject([{ name: 'Wim de Groot', phone: '06-1000 2202', email: 'wim@example.org' }])
  })
})

describe('a row with an error', () => {
  it('is corrected in the preview and then takes part; the file keeps what it said', async () => {
    const { id } = await openList(book, listOf('Tekle Gebremedhin;Lijsterpad 3;06-1000 229;tekle(at)example.org;;'))
    expect((await previewOf(book, id)).rows[0]?.reasons.map(({ code }) => code)).toEqual([
      'phoneMissesOne',
      'emailWrong',
    ])
    await book.api.imports.correct({
      id,
      line: 2,
      cells: [
        { index: 2, value: '06-1000 2291' },
        { index: 3, value: '' },
      ],
    })
    const { cells } = await book.api.imports.row({ id, key: '2.1' })
    expect(cells[2]).toMatchObject({ value: '06-1000 2291', original: '06-1000 229' })
    expect(await book.api.imports.run({ id })).toMatchObject({ people: 1, leftOut: 0 })
  })

  it('goes into a list of its own to be mended there', async () => {
    const { id } = await openList(book, listOf('Tekle Gebremedhin;Lijsterpad 3;06-1000 229;;;'))
    const { file, rows } = await book.api.exports.make({ list: 'importErrors', format: 'csv', importId: id })
    const made = await book.backend.produceFile(file)
    expect(rows).toBe(1)
    expect(new TextDecoder().decode(made?.bytes)).toContain(
      '2;Telefoon mist een cijfer: 06-1000 229;Tekle Gebremedhin;Lijsterpad 3;',
    )
  })
})

describe('households', () => {
  it('join people of one address and last name, and partners of one row whatever their name', async () => {
    await takeIn(
      book,
      'Voornaam;Achternaam;Partner;Straat;Nr\nAnh;Nguyen;Joyce Pinas;Markt;1\nLidia;Nguyen;;Markt;1\nWim;Groot;;Markt;1',
    )
    const homes = await Promise.all(
      (
        await book.api.members.list({ neighbourhood: null, kind: 'now', text: '', sort: 'name', offset: 0, limit: 10 })
      ).rows.map(async ({ id }) => (await book.api.members.get({ id })).householdId),
    )
    expect(new Set(homes).size).toBe(2)
    expect(homes.filter((home) => home === homes[1])).toHaveLength(3)
  })
})

it('reads a number with words beside it, keeps the words, and gives it to whom they name', async () => {
  const list = [
    'Naam;Adres;Telefoon',
    'Jan en Riet Bakker;Markt 4;06-1000 0012 (Riet)',
    'Wim en Nel Groot;Markt 5;06-1000 0013 Nel / 06-1000 0014 (Wim)',
    'Anh Nguyen;Markt 6;werk: 020-000 0015',
    'Tom Smit;Markt 7;06-10OO 0016',
  ].join('\n')
  const { id } = await openList(book, list)
  const { rows } = await previewOf(book, id)
  expect(rows.filter(({ status }) => status === 'error').map(({ name }) => name)).toEqual(['Tom Smit'])
  await book.api.imports.run({ id })
  const people = (await book.api.members.list({ ...everybody, limit: 10 })).rows
  const told = await Promise.all(people.map(({ id: personId }) => book.api.members.get({ id: personId })))
  expect(told.map(({ name, phone, mobile, note }) => [name, phone ?? mobile, note]).sort()).toEqual([
    ['Anh Nguyen', '020-000 0015', 'Telefoon: werk: 020-000 0015'],
    ['Jan Bakker', null, 'Telefoon: 06-1000 0012 (Riet)'],
    ['Nel Groot', '06-1000 0013', null],
    ['Riet Bakker', '06-1000 0012', null],
    ['Wim Groot', '06-1000 0014', 'Telefoon: 06-1000 0013 Nel / 06-1000 0014 (Wim)'],
  ])
})

describe('columns', () => {
  it('that no field fits go to the note, and changing them there is a change', async () => {
    await takeIn(book, 'Naam;Hobby\nAnh Nguyen;schaken')
    const { id } = await openList(book, 'Naam;Hobby\nAnh Nguyen;dammen')
    expect((await previewOf(book, id)).rows).toMatchObject([
      { status: 'changed', reasons: [{ code: 'noteAdded', details: { to: 'Hobby: dammen' } }] },
    ])
  })

  it('are known by shortened headings, unless what those are short for has no place of its own', async () => {
    const { columns } = await openList(
      book,
      'Achtern.;Voorv.;Roepn.;Gesl.;Woonpl.;Geb.dat.;Kring;Contr.\nBerg;van den;Ria;V;Delft;3-4-1941;Spui;10',
    )
    expect(columns.map(({ field }) => field)).toEqual([
      ...['lastName', 'infix', 'called', 'toNote', 'city', 'birth', 'neighbourhood', 'toNote'],
    ])
  })

  it('are remembered for a list with the same headings', async () => {
    const { id } = await openList(book, 'Naam;Spreekt\nAnh Nguyen;nl')
    await book.api.imports.arrange({ id, fields: [{ index: 1, field: 'skip' }] })
    await book.api.imports.run({ id })
    const again = await openList(book, 'naam;spreekt\nWim Groot;en')
    expect(again).toMatchObject({ remembered: true, columns: [{ field: 'name' }, { field: 'skip' }] })
  })

  it('can be pointed out anew, from another heading row as well', async () => {
    const { id } = await openList(book, 'Iets;Anders\nAnh Nguyen;Markt 1')
    const arranged = await book.api.imports.arrange({ id, headingLine: null })
    expect(arranged).toMatchObject({ headingLine: null, lineCount: 2, columns: [{ field: 'name' }, { heading: '' }] })
  })

  it('without a name are refused in words', async () => {
    const { id } = await openList(book, 'Postcode;Plaats\n1234 AB;Delft')
    await expect(previewOf(book, id)).rejects.toMatchObject({ code: 'importNoNameColumn' })
  })
})

it('refuses when the book changed between looking and taking in', async () => {
  const { id } = await openList(book, listOf('Anh Nguyen;Markt 1;;;;'))
  await book.api.imports.run({ id })
  await expect(book.api.imports.run({ id })).rejects.toMatchObject({ code: 'importGone' })
})
