// bunq: six columns in Dutch, seven in English.
import { type CsvLayout, columnFinder, headingLength } from './csv-layout.ts'
import { given, makeEntry, plainAccount } from './make-entry.ts'

export const bunqCsv: CsvLayout = {
  format: 'bunq',
  delimiters: [';', ','],
  recognise(heading) {
    const column = columnFinder(heading)
    const at = {
      day: column('datum', 'date'),
      valueDay: column('rentedatum', 'interest date'),
      amount: column('bedrag', 'amount'),
      account: column('rekening', 'account'),
      counter: column('tegenrekening', 'tegenpartij', 'counterparty'),
      name: column('naam', 'name'),
      text: column('omschrijving', 'description'),
    }
    const currencyAt = column('valuta', 'currency')
    if (Math.min(at.day, at.amount, at.account, at.counter, at.name, at.text) < 0) return undefined
    return {
      headingRows: 1,
      cells: headingLength(heading),
      read(cells, line) {
        const bookDay = cells.isoDay(at.day, line)
        return {
          account: cells.at(at.account),
          currency: cells.at(currencyAt).toUpperCase() || 'EUR',
          entry: makeEntry({
            bookDay,
            valueDay: cells.at(at.valueDay) === '' ? bookDay : cells.isoDay(at.valueDay, line),
            cents: cells.cents(at.amount, line),
            counterIban: plainAccount(cells.at(at.counter)),
            counterName: given(cells.at(at.name)),
            text: cells.at(at.text).replace(/\s+/g, ' '),
          }),
        }
      },
    }
  },
}
