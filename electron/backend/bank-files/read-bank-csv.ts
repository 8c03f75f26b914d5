// CSV files of banks: which bank it is, is told by the heading or, where there is none, by the form of the first row.
import { RuleBroken } from '../rule-broken.ts'
import { abnTab } from './abn-tab.ts'
import type { BankFile, BankFileWarning } from './bank-file.ts'
import { bunqCsv } from './bunq-csv.ts'
import { Cells, type CsvLayout, type CsvReader, type CsvRow } from './csv-layout.ts'
import { type CsvRecord, csvRecords } from './csv-records.ts'
import { toStatements } from './csv-statements.ts'
import { ingCsv } from './ing-csv.ts'
import { knabCsv } from './knab-csv.ts'
import { raboCsv } from './rabo-csv.ts'
import { triodosCsv } from './triodos-csv.ts'
import { volksbankCsv, volksbankRecords } from './volksbank-csv.ts'

const layouts: readonly CsvLayout[] = [ingCsv, raboCsv, knabCsv, bunqCsv, abnTab, triodosCsv, volksbankCsv]

const mostRows = 100_000

/** Reads a whole CSV file of a bank; undefined when no bank is known by it. Throws RuleBroken with the line of what is wrong. */
export function readBankCsv(text: string, encoding: string): BankFile | undefined {
  const known = recognise(text)
  if (!known) return undefined
  const { layout, delimiter, reader } = known
  const rows = rowsOf(layout, text, delimiter, reader)
  const last = rows.at(-1)
  if (!last) throw new RuleBroken('bankFileNoStatement')
  const isCutOff = layout.endsInText === true && rows.length > 1 && !/[\r\n]$/.test(text)
  const whole = isCutOff ? rows.slice(0, -1) : rows
  const { statements, warnings } = toStatements(whole.map(({ row }) => row))
  const cutOff: BankFileWarning[] = isCutOff ? [{ code: 'rowCutOff', details: { line: last.line } }] : []
  return { format: layout.format, encoding, delimiter, statements, warnings: [...warnings, ...cutOff] }
}

interface Known {
  readonly layout: CsvLayout
  readonly delimiter: string
  readonly reader: CsvReader
}

function recognise(text: string): Known | undefined {
  for (const layout of layouts) {
    for (const delimiter of layout.delimiters) {
      const [first, second] = firstTwo(recordsOf(layout, text, delimiter))
      const reader = first && layout.recognise(first, second ?? new Cells([]))
      if (reader) return { layout, delimiter, reader }
    }
  }
  return undefined
}

function firstTwo(records: Iterable<CsvRecord>): readonly Cells[] {
  const found: Cells[] = []
  try {
    for (const { cells } of records) {
      found.push(new Cells(cells))
      if (found.length === 2) break
    }
  } catch (error) {
    // Read with a separator that is not its own a file may look broken; whether it is, shows when it is read.
    if (!(error instanceof RuleBroken)) throw error
  }
  return found
}

function recordsOf(layout: CsvLayout, text: string, delimiter: string): Iterable<CsvRecord> {
  return layout === volksbankCsv && !text.startsWith('"')
    ? volksbankRecords(text, delimiter)
    : csvRecords(text, delimiter)
}

interface ReadRow {
  readonly row: CsvRow
  readonly line: number
}

function rowsOf(layout: CsvLayout, text: string, delimiter: string, reader: CsvReader): ReadRow[] {
  const rows: ReadRow[] = []
  let number = 0
  for (const { line, cells } of recordsOf(layout, text, delimiter)) {
    number += 1
    if (number <= reader.headingRows) continue
    const isWhole = cells.length >= reader.cells && cells.slice(reader.cells).every((cell) => cell.trim() === '')
    if (!isWhole) throw new RuleBroken('bankFileRow', { line, found: cells.length, expected: reader.cells })
    if (rows.length === mostRows) throw new RuleBroken('bankFileTooMuch')
    rows.push({ row: reader.read(new Cells(cells), line), line })
  }
  return rows
}
