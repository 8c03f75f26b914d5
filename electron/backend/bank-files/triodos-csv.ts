// Triodos: eight or nine columns, all quoted, with a heading or without; the amount is always positive, Credit or Debet stands beside it.
import { signed } from './bank-amount.ts'
import type { CsvLayout } from './csv-layout.ts'
import { given, makeEntry, plainAccount, refInText } from './make-entry.ts'
import { refuseField } from './refuse.ts'

const columns = 8

export const triodosCsv: CsvLayout = {
  format: 'triodos',
  delimiters: [',', ';'],
  recognise(first) {
    if (first.length !== columns && first.length !== columns + 1) return undefined
    const hasHeading = /^boekdatum$/i.test(first.at(0)) && /^debet ?\/ ?credit$/i.test(first.at(3))
    const isRow = /^\d{2}-\d{2}-\d{4}$/.test(first.at(0)) && /^(?:credit|debet|debit)$/i.test(first.at(3))
    if (!hasHeading && !isRow) return undefined
    return {
      headingRows: hasHeading ? 1 : 0,
      cells: first.length,
      read(cells, line) {
        const mark = cells.at(3).toLowerCase()
        if (!/^(?:credit|debet|debit)$/.test(mark)) refuseField('Credit/Debet', line)
        const day = cells.dutchDay(0, line)
        const cents = cells.cents(2, line)
        if (cents < 0) refuseField('Credit/Debet', line)
        const text = cells.at(7)
        return {
          account: cells.at(1),
          currency: 'EUR',
          balanceAfter: cells.optionalCents(8, line),
          entry: makeEntry({
            bookDay: day,
            valueDay: day,
            cents: signed(cents, mark !== 'credit'),
            counterName: given(cells.at(4)),
            counterIban: plainAccount(cells.at(5)),
            text,
            ...refInText(text),
            code: given(cells.at(6)),
          }),
        }
      },
    }
  },
}
