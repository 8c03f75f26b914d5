// CSV as a Dutch Excel opens it with a double click: semicolons, CRLF, UTF-8 with its mark, decimal comma, dd-mm-jjjj.
// Written here and not by a library: theirs put the apostrophe against formulas before numbers as well.
import { dayAsTyped } from '../../../shared/domain/calendar-date.ts'
import type { ExportCell, ExportTable } from './exported-list.ts'

export function writeCsv({ headings, rows }: ExportTable): Uint8Array {
  const lines = [headings.map(safeText), ...rows.map((row) => row.map(cellText))]
  return new TextEncoder().encode(
    `\ufeff${lines.map((line) => `${line.map(quoteWhereNeeded).join(';')}\r\n`).join('')}`,
  )
}

function cellText(cell: ExportCell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return safeText(cell.text)
    case 'number':
      return String(cell.value).replace('.', ',')
    case 'money':
      return moneyText(cell.cents)
    case 'day':
      return dayAsTyped(cell.day)
  }
}

/** Text that a spreadsheet would run as a formula gets one apostrophe in front; reading takes that one off again. */
function safeText(text: string): string {
  return /^['\s]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
}

function moneyText(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100)
  return `${cents < 0 ? '-' : ''}${whole},${String(Math.abs(cents) % 100).padStart(2, '0')}`
}

function quoteWhereNeeded(text: string): string {
  // Space at either end is quoted too: some programs trim what is not.
  return /[";\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
