import { expect, test } from 'vitest'
import { findHelp } from '../../../../renderer/screens/help/find-help.ts'

const pages = [
  { title: 'Iemand verhuist', lead: 'Waarheen en op welke dag.', texts: ['Kies wie er meeverhuist.'] },
  { title: 'Kopieën maken', lead: 'Eén hoort elders te liggen.', texts: ['Kies de dag van de kopie.'] },
  { title: 'De dag plannen', lead: 'Wie komt er?', texts: [] },
]
const found = (typed: string) => findHelp(pages, typed).map(({ title }) => title)

test('words are found by their beginning, whatever accents and capitals', () => {
  expect(found('KOPIEEN')).toEqual(['Kopieën maken'])
  expect(found('verh')).toEqual(['Iemand verhuist'])
  expect(found('huist')).toEqual([])
})

test('every word counts, wherever it is in the page', () => {
  expect(found('kopie dag')).toEqual(['Kopieën maken'])
  expect(found('kopie verhuist')).toEqual([])
})

test('a page with the word in its title comes first, then in what it is about', () => {
  expect(found('dag')).toEqual(['De dag plannen', 'Iemand verhuist', 'Kopieën maken'])
})

test('nothing typed finds nothing', () => {
  expect(found('  ')).toEqual([])
})
