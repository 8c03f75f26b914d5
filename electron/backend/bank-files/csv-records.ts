// Rows of a bank's CSV file. Stricter than the reader of lists: a quote that is not closed or not alone in its cell is a file
// that was cut off or changed, and of money nothing is guessed.
import { RuleBroken } from '../rule-broken.ts'

export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** All rows that are not empty. Throws RuleBroken `bankFileCutOff` or `bankFileQuote` with the line where the cell began. */
export function* csvRecords(text: string, delimiter: string): Generator<CsvRecord> {
  const length = text.length
  let at = 0
  let line = 1
  while (at < length) {
    const startLine = line
    const cells: string[] = []
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, delimiter, line) : plainCell(text, at, delimiter)
      cells.push(cell.value)
      at = cell.end
      line += newLinesIn(cell.value)
      if (at >= length || text[at] !== delimiter) break
      at += 1
    }
    // Rabobank once ended its lines with CR CR LF.
    while (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    if (cells.some((cell) => cell.trim() !== '')) yield { line: startLine, cells }
  }
}

interface Cell {
  readonly value: string
  readonly end: number
}

function quotedCell(text: string, openedAt: number, delimiter: string, line: number): Cell {
  let from = openedAt + 1
  let value = ''
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) throw new RuleBroken('bankFileCutOff', { line })
    value += text.slice(from, quote)
    const next = text[quote + 1]
    if (next === '"') {
      value += '"'
      from = quote + 2
    } else if (next === undefined || next === delimiter || next === '\r' || next === '\n') {
      return { value, end: quote + 1 }
    } else {
      throw new RuleBroken('bankFileQuote', { line })
    }
  }
}

function plainCell(text: string, from: number, delimiter: string): Cell {
  let at = from
  while (at < text.length) {
    const character = text[at]
    if (character === delimiter || character === '\n' || character === '\r') break
    at += 1
  }
  return { value: text.slice(from, at), end: at }
}

function newLinesIn(text: string): number {
  return text.includes('\n') ? text.split('\n').length - 1 : 0
}
