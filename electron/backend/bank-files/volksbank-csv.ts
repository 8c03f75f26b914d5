// SNS, ASN and RegioBank: 19 columns without heading. Only the text is between quotes, single ones, and names may begin with
// such a quote too ('t Hooft), so the columns are counted from both ends.
import type { CsvLayout } from './csv-layout.ts'
import type { CsvRecord } from './csv-records.ts'
import { given, makeEntry, plainAccount } from './make-entry.ts'
import { refuseField } from './refuse.ts'

const columns = 19
const textColumn = 17

export const volksbankCsv: CsvLayout = {
  format: 'volksbank',
  delimiters: [',', ';'],
  recognise(first) {
    const isVolksbank =
      first.length >= columns &&
      /^\d{2}-\d{2}-\d{4}$/.test(first.at(0)) &&
      /^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(first.at(1)) &&
      /^[A-Z]{3}$/.test(first.at(9))
    if (!isVolksbank) return undefined
    return {
      headingRows: 0,
      cells: columns,
      read(cells, line) {
        if (cells.at(7) !== cells.at(9)) refuseField(cells.at(9).slice(0, 3), line)
        const structuredRef = given(cells.at(16))
        return {
          account: cells.at(1),
          currency: cells.at(9),
          balanceBefore: cells.optionalCents(8, line),
          entry: makeEntry({
            bookDay: cells.dutchDay(0, line),
            valueDay: cells.dutchDay(12, line),
            cents: cells.cents(10, line),
            counterIban: plainAccount(cells.at(2)),
            counterName: given(cells.at(3).replace(/\s+/g, ' ')),
            text: cells.at(textColumn).replace(/\s+/g, ' '),
            structuredRef,
            refIssuer: structuredRef === null ? null : 'CUR',
            code: given(cells.at(14)),
          }),
        }
      },
    }
  },
}

/** Rows of a file whose quotes are single: a text may hold both separators and quotes. */
export function* volksbankRecords(text: string, delimiter: string): Generator<CsvRecord> {
  let line = 0
  for (const row of text.split(/\r*\n|\r/)) {
    line += 1
    if (row.trim() === '') continue
    const parts = row.split(delimiter)
    if (parts.length < columns) {
      yield { line, cells: parts }
      continue
    }
    const written = parts.slice(textColumn, -1).join(delimiter)
    const quoted = /^'(.*)'$/.exec(written)?.[1]
    yield { line, cells: [...parts.slice(0, textColumn), quoted ?? written, parts.at(-1) ?? ''] }
  }
}
