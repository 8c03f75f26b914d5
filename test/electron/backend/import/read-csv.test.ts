import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../electron/backend/import/read-csv.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const cellsOf = (text: string) => readCsv(bytesOf(text)).map(({ cells }) => cells)

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const source = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(source.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < source.length; at += 1) view.setUint16(at * 2, source.charCodeAt(at), !bigEndian)
  return bytes
}

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].map((letter) => (letter === '€' ? 0x80 : letter === '’' ? 0x92 : letter.charCodeAt(0))),
  )
}

describe('encodings', () => {
  const text = 'Naam;Plaats;Bedrag\r\nRenée Özdemir;’s-Hertogenbosch;€ 12\r\nAndré;Curaçao;ÿ'
  const expected = [
    ['Naam', 'Plaats', 'Bedrag'],
    ['Renée Özdemir', '’s-Hertogenbosch', '€ 12'],
    ['André', 'Curaçao', 'ÿ'],
  ]
  it.each([
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with its mark', bytesOf(`\ufeff${text}`)],
    ['UTF-16 little-endian with its mark', utf16(text, false, true)],
    ['UTF-16 big-endian with its mark', utf16(text, true, true)],
    ['UTF-16 little-endian without', utf16(text, false, false)],
    ['UTF-16 big-endian without', utf16(text, true, false)],
    ['Windows-1252', windows1252(text)],
  ])('%s gives every letter as it was', (_name, bytes) => {
    expect(readCsv(bytes).map(({ cells }) => cells)).toEqual(expected)
  })

  it('refuses bytes that are no text', () => {
    expect(() => readCsv(Uint8Array.from([80, 0, 0, 0, 65, 66, 0, 67, 68, 0]))).toThrow(
      expect.objectContaining({ code: 'importNotAList' }),
    )
  })
})

describe('separators', () => {
  it.each([
    [';', 'Naam;Adres\nJan;Markt 1, Delft\nRia;Plein 2, Delft'],
    ['tab', 'Naam\tAdres\nJan\tMarkt 1, Delft\nRia\tPlein 2, Delft'],
    [',', 'Naam,Adres\nJan,"Markt 1, Delft"\nRia,"Plein 2, Delft"'],
    ['a line that says so', 'sep=|\nNaam|Adres\nJan|Markt 1, Delft\nRia|Plein 2, Delft'],
  ])('%s', (_name, text) => {
    expect(cellsOf(text)).toEqual([
      ['Naam', 'Adres'],
      ['Jan', 'Markt 1, Delft'],
      ['Ria', 'Plein 2, Delft'],
    ])
  })

  it('is not misled by a title above the headings', () => {
    const text = 'Leden, contactpersonen, en belangstellenden\n;;\nNaam;Straat;Nr\nJan;Markt;1\nRia;Plein;2'
    expect(cellsOf(text).at(-1)).toEqual(['Ria', 'Plein', '2'])
  })
})

describe('quotes', () => {
  it('keeps separators, line ends and doubled quotes inside them', () => {
    expect(cellsOf('a;b\n"x;""y""\nz";2')).toEqual([
      ['a', 'b'],
      ['x;"y"\nz', '2'],
    ])
  })

  it('leaves a quote in the middle of a cell alone', () => {
    expect(cellsOf('a;b\nJan "de lange" Smit;2')).toEqual([
      ['a', 'b'],
      ['Jan "de lange" Smit', '2'],
    ])
  })

  it.each([
    ['never closed', 'a;b\nx;1\n"y;2\nz;3', 3],
    ['closed by the opening of another', 'a;b\n"x;1\ny;"2"\nz;3', 2],
  ])('names the line of one that is %s', (_name, text, line) => {
    expect(() => readCsv(bytesOf(text))).toThrow(
      expect.objectContaining({ code: 'importQuoteOpen', details: { line } }),
    )
  })
})

describe('limits', () => {
  it('refuses more than 20,000 rows, 200 columns or a cell of 32,767 characters, and says where', () => {
    expect(readCsv(bytesOf(`a\n${'b\n'.repeat(20_000)}`))).toHaveLength(20_001)
    expect(() => readCsv(bytesOf(`a\n${'b\n'.repeat(20_001)}`))).toThrow(
      expect.objectContaining({ code: 'importTooManyRows' }),
    )
    expect(() => readCsv(bytesOf(`a;b\n${'x;'.repeat(200)}x`))).toThrow(
      expect.objectContaining({ code: 'importTooManyColumns', details: { limit: 200, line: 2 } }),
    )
    expect(() => readCsv(bytesOf(`a;b\nx;${'y'.repeat(32_768)}`))).toThrow(
      expect.objectContaining({ code: 'importCellTooLong', details: { limit: 32_767, line: 2 } }),
    )
  })
})

it('takes off one apostrophe that guarded a formula, and no other', () => {
  expect(cellsOf("Naam;Tel\n'=1+1;'+31 6\n't Hooft;'tis\n''-x;'-x")).toEqual([
    ['Naam', 'Tel'],
    ['=1+1', '+31 6'],
    ["'t Hooft", "'tis"],
    ["'-x", '-x'],
  ])
})

it('reads what another program wrote as that program reads it', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', ',', '"', '\n', '1', 'ç'), maxLength: 6 })
  const row = fc.array(cell, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
      const filled = rows.map((cells) => cells.map((text, at) => (at === 2 ? `${text}x` : text)))
      // Every cell in quotes: what a quote inside an unquoted cell means differs from program to program.
      const text = Papa.unparse(filled, { delimiter: ';', quotes: true, newline: '\r\n' })
      expect(cellsOf(`sep=;\n${text}`)).toEqual(Papa.parse<string[]>(text, { delimiter: ';' }).data)
    }),
    { numRuns: 500 },
  )
})
