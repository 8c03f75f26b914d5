import { describe, expect, test } from 'vitest'
import { readText } from '../../../../electron/backend/matching/read-text.ts'

describe('member numbers', () => {
  test.each([
    ['lidnr 1010 contributie januari', '1010'],
    ['Lidnummer: 1010, 1011', '1010 1011'],
    ['contributie lid 1010 en 1011', '1010 1011'],
    ['1010 contributie maart', '1010'],
    ['lidnr.1010', '1010'],
    ['lid nr 0042', '42'],
    ['lidnr 16+17 juli', '16 17'],
    ['lid 2031', '2031'],
  ])('%s', (text, numbers) => expect(readText(text).numbers.join(' ')).toBe(numbers))

  test.each([
    'contributie 2026',
    'contributie Kees de Bos Molenpad 14',
    'Molenpad 14 contributie',
    'factuur 1010',
    'advertentie buurtkrant nr 1010',
    'contributie 3 maanden',
    'contributie 10,00',
    'contributie 5 april',
    'kwartaal 3 2026',
  ])('none in: %s', (text) => expect(readText(text).numbers).toEqual([]))
})

test('a payment reference in groups is no row of member numbers', () => {
  const reading = readText('lid 5000 0567 8901 2345')
  expect(reading.references).toEqual(['5000056789012345'])
  expect(reading.numbers).toEqual([])
})

test.each([
  ['contributie', 'contributie', null],
  ['contr. feb', 'contr', null],
  ['Kontributie', 'kontributie', null],
  ['bijdrage barbecue', null, 'barbecue'],
  ['zomerfeest', null, 'zomerfeest'],
  ['contributie en gift', 'contributie', 'gift'],
])('%s', (text, duesWord, otherWord) => {
  const reading = readText(text)
  expect([reading.duesWord, reading.otherWords[0] ?? null]).toEqual([duesWord, otherWord])
})
