// SNS, ASN and RegioBank: 19 columns, since they are one bank with a heading and sometimes a column more. Only texts are between
// quotes, single ones, and names may begin with such a quote too ('t Hooft), so the columns are counted from both ends.
import { type Cells, type CsvLayout, columnFinder, headingLength } from './csv-layout.ts'
import type { CsvRecord } from './csv-records.ts'
import { given, makeEntry, plainAccount } from './make-entry.ts'
import { refuseField } from './refuse.ts'

const columns = 19
const textColumn = 17

/** Where the columns are without a heading. */
const places = {
  day: 0,
  account: 1,
  counter: 2,
  name: 3,
  balanceCurrency: 7,
  balance: 8,
  currency: 9,
  amount: 10,
  valueDay: 12,
  kind: 14,
  reference: 16,
  text: textColumn,
}

export const volksbankCsv: CsvLayout = {
  format: 'volksbank',
  delimiters: [',', ';'],
  recognise(first) {
    const at = placesIn(first)
    const hasRows =
      first.length >= columns &&
      /^\d{2}-\d{2}-\d{4}$/.test(first.at(0)) &&
      /^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(first.at(1)) &&
      /^[A-Z]{3}$/.test(first.at(9))
    if (!at && !hasRows) return undefined
    return {
      headingRows: at ? 1 : 0,
      cells: at ? headingLength(first) : columns,
      read: (cells, line) => readRow(cells, line, at ?? places),
    }
  },
}

/** Undefined when the row is not their heading. */
function placesIn(row: Cells): typeof places | undefined {
  const column = columnFinder(row)
  const at = {
    day: column('datum'),
    account: column('je rekening'),
    counter: column('van / naar'),
    name: column('naam'),
    balanceCurrency: column('valuta saldo'),
    balance: column('saldo voor boeking'),
    currency: column('valuta', 'valuta boeking'),
    amount: column('bedrag bij / af', 'bedrag bij/af'),
    valueDay: column('valutadatum'),
    kind: column('type'),
    reference: column('betalingskenmerk'),
    text: column('omschrijving'),
  }
  return Math.min(...Object.values(at)) < 0 ? undefined : at
}

function readRow(cells: Cells, line: number, at: typeof places) {
  const currency = cells.at(at.currency)
  if (cells.at(at.balanceCurrency) !== currency) refuseField(currency.slice(0, 3), line)
  const structuredRef = given(cells.at(at.reference))
  return {
    account: cells.at(at.account),
    currency,
    balanceBefore: cells.optionalCents(at.balance, line),
    entry: makeEntry({
      bookDay: cells.dutchDay(at.day, line),
      valueDay: cells.dutchDay(at.valueDay, line),
      cents: cells.cents(at.amount, line),
      counterIban: plainAccount(cells.at(at.counter)),
      counterName: given(cells.at(at.name).replace(/\s+/g, ' ')),
      text: cells.at(at.text).replace(/\s+/g, ' '),
      structuredRef,
      refIssuer: structuredRef === null ? null : 'CUR',
      code: given(cells.at(at.kind)),
    }),
  }
}

/** Rows of a file whose quotes are single: a text may hold both separators and quotes. */
export function* volksbankRecords(text: string, delimiter: string): Generator<CsvRecord> {
  let line = 0
  let shape: { readonly before: number; readonly after: number } | undefined
  for (const row of text.split(/\r*\n|\r/)) {
    line += 1
    if (row.trim() === '') continue
    const parts = row.split(delimiter)
    shape ??= shapeOf(parts)
    const { before, after } = shape
    if (parts.length < before + 1 + after) {
      yield { line, cells: parts }
      continue
    }
    const last = lastCells(parts.slice(before), after, delimiter)
    yield { line, cells: [...parts.slice(0, before), ...last] }
  }
}

/** How many cells stand before and after the text. */
function shapeOf(first: readonly string[]): { before: number; after: number } {
  const at = first.findIndex((name) => name.trim().toLowerCase() === 'omschrijving')
  return at < 0 ? { before: textColumn, after: columns - textColumn - 1 } : { before: at, after: first.length - at - 1 }
}

/** The text, and what comes behind it: the number of the statement and, where there is one, a category with quotes of its own. */
function lastCells(parts: readonly string[], after: number, delimiter: string): string[] {
  const rest = parts.join(delimiter)
  const withCategory = after === 2 ? new RegExp(`^(.*)${delimiter}(\\d*)${delimiter}('.*'|[^']*)$`).exec(rest) : null
  const cells = withCategory?.slice(1) ?? [parts.slice(0, -after).join(delimiter), ...parts.slice(-after)]
  return cells.map((cell) => /^'(.*)'$/.exec(cell)?.[1] ?? cell)
}
