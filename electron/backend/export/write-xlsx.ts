// A spreadsheet with typed cells: text stays text, so nothing in it can run and no zero is lost.
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import { cutText } from '../cut-text.ts'
import type { ExportCell, ExportTable } from './exported-list.ts'

const maxSheetName = 31
const widest = 48

export const writeXlsx = (table: ExportTable): Promise<Uint8Array> => writeXlsxBook([table])

/** A spreadsheet with a sheet per table. */
export async function writeXlsxBook(tables: readonly ExportTable[]): Promise<Uint8Array> {
  const file = writeExcelFile(tables.map(sheetOf))
  return new Uint8Array(await file.toBuffer())
}

function sheetOf({ title, headings, rows }: ExportTable) {
  return {
    data: [
      headings.map((heading): CellObject => ({ value: clean(heading), type: String, fontWeight: 'bold' })),
      ...rows.map((row) => row.map(toCell)),
    ],
    sheet: sheetName(title),
    columns: headings.map((heading, at) => ({ width: widthOf(heading, rows, at) })),
    stickyRowsCount: 1,
    dateFormat: 'dd-mm-yyyy',
  }
}

/** Excel refuses these signs, more than 31 of any, and an apostrophe at either end. */
function sheetName(title: string): string {
  return cutText(clean(title).replace(/[\\/?*[\]:\n]/g, ' '), maxSheetName).replace(/^'+|'+$/g, '')
}

function toCell(cell: ExportCell): CellObject | null {
  switch (cell.kind) {
    case 'empty':
      return null
    case 'text':
      return { value: clean(cell.text), type: String }
    case 'number':
      return { value: cell.value, type: Number }
    case 'money':
      return { value: cell.cents / 100, type: Number, format: '#,##0.00' }
    case 'day':
      return { value: new Date(`${cell.day}T00:00:00Z`), type: Date }
  }
}

const longest = 32_767
const mayBeUnfit = /[^\P{Cc}\n]|[\ud800-\udfff\ufffe\uffff]/u

/** Without what XML cannot hold and without half a surrogate pair; a cell holds 32,767 characters. */
function clean(text: string): string {
  // Nearly all are fit as they are.
  if (text.length <= longest && !mayBeUnfit.test(text)) return text
  const fit = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')
  return cutText(fit, longest)
}

function widthOf(heading: string, rows: ExportTable['rows'], at: number): number {
  let width = heading.length
  for (const row of rows.slice(0, 500)) {
    const cell = row[at]
    if (cell?.kind === 'text') width = Math.max(width, cell.text.length)
    if (cell?.kind === 'day') width = Math.max(width, 10)
  }
  return Math.min(width, widest) + 2
}
