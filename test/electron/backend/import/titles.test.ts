import { afterEach, beforeEach, expect, it } from 'vitest'
import { openList, previewOf } from '../../../support/take-in.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend()
})
afterEach(() => book.close())

async function peopleOf(id: string) {
  const { rows } = await previewOf(book, id)
  return rows.map(({ name, status, reasons }) => [
    name,
    status,
    ...reasons.map(({ details, code }) => details.address ?? details.neighbourhood ?? code),
  ])
}

it('a street that stands as a title is where those below it live', async () => {
  const list = [
    'Nr;;Bewoner(s);Telefoon',
    'KASTANJEHOF;;;',
    '1 hs;;Ria Berg;06-1000 2201',
    '1-1;;leeg;',
    't.o. 5;;Neeltje Kok;06-1000 2202',
    'LIJSTERPAD;;;',
    '1;;Wim Bos;06-1000 2203',
  ].join('\n')
  const { id, columns } = await openList(book, list)
  expect(columns.map(({ field }) => field)).toEqual(['houseNumber', 'name', 'phone'])
  expect(await peopleOf(id)).toEqual([
    ['', 'left', 'isTitle'],
    ['leeg', 'left', 'isVacant'],
    ['', 'left', 'isTitle'],
    ['Ria Berg', 'new', 'Kastanjehof 1 hs'],
    ['Neeltje Kok', 'new', 'Kastanjehof t.o. 5'],
    ['Wim Bos', 'new', 'Lijsterpad 1'],
  ])
})

it('numbers of rows without a street above them are no house numbers', async () => {
  const { columns } = await openList(book, 'Nr;Naam;Telefoon\n1;Ria Berg;06-1000 2201\n2;Wim Bos;06-1000 2202')
  expect(columns[0]?.field).toBe('toNote')
})

it('numbers that go on counting under the next title are no house numbers', async () => {
  const list = [
    'Nr;Naam;Tel',
    'Nieuwe leden;;',
    '1;An Bos;06-1000 2201',
    '2;Bo Bos;',
    'Oude leden;;',
    '3;Co Bos;',
  ].join('\n')
  expect((await openList(book, list)).columns[0]?.field).toBe('toNote')
})

it('a binnenbuurt that stands as a title is that of those below it, and another title goes with their notes', async () => {
  const list = ['Naam;Adres', 'Binnenbuurt Noord;', 'Ria Berg;Hof 3', 'De Kade;', 'Naam;Adres', 'Wim Bos;Hof 4'].join(
    '\n',
  )
  const { id } = await openList(book, list)
  expect(await peopleOf(id)).toEqual([
    ['Binnenbuurt Noord', 'left', 'isTitle'],
    ['De Kade', 'left', 'isTitle'],
    ['Ria Berg', 'new', 'Hof 3', 'Noord'],
    ['Wim Bos', 'new', 'Hof 4'],
  ])
  await book.api.imports.run({ id })
  const filter = { neighbourhood: null, kind: 'now', text: 'wim', sort: 'name', offset: 0, limit: 9 } as const
  const [wim] = (await book.api.members.list(filter)).rows
  expect((await book.api.members.get({ id: wim?.id ?? '' })).note).toBe('De Kade')
})
