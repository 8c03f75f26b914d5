// ABN AMRO: tabs, no heading, the text in any of the forms that its MT940 has.
import type { CsvLayout } from './csv-layout.ts'
import { makeMt940Entry } from './mt940-entry.ts'

const columns = 8

export const abnTab: CsvLayout = {
  format: 'abn-tab',
  delimiters: ['\t'],
  endsInText: true,
  recognise(first) {
    const isAbn =
      first.length >= columns &&
      /^\d{9,10}$/.test(first.at(0)) &&
      /^[A-Z]{3}$/.test(first.at(1)) &&
      /^\d{8}$/.test(first.at(2))
    if (!isAbn) return undefined
    return {
      headingRows: 0,
      cells: columns,
      read(cells, line) {
        const entryLine = {
          bookDay: cells.compactDay(2, line),
          valueDay: cells.compactDay(5, line),
          cents: cells.cents(6, line),
          isReversal: false,
          type: '',
          reference: '',
          name: '',
          extra: [],
        }
        return {
          account: cells.at(0),
          currency: cells.at(1),
          balanceBefore: cells.cents(3, line),
          balanceAfter: cells.cents(4, line),
          entry: makeMt940Entry(entryLine, [cells.raw(7)], { isOldIng: false }),
        }
      },
    }
  },
}
