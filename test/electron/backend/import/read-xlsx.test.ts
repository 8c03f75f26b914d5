import * as XLSX from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../electron/backend/import/read-file.ts'
import { readXlsx } from '../../../../electron/backend/import/read-xlsx.ts'
import { makeXlsx, makeZip, textRows, workbookParts } from '../../../support/make-zip.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const cellsOf = (bytes: Uint8Array) => readXlsx(bytes).lines.map(({ cells }) => cells)
const throwsCode = (work: () => unknown, code: string) => expect(work).toThrow(expect.objectContaining({ code }))

describe('what another program wrote', () => {
  it('is read with its dates, leading zeros and long numbers', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['Naam', 'Tel', 'Lid sinds', 'Nummer', 'Bedrag', 'Ja'],
      ['Ria', '0610002203', new Date(2014, 2, 1), 612345678, 10.2, true],
      ['Wim', 610002204, new Date(1904, 1, 29), 123456789012345, -3, false],
    ])
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'Leden')
    const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', cellDates: false }))
    expect(cellsOf(bytes)).toEqual([
      ['Naam', 'Tel', 'Lid sinds', 'Nummer', 'Bedrag', 'Ja'],
      ['Ria', '0610002203', '01-03-2014', '612345678', '10,2', 'ja'],
      ['Wim', '610002204', '29-02-1904', '123456789012345', '-3', 'nee'],
    ])
  })
})

describe('cells', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="0000000000"/><numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="166" formatCode="&quot;dag&quot; 0"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>'
  const row = (cells: string) =>
    makeXlsx({
      rows: `<row r="1">${cells}</row>`,
      styles,
      texts: '<si><t>een</t></si><si><r><t>twee</t></r><r><t> drie</t></r><rPh><t>x</t></rPh></si>',
    })
  it.each([
    ['a date by a format of Excel', '<c r="A1" s="1"><v>41699</v></c>', '01-03-2014'],
    ['a date by a format of somebody', '<c r="A1" s="3"><v>41699.75</v></c>', '01-03-2014'],
    ['a day before the leap year that never was', '<c r="A1" s="1"><v>59</v></c>', '28-02-1900'],
    ['a time of day', '<c r="A1" s="1"><v>0.75</v></c>', '18:00'],
    ['a number with words in its format', '<c r="A1" s="4"><v>5</v></c>', '5'],
    ['zeros that only the format shows', '<c r="A1" s="2"><v>610002203</v></c>', '0610002203'],
    ['a number with a power of ten', '<c r="A1"><v>6.10002203E8</v></c>', '610002203'],
    ['a fraction that computers spoil', '<c r="A1"><v>10.199999999999999</v></c>', '10,2'],
    ['shared text', '<c r="A1" t="s"><v>0</v></c>', 'een'],
    ['shared text in pieces', '<c r="A1" t="s"><v>1</v></c>', 'twee drie'],
    ['the outcome of a formula', '<c r="A1" t="str"><f>B1</f><v>uit</v></c>', 'uit'],
    ['a formula without outcome', '<c r="A1"><f>B1</f></c>', '#FORMULE!'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['escaped characters', '<c r="A1" t="inlineStr"><is><t>a_x000D_&amp;&#233;</t></is></c>', 'a\r&é'],
    ['a cell that does not say where it is', '<c><v>7</v></c>', '7'],
    ['a date written out', '<c r="A1" t="d"><v>2014-03-01T00:00:00Z</v></c>', '01-03-2014'],
  ])('%s', (_name, cell, text) => {
    expect(cellsOf(row(cell))).toEqual([[text]])
  })

  it('counts days from 1904 where the file says so', () => {
    const bytes = makeXlsx({
      rows: '<row r="1"><c r="A1" s="1"><v>40237</v></c></row>',
      styles,
      properties: '<workbookPr date1904="1"/>',
    })
    expect(cellsOf(bytes)).toEqual([['01-03-2014']])
  })

  it('keeps row numbers where rows are empty, and ignores the formatted emptiness below', () => {
    const rows = '<row r="3"><c r="B3"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    expect(readXlsx(makeXlsx({ rows })).lines).toEqual([{ line: 3, cells: ['', '1'] }])
  })
})

it('reads the first sheet that is not hidden, or the one that was chosen', () => {
  const sheets = [
    { name: 'Oud', rows: textRows([['oud']]), hidden: true },
    { name: 'Leden', rows: textRows([['lid']]) },
  ]
  const bytes = makeXlsx({ rows: '', sheets })
  expect(readXlsx(bytes)).toMatchObject({ sheets: ['Leden', 'Oud'], sheet: 0, lines: [{ cells: ['lid'] }] })
  expect(readXlsx(bytes, 1)).toMatchObject({ sheet: 1, lines: [{ cells: ['oud'] }] })
})

it('reads the sheet with people where another stands in front of it, and never one that is hidden by itself', () => {
  const doing = { name: 'Lees mij', rows: textRows([['Instructie'], ['De leden staan op blad 2.']]) }
  const old = {
    name: 'Oud',
    rows: textRows([
      ['Naam', 'Adres'],
      ['Ria', 'Kastanjehof 3'],
    ]),
    hidden: true,
  }
  const damaged = { name: 'Te breed', rows: '<row r="1"><c r="GS1"><v>1</v></c></row>' }
  const people = {
    name: 'Leden',
    rows: textRows([
      ['Naam', 'Adres'],
      ['Wim', 'Kastanjehof 4'],
    ]),
  }
  const board = {
    name: 'Bestuur',
    rows: textRows([
      ['Naam', 'Functie'],
      ['Wim', 'voorzitter'],
    ]),
  }
  const read = (...sheets: (typeof doing & { hidden?: boolean })[]) => readXlsx(makeXlsx({ rows: '', sheets }))
  expect(read(doing, old, damaged, people, board)).toMatchObject({
    sheets: ['Lees mij', 'Te breed', 'Leden', 'Bestuur', 'Oud'],
    sheet: 2,
    lines: [{ cells: ['Naam', 'Adres'] }, { cells: ['Wim', 'Kastanjehof 4'] }],
  })
  expect(read(people, board)).toMatchObject({ sheet: 0 })
  expect(read(doing, old)).toMatchObject({ sheet: 0, lines: [{ cells: ['Instructie'] }, { line: 2 }] })
})

describe('limits', () => {
  it('refuses too many rows or columns', () => {
    const many = Array.from(
      { length: 20_002 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    ).join('')
    throwsCode(() => readXlsx(makeXlsx({ rows: many })), 'importTooManyRows')
    throwsCode(() => readXlsx(makeXlsx({ rows: '<row r="1"><c r="GS1"><v>1</v></c></row>' })), 'importTooManyColumns')
  })
})

describe('files of another kind are named', () => {
  it.each([
    [
      'an old .xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(1)]),
      'importOldExcel',
    ],
    [
      'a protected one',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'importProtected',
    ],
    [
      'OpenDocument',
      makeZip([
        { name: 'mimetype', content: bytesOf('a'), stored: true },
        { name: 'content.xml', content: bytesOf('<x/>') },
      ]),
      'importOpenDocument',
    ],
    ['Numbers', makeZip([{ name: 'Index/Document.iwa', content: bytesOf('a') }]), 'importNumbers'],
    ['a binary workbook', makeZip([{ name: 'xl/workbook.bin', content: bytesOf('a') }]), 'importOldExcel'],
    ['a PDF', bytesOf('%PDF-1.7 and more'), 'importNotAList'],
    ['a web page', bytesOf('<html><table><tr><td>Naam</td></tr></table>'), 'importNotAList'],
    ['a document', makeZip([{ name: 'word/document.xml', content: bytesOf('<x/>') }]), 'importNotAList'],
    ['nothing but spaces', bytesOf(' \n ; ;\n'), 'importNoRows'],
  ])('%s', (_name, bytes, code) => {
    throwsCode(() => readFile(bytes), code)
  })
})

describe('zips made to do harm are refused at once', () => {
  const parts = workbookParts({ rows: textRows([['Naam'], ['Ria']]) })
  const zeros = new Uint8Array(60 * 1024 * 1024)
  const bomb = makeZip([...parts, { name: 'xl/media/1', content: zeros }])
  it.each([
    ['what unpacks to more than 200 times its size', bomb, 'importUnsafe'],
    [
      'many parts in one place',
      makeZip([
        ...parts,
        ...Array.from({ length: 50 }, (_, at) => ({ name: `xl/${at}.xml`, content: bytesOf('x'), sameAs: 2 })),
      ]),
      'importUnsafe',
    ],
    [
      'more than 2,000 parts',
      makeZip([...parts, ...Array.from({ length: 2000 }, (_, at) => ({ name: `x${at}`, content: bytesOf('x') }))]),
      'importUnsafe',
    ],
    ['a zip in the zip', makeZip([...parts, { name: 'inside.zip', content: bytesOf('x') }]), 'importUnsafe'],
    [
      'a part that is a zip',
      makeZip(parts.map((part) => (part.name === 'xl/workbook.xml' ? { ...part, content: makeZip(parts) } : part))),
      'importUnsafe',
    ],
    ['a size that is too small', makeZip(parts.map((part) => ({ ...part, size: 10 }))), 'importUnsafe'],
    ['a size that stands for 4 GB', makeZip(parts.map((part) => ({ ...part, size: 0xffffffff }))), 'importUnsafe'],
    ['the same name twice', makeZip([...parts, ...parts]), 'importUnsafe'],
    ['a password', makeZip(parts.map((part) => ({ ...part, flags: 1 }))), 'importProtected'],
    ['a wrong checksum', makeZip(parts.map((part) => ({ ...part, checksum: 1 }))), 'importDamaged'],
    ['half a file', makeZip(parts).slice(0, 500), 'importDamaged'],
    ['a document type', makeXlsx({ rows: '<!DOCTYPE x [<!ENTITY a "b">]><row/>' }), 'importUnsafe'],
  ])('%s', (_name, bytes, code) => {
    const memory = process.memoryUsage().rss
    const start = performance.now()
    throwsCode(() => readFile(bytes), code)
    expect(performance.now() - start).toBeLessThan(5000)
    expect(process.memoryUsage().rss - memory).toBeLessThan(150 * 1024 * 1024)
  })

  it('the same file without the harm is read', () => {
    expect(cellsOf(makeZip(parts))).toEqual([['Naam'], ['Ria']])
  })
})
