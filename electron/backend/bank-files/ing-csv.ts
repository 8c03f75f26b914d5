// ING: the same columns in Dutch and English, with comma or semicolon, quoted or not. There is no id of an entry, and what the
// payer wrote stands with everything else in one column: `Naam: ... Omschrijving: ... IBAN: ... Kenmerk: ... Valutadatum: ...`.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { RuleBroken } from '../rule-broken.ts'
import { countOf, signed } from './bank-amount.ts'
import { type Cells, type CsvLayout, columnFinder, headingLength } from './csv-layout.ts'
import { given, makeEntry, plainAccount, refInText, returnCodeIn, soundsLikeReturn } from './make-entry.ts'
import { dayOrRefuse, refuseField } from './refuse.ts'

export const ingCsv: CsvLayout = {
  format: 'ing',
  delimiters: [';', ','],
  recognise(heading) {
    const column = columnFinder(heading)
    if (column('datum', 'date') !== 0) return undefined
    if (column('boeksaldo', 'book balance', 'booking balance') > 0) throw new RuleBroken('bankFileBalanceList')
    if (column('rekening naam', 'account name') > 0) throw new RuleBroken('bankFileSavings')
    const at = {
      name: column('naam / omschrijving', 'name / description'),
      account: column('rekening', 'account'),
      counter: column('tegenrekening', 'counterparty'),
      code: column('code'),
      mark: column('af bij', 'debit/credit'),
      amount: column('bedrag (eur)', 'amount (eur)'),
      kind: column('mutatiesoort', 'transactietype', 'transaction type'),
      note: column('mededelingen', 'notifications'),
      balance: column('saldo na mutatie', 'saldo na trn', 'resulting balance'),
    }
    if (Math.min(at.name, at.account, at.counter, at.mark, at.amount, at.note) < 0) return undefined
    return {
      headingRows: 1,
      cells: headingLength(heading),
      read(cells, line) {
        const bookDay = bookDayOf(cells, line)
        const said = noteSays(cells.at(at.note), line)
        const kind = cells.at(at.kind)
        const cents = cells.cents(at.amount, line)
        if (cents < 0) refuseField('Bedrag', line)
        return {
          account: cells.at(at.account),
          currency: 'EUR',
          balanceAfter: cells.optionalCents(at.balance, line),
          entry: makeEntry({
            bookDay,
            valueDay: said.valueDay ?? bookDay,
            cents: signed(cents, isOut(cells.at(at.mark), line)),
            counterIban: plainAccount(cells.at(at.counter)) ?? plainAccount(said.iban),
            counterName: given(said.name ?? cells.at(at.name)),
            text: said.text,
            ...refInText(said.text),
            endToEndId: given(said.reference),
            mandateRef: given(said.mandate),
            batchRef: given(said.batch),
            batchCount: countOf(said.count ?? '') ?? null,
            returnCode: returnCodeIn(said.reason),
            isReversal:
              returnCodeIn(said.reason) !== null || soundsLikeReturn(kind) || soundsLikeReturn(cells.at(at.name)),
            code: given(cells.at(at.code)) ?? given(kind),
          }),
        }
      },
    }
  },
}

/** Excel makes 2,03E+07 or 1-11-2026 of 20261101 when it saves the file again; what it did to the amounts, nobody knows. */
function bookDayOf(cells: Cells, line: number): Day {
  const text = cells.at(0)
  if (/E\+/i.test(text) || /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/.test(text)) {
    throw new RuleBroken('bankFileExcelDates', { line, value: text.slice(0, 20) })
  }
  return cells.compactDay(0, line)
}

function isOut(mark: string, line: number): boolean {
  if (/^(?:af|debit)$/i.test(mark)) return true
  if (/^(?:bij|credit)$/i.test(mark)) return false
  return refuseField('Af Bij', line)
}

const labels: readonly (readonly [part: keyof Note, words: string])[] = [
  ['name', 'Naam|Name'],
  ['text', 'Omschrijving|Description'],
  ['iban', 'IBAN'],
  ['mandate', 'Kenmerk machtiging|Machtiging ID|Mandate ID'],
  ['reference', 'Kenmerk|Reference'],
  ['batch', 'Batch ID'],
  ['count', 'Aantal|Number of transactions'],
  ['reason', 'Reden|Reason'],
  ['valueDate', 'Valutadatum|Value date'],
  [
    'rest',
    'Incassant ID|Creditor ID|Datum/Tijd|Date/time|BIC|Pasvolgnr|Card sequence no.|Transactie|Transaction|Term|Andere partij|Other party',
  ],
]
const labelForm = new RegExp(`(?:^|\\s)(?:${labels.map(([, words]) => `(${words})`).join('|')}): ?`, 'g')

interface Note {
  name?: string
  text?: string
  iban?: string
  mandate?: string
  reference?: string
  batch?: string
  count?: string
  reason?: string
  valueDate?: string
  rest?: string
}

function noteSays(note: string, line: number): Note & { readonly text: string; readonly valueDay: Day | undefined } {
  const said: Note = {}
  const marks = [...note.matchAll(labelForm)]
  marks.forEach((mark, index) => {
    const part = labels[mark.slice(1).findIndex((word) => word !== undefined)]?.[0] ?? 'rest'
    const value = note.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim()
    said[part] ??= part === 'mandate' || part === 'reference' ? withoutKind(value) : value
  })
  const head = note.slice(0, marks[0]?.index).trim()
  const day = /^(\d{2})-(\d{2})-(\d{4})/.exec(said.valueDate ?? '')
  return {
    ...said,
    text: said.text ?? (head === '' && marks.length > 1 && said.name === undefined ? note : head),
    valueDay: day ? dayOrRefuse(`${day[3]}-${day[2]}-${day[1]}`, day[0], line) : undefined,
  }
}

/** The kind of direct debit stands behind the last label without one of its own. */
function withoutKind(value: string): string {
  return value.replace(/\s+(?:Doorlopende|Eenmalige|Eerste|Laatste|Recurrent|One-off) .*$/i, '')
}
