// Knab: a line with its name, then the heading; C or D stands beside a positive amount. Its reference is unique in the account.
import { RuleBroken } from '../rule-broken.ts'
import { signed } from './bank-amount.ts'
import { type CsvLayout, columnFinder, headingLength } from './csv-layout.ts'
import { given, makeEntry, plainAccount, refInText } from './make-entry.ts'
import { refuseField } from './refuse.ts'

export const knabCsv: CsvLayout = {
  format: 'knab',
  delimiters: [';', ','],
  recognise(first, second) {
    const headingRows = /^knab/i.test(first.at(0)) ? 2 : 1
    const heading = headingRows === 2 ? second : first
    // What Knab gives for a period without payments.
    if (headingRows === 2 && second.length === 0) throw new RuleBroken('bankFileNoStatement')
    const column = columnFinder(heading)
    const at = {
      account: column('rekeningnummer'),
      day: column('transactiedatum'),
      bookDay: column('boekdatum'),
      valueDay: column('valutadatum'),
      currency: column('valutacode'),
      mark: column('creditdebet', 'credit/debet'),
      amount: column('bedrag'),
      counter: column('tegenrekeningnummer', 'tegenrekening'),
      name: column('tegenrekeninghouder'),
      kind: column('betaalwijze'),
      text: column('omschrijving'),
      mandate: column('machtigingsnummer'),
      reference: column('referentie'),
    }
    if (Math.min(at.account, at.day, at.mark, at.amount, at.counter, at.text) < 0) return undefined
    return {
      headingRows,
      cells: headingLength(heading),
      read(cells, line) {
        const mark = cells.at(at.mark).toUpperCase()
        if (mark !== 'C' && mark !== 'D') refuseField('CreditDebet', line)
        const cents = cells.cents(at.amount, line)
        if (cents < 0) refuseField('Bedrag', line)
        const bookDay = cells.dutchDay(cells.at(at.bookDay) === '' ? at.day : at.bookDay, line)
        const text = cells.at(at.text).replace(/\s+/g, ' ')
        return {
          account: cells.at(at.account),
          currency: cells.at(at.currency).toUpperCase() || 'EUR',
          entry: makeEntry({
            bookDay,
            valueDay: cells.at(at.valueDay) === '' ? bookDay : cells.dutchDay(at.valueDay, line),
            cents: signed(cents, mark === 'D'),
            counterIban: plainAccount(cells.at(at.counter)),
            counterName: given(cells.at(at.name)),
            text,
            ...refInText(text),
            mandateRef: given(cells.at(at.mandate)),
            bankRef: given(cells.at(at.reference)),
            code: given(cells.at(at.kind)),
          }),
        }
      },
    }
  },
}
