import { afterEach, beforeEach, expect, it } from 'vitest'
import { openList, previewOf } from '../../../support/take-in.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend()
})
afterEach(() => book.close())

const headings = 'Binnenbuurt;Naam;Adres;Bedrag'
async function groupsOf(...rows: readonly string[]) {
  const { id } = await openList(book, [headings, ...rows].join('\n'))
  const preview = await previewOf(book, id)
  const groups = preview.rows.map(({ line, reasons }) => [
    line,
    reasons.find(({ code }) => code === 'joins')?.details.neighbourhood,
  ])
  return { id, told: preview.groupsCarried, groups: new Map(groups as [number, string | undefined][]) }
}

const onceEach = [
  'Hof;An Bos;Hof 1;5',
  ';Bo Bos;Hof 2;5',
  ';;;',
  ';Co Bos;Hof 3;5',
  'Pad;Di Bos;Pad 1;5',
  ';Eef Bos;Pad 2;5',
  ';;;25',
]

it('a binnenbuurt that stands only at the first of its people holds for those below, and that is told', async () => {
  const { told, groups } = await groupsOf(...onceEach)
  expect(told).toBe(true)
  // The row that adds up is nobody, and in no group.
  expect([2, 3, 5, 6, 7, 8].map((line) => groups.get(line))).toEqual(['Hof', 'Hof', 'Hof', 'Pad', 'Pad', undefined])
})

it('holds for nobody below when somebody says so', async () => {
  const { id } = await groupsOf(...onceEach)
  expect((await book.api.imports.arrangement({ id })).groupsCarried).toBe(true)
  expect((await book.api.imports.arrange({ id, groupsCarried: false })).groupsCarried).toBe(false)
  const { rows, groupsCarried } = await previewOf(book, id)
  expect(groupsCarried).toBe(false)
  const joining = rows.filter(({ reasons }) => reasons.some(({ code }) => code === 'joins'))
  expect(joining.map(({ line }) => line)).toEqual([2, 6])
})

it('goes on holding when somebody puts one row in another', async () => {
  const { id } = await groupsOf(...onceEach)
  await book.api.imports.correct({ id, line: 5, cells: [{ index: 0, value: 'Pad' }] })
  const { rows } = await previewOf(book, id)
  expect(
    rows.flatMap(({ line, reasons }) => (line === 3 || line === 5 ? [reasons[1]?.details.neighbourhood] : [])),
  ).toEqual(['Hof', 'Pad'])
})

it('an empty cell between full ones is nobody’s group', async () => {
  const { told, groups } = await groupsOf(
    'Hof;An Bos;Hof 1;5',
    ';Bo Bos;Hof 2;5',
    'Hof;Co Bos;Hof 3;5',
    'Pad;Di Bos;Pad 1;5',
  )
  expect(told).toBe(false)
  expect(groups.get(3)).toBeUndefined()
})

it('yes and no under a heading with the word buurt in it are no groups', async () => {
  const { columns } = await openList(book, 'Naam;Adres;Mag op de buurtlijst?\nAn Bos;Hof 1;Ja\nBo Bos;Hof 2;Nee')
  expect(columns[2]?.field).toBe('toNote')
})
