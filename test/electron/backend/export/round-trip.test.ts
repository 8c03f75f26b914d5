import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportTable } from '../../../../electron/backend/export/exported-list.ts'
import { dayCell, moneyCell, numberCell, textCell } from '../../../../electron/backend/export/exported-list.ts'
import { writeCsv } from '../../../../electron/backend/export/write-csv.ts'
import { writeXlsx } from '../../../../electron/backend/export/write-xlsx.ts'
import { readFile } from '../../../../electron/backend/import/read-file.ts'
import { openList, previewOf, takeIn } from '../../../support/take-in.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const table = (rows: ExportTable['rows']): ExportTable => ({ title: 'Lijst', headings: ['a', 'b', 'c', 'd'], rows })

// Text as people and attackers write it: formulas, quotes, separators, apostrophes, letters of many kinds.
const nastyText = fc
  .string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      "'",
      '"',
      ';',
      ',',
      ' ',
      '\n',
      '1',
      'a',
      'é',
      '＝',
      '＋',
      '<',
      '&',
      '€',
      'ω',
      '🙂',
    ),
    minLength: 1,
    maxLength: 12,
  })
  .filter((text) => text.trim() !== '')
const rowOfTexts = fc.array(nastyText, { minLength: 4, maxLength: 4 })

describe('CSV for a Dutch Excel', () => {
  it('has semicolons, CRLF, a mark, decimal commas and Dutch days', () => {
    const cells = [textCell('Ria "Rie"; van den Berg'), moneyCell(-123450), dayCell('2026-03-01'), numberCell(1.5)]
    expect(textOf(writeCsv(table([cells])))).toBe(
      '\ufeffa;b;c;d\r\n"Ria ""Rie""; van den Berg";-1234,50;01-03-2026;1,5\r\n',
    )
  })

  it.each(['=1+1', '+31 6', '-5', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠1', ' =1', "'=1"])(
    'guards %j with an apostrophe',
    (text) => {
      expect(textOf(writeCsv(table([[textCell(text)]]))).split('\r\n')[1]).toMatch(/^"?'/)
    },
  )

  it('leaves numbers and Dutch telephone numbers alone', () => {
    expect(textOf(writeCsv(table([[numberCell(-5), textCell('06-1000 2203')]])))).toContain('\r\n-5;06-1000 2203\r\n')
  })

  it('is read back as the text it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.array(rowOfTexts, { minLength: 20, maxLength: 20 }), (rows) => {
        const { lines } = readFile(writeCsv(table(rows.map((texts) => texts.map(textCell)))))
        expect(lines.slice(1).map(({ cells }) => cells)).toEqual(rows)
      }),
      { numRuns: 100 },
    )
  })
})

describe('XLSX', () => {
  it('is read back as the text it was, by us and by another program, without one formula', async () => {
    // Many texts to a workbook: making one costs more than what is in it.
    await fc.assert(
      fc.asyncProperty(fc.array(rowOfTexts, { minLength: 30, maxLength: 30 }), async (rows) => {
        const bytes = await writeXlsx(table(rows.map((texts) => texts.map(textCell))))
        expect(
          readFile(bytes)
            .lines.slice(1)
            .map(({ cells }) => cells),
        ).toEqual(rows)
        const sheet = Object.values(XLSX.read(bytes).Sheets)[0] ?? {}
        const columns = ['A', 'B', 'C', 'D']
        expect(rows.map((_, at) => columns.map((column) => sheet[`${column}${at + 2}`]?.v))).toEqual(rows)
        expect(Object.values(sheet).some((cell) => cell?.f !== undefined)).toBe(false)
      }),
      { numRuns: 10 },
    )
  })

  it.each([
    ['Straatfeest: nr 1/2', 'Straatfeest  nr 1 2'],
    [`'${'b'.repeat(29)}'s avonds`, 'b'.repeat(29)],
  ])('has a sheet that Excel opens, also of a title like %j', async (title, name) => {
    expect(XLSX.read(await writeXlsx({ title, headings: ['x'], rows: [] })).SheetNames).toEqual([name])
  })

  it('has days and amounts as days and amounts', async () => {
    const bytes = await writeXlsx(table([[dayCell('2026-03-01'), moneyCell(1250), numberCell(3), textCell('007')]]))
    expect(readFile(bytes).lines[1]?.cells).toEqual(['01-03-2026', '12,5', '3', '007'])
    const sheet = Object.values(XLSX.read(bytes, { cellDates: false }).Sheets)[0] ?? {}
    expect(sheet.A2).toMatchObject({ t: 'n', v: 46082 })
    expect(sheet.D2).toMatchObject({ t: 's', v: '007' })
  })
})

describe('the people of a book', () => {
  let book: TestBackend
  beforeEach(async () => {
    book = await openTestBackend()
  })
  afterEach(() => book.close())

  const list = [
    'Lidnummer;Voornaam;Roepnaam;Tussenvoegsel;Achternaam;Straat;Huisnummer;Toevoeging;Postcode;Plaats;Telefoon;Mobiel;E-mail;Geboortejaar;Soort;Lid sinds;Binnenbuurt;Functie;Voorkeur contact;Talen;Noodcontact;Opmerking',
    '12;Catharina;Toos;van den;Berg;Kastanjehof;3;2hg;1234 AB;Delft;020-000 0012;06-1000 2201;toos@example.org;1948;Lid;01-03-2014;Kastanjehof;Contactpersoon;Bellen;nl, en;"Anh, 06-1000 2299";"=niet rekenen"',
    ';José;;;\'t Hooft;Plein 1813;5;;1234 AC;Delft;;+32 470 12 34 56;;1990;Belangstellende;01-02-2020;Kastanjehof; ;;;;"regel een\nregel twee"',
    '13;Oksana;;;Bondarenko;Lijsterpad;14;A;1234 AD;Delft;;;;;Lid;05-05-2021;Lijsterpad;Penningmeester; Vervanger;;;;',
  ].join('\r\n')

  it.each(['nl', 'en'] as const)('come back as the same people, from both formats (%s)', async (language) => {
    await book.api.preferences.set({ language })
    expect(await takeIn(book, list)).toMatchObject({ new: 3, leftOut: 0 })
    for (const format of ['csv', 'xlsx'] as const) {
      const made = await book.api.exports.make({ list: 'members', format })
      const file = await book.backend.produceFile(made.file)
      expect(made.rows).toBe(3)
      expect(file?.name).toMatch(language === 'nl' ? /^Mensen 2026-11-23\./ : /^People 2026-11-23\./)
      const { id } = await openList(book, file?.bytes ?? '', made.name)
      const preview = await previewOf(book, id)
      expect(preview.rows.map(({ name, status, reasons }) => [name, status, reasons])).toEqual(
        [
          ['Toos van den Berg', 'same', [{ code: 'same', details: {} }]],
          ["José 't Hooft", 'same', [{ code: 'same', details: {} }]],
          ['Oksana Bondarenko', 'same', [{ code: 'same', details: {} }]],
        ].toSorted(
          (a, b) =>
            preview.rows.findIndex(({ name }) => name === a[0]) - preview.rows.findIndex(({ name }) => name === b[0]),
        ),
      )
    }
  })

  it('come into an empty book as they were in the other', async () => {
    await takeIn(book, list)
    const made = await book.api.exports.make({ list: 'members', format: 'xlsx' })
    const file = await book.backend.produceFile(made.file)
    const other = await openTestBackend()
    await takeIn(other, file?.bytes ?? '', made.name)
    const again = await other.api.exports.make({ list: 'members', format: 'csv' })
    const original = await book.api.exports.make({ list: 'members', format: 'csv' })
    const [first, second] = [await book.backend.produceFile(original.file), await other.backend.produceFile(again.file)]
    expect(textOf(second?.bytes ?? new Uint8Array())).toBe(textOf(first?.bytes ?? new Uint8Array()))
    await other.close()
  })
})
