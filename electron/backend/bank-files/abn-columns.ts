// ABN AMRO's texts in columns of 32 characters with a space between: `SEPA OVERBOEKING   IBAN: ...   BIC: ...   NAAM: ...`.
// A value that fills its column goes on in the next one, in the middle of a word; a word with a colon counts only at its start.
import type { BankEntry } from './bank-file.ts'
import { given, plainAccount, returnCodeIn } from './make-entry.ts'

const width = 32
const words =
  'IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|MACHTIGING|INCASSANT|BETALINGSKENM\\.|ID DEBITEUR|REDEN|RETOUR|VOLGNUMMER'
const label = new RegExp(`^(${words}): ?(.*)$`, 'i')
const nextLabel = new RegExp(`\\s{2,}(?=(?:${words}):)`, 'i')
const anyLabel = new RegExp(`\\s+(?=(?:${words}): )`, 'i')

export function isColumnText(lines: readonly string[]): boolean {
  const columns = columnsIn(lines)
  return (
    columns.some((column) => /^IBAN: /i.test(column)) ||
    (/^SEPA /i.test(columns[0] ?? '') && columns.some((column) => label.test(column)))
  )
}

export function columnSays(lines: readonly string[]): Partial<BankEntry> {
  const values = valuesIn(columnsIn(lines))
  const structuredRef = given(values.get('BETALINGSKENM.'))
  const kind = given(values.get(''))
  return {
    code: kind,
    counterIban: plainAccount(values.get('IBAN')),
    counterName: given(values.get('NAAM')),
    text: values.get('OMSCHRIJVING') ?? '',
    endToEndId: given(values.get('KENMERK')),
    mandateRef: given(values.get('MACHTIGING')),
    structuredRef,
    refIssuer: structuredRef === null ? null : 'CUR',
    returnCode: returnCodeIn(values.get('REDEN') ?? values.get('RETOUR')),
  }
}

function columnsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const columns: string[] = []
    for (let at = 0; at < line.length; at += width + 1) {
      if (line.length > at + width && line[at + width] !== ' ') return columnsOfChanged(line)
      columns.push(line.slice(at, at + width).trimEnd())
    }
    return columns
  })
}

/** Something between the columns: a line whose spaces were changed on the way, if not all made one. */
function columnsOfChanged(line: string): string[] {
  const columns = line.split(nextLabel)
  return columns.length > 1 ? columns : line.split(anyLabel)
}

/** What stands before the first label is kept under '': the kind of transaction. */
function valuesIn(columns: readonly string[]): Map<string, string> {
  const values = new Map<string, string>()
  let key = ''
  let isFull = false
  for (const column of columns) {
    const match = label.exec(column)
    if (match) {
      key = (match[1] ?? '').toUpperCase()
      values.set(key, match[2] ?? '')
    } else {
      values.set(key, `${values.get(key) ?? ''}${isFull ? '' : ' '}${column}`)
    }
    isFull = column.length === width
  }
  for (const [name, value] of values) values.set(name, value.replace(/\s+/g, ' ').trim())
  return values
}
