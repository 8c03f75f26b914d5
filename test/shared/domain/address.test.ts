import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatAddress,
  formatStreet,
  makeAddressKey,
  readAddress,
  readHouseNumber,
  readPostcode,
} from '../../../shared/domain/address.ts'

describe('reading an address out of one cell', () => {
  test.each([
    ['Kastanjehof 12-2hg', 'Kastanjehof', 12, '2hg', '', ''],
    ['Kade 12 3-hoog', 'Kade', 12, '3-hoog', '', ''],
    ['1e Jan Steenstraat 14 II', '1e Jan Steenstraat', 14, 'II', '', ''],
    ["Plein '40-'45 3 A", "Plein '40-'45", 3, 'A', '', ''],
    ['Plein 1813 5', 'Plein 1813', 5, '', '', ''],
    ['Laan 1940-1945 12', 'Laan 1940-1945', 12, '', '', ''],
    ['2e Dwarsstraat 4hs', '2e Dwarsstraat', 4, 'hs', '', ''],
    ['Kastanjehof12', 'Kastanjehof', 12, '', '', ''],
    ['Kade 3 bis', 'Kade', 3, 'bis', '', ''],
    ['Lijsterpad 3 1e etage', 'Lijsterpad', 3, '1e etage', '', ''],
    ["Kastanjehof 12a 1234ab 's-Gravenhage", 'Kastanjehof', 12, 'a', '1234 AB', "'s-Gravenhage"],
    ['Kastanjehof 12\n1234 AB Delft', 'Kastanjehof', 12, '', '1234 AB', 'Delft'],
    ['1234 AB Delft, Kastanjehof 12', 'Kastanjehof', 12, '', '1234 AB', 'Delft'],
    ['Kastanjehof 12, Delft', 'Kastanjehof', 12, '', '', 'Delft'],
    ["Woonboot 't Zwaantje", "Woonboot 't Zwaantje", null, '', '', ''],
    ['', '', null, '', '', ''],
  ])('%j', (text, street, houseNumber, houseSuffix, postcode, city) => {
    expect(readAddress(text)).toEqual({ street, houseNumber, houseSuffix, postcode, city })
  })

  test('what was read and written again reads the same', () => {
    const street = fc.constantFrom('Kastanjehof', '1e Jan Steenstraat', "Plein '40-'45", 'Van der Helstlaan')
    const suffix = fc.constantFrom('', 'A', 'II', '2', 'hs', 'bis', '2hg')
    fc.assert(
      fc.property(street, fc.integer({ min: 1, max: 999 }), suffix, (name, houseNumber, houseSuffix) => {
        const address = { street: name, houseNumber, houseSuffix, postcode: '1234 AB', city: 'Delft' }
        expect(readAddress(formatAddress(address))).toEqual(address)
      }),
    )
  })

  test('never throws and never loses a letter of a street without numbers', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readAddress(text).street === 'string'))
    const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
        expect(readAddress(words.join(' ')).street).toBe(words.join(' '))
      }),
    )
  })
})

test('a suffix is written the way people write it', () => {
  const at = (houseSuffix: string) => formatStreet({ street: 'Kade', houseNumber: 3, houseSuffix })
  expect([at(''), at('a'), at('2hg'), at('bis')]).toEqual(['Kade 3', 'Kade 3A', 'Kade 3-2hg', 'Kade 3 bis'])
})

test('postcodes', () => {
  expect(readPostcode('1234ab')).toBe('1234 AB')
  expect(readPostcode('123 4ab')).toBe('1234 AB')
  expect(readPostcode('1234-AB')).toBe('1234 AB')
  expect(readPostcode('0234 AB')).toBeNull()
  expect(readPostcode('1234 SS')).toBeNull()
})

test('a house number cell', () => {
  expect(readHouseNumber('12-2hg')).toEqual({ houseNumber: 12, houseSuffix: '2hg' })
  expect(readHouseNumber('12.0')).toEqual({ houseNumber: 12, houseSuffix: '' })
  expect(readHouseNumber('hs')).toBeNull()
})

test('one front door has one key however it is spelled', () => {
  const key = (text: string) => makeAddressKey(readAddress(text))
  expect(key('Kastanjestr. 12 a')).toBe(key('KASTANJESTRAAT 12A'))
  expect(key('Kastanjestraat 12')).not.toBe(key('Kastanjestraat 12a'))
  expect(key('')).toBe('')
  // A floor however it is written, and no floor of a neighbour.
  expect(['Kade 12-III', 'Kade 12 III', 'Kade 12-3', 'Kade 12 3hg', 'Kade 12 3e etage'].map(key)).toEqual(
    Array.from({ length: 5 }, () => key('Kade 12-3')),
  )
  expect(key('Kade 12 3-hoog')).toBe(key('Kade 12-3'))
  expect(key('Kade 12-III')).not.toBe(key('Kade 12-II'))
  expect(key('Kade 12-I')).not.toBe(key('Kade 12'))
})
