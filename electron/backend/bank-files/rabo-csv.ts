// Rabobank: 26 columns, always in the same order, with a heading in Dutch or English. The running number of an entry is unique
// in its account. Its site for companies has other words, Dutch days, a column more and no numbers.
import { type CsvLayout, headingLength } from './csv-layout.ts'
import { given, makeEntry, plainAccount, refInText, returnCodeIn } from './make-entry.ts'

const leastColumns = 22

export const raboCsv: CsvLayout = {
  format: 'rabo',
  delimiters: [',', ';'],
  recognise(heading) {
    const isRabo =
      /^iban\/bban$/i.test(heading.at(0)) &&
      /^(?:volg ?nr|seq)/i.test(heading.at(3)) &&
      /^(?:bedrag|amount)/i.test(heading.at(6)) &&
      headingLength(heading) >= leastColumns
    if (!isRabo) return undefined
    const isForCompanies = /^volg nr$/i.test(heading.at(3))
    return {
      headingRows: 1,
      cells: headingLength(heading),
      read(cells, line) {
        const dayAt = (index: number) => (isForCompanies ? cells.dutchDay(index, line) : cells.isoDay(index, line))
        // Cut at the width of a column, in the middle of a word.
        const text = `${cells.raw(19)}${cells.raw(20)}${cells.raw(21)}`.replace(/\s+/g, ' ').trim()
        const structuredRef = given(cells.at(18))
        const returnCode = returnCodeIn(cells.at(22))
        const bookDay = dayAt(4)
        return {
          account: cells.at(0),
          currency: cells.at(1).toUpperCase() || 'EUR',
          balanceAfter: cells.optionalCents(7, line),
          entry: makeEntry({
            bookDay,
            valueDay: cells.at(5) === '' ? bookDay : dayAt(5),
            cents: cells.cents(6, line),
            counterIban: plainAccount(cells.at(8)),
            counterName: given(cells.at(9)),
            text,
            ...(structuredRef === null
              ? refInText(text)
              : { structuredRef, refIssuer: structuredRef.startsWith('RF') ? 'ISO' : 'CUR' }),
            endToEndId: given(cells.at(15)),
            mandateRef: given(cells.at(16)),
            batchRef: given(cells.at(14)),
            returnCode,
            isReversal: returnCode !== null,
            bankRef: given(cells.at(3)),
            code: given(cells.at(13)),
          }),
        }
      },
    }
  },
}
