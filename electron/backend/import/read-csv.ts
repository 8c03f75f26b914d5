// CSV as spreadsheets and websites write it. Our own reader, because limits must hold while reading and a forgotten
// quote must be named with its line: the libraries tried give the row where they noticed, after swallowing the rest.
import { RuleBroken } from '../rule-broken.ts'
import { decodeText } from './decode-text.ts'
import { importLimits, type SheetLine } from './sheet.ts'

const separators = [';', '\t', ',', '|'] as const

/**
 * Reads a whole CSV file. Separator and encoding are found out. A cell that was escaped against formulas
 * ('=...) loses that one apostrophe. Throws RuleBroken `importQuoteOpen`, `importCellTooLong` (with the line),
 * `importTooManyRows`, `importTooManyColumns`, `importNotAList`.
 */
export function readCsv(bytes: Uint8Array): SheetLine[] {
  const text = decodeText(bytes)
  if (/^\s*(<!doctype|<html|<table|<\?xml|\{\\rtf)/i.test(text)) throw new RuleBroken('importNotAList')
  const directive = /^sep=(.)\r?\n/i.exec(text)
  const separator = directive?.[1] ?? sniffSeparator(text)
  const lines: SheetLine[] = []
  let line = 0
  for (const record of records(text, separator, directive ? directive[0].length : 0)) {
    line += 1
    const cells = trimEnd(record.cells.map(withoutEscape))
    if (cells.length === 0) continue
    if (cells.length > importLimits.columns) {
      throw new RuleBroken('importTooManyColumns', { limit: importLimits.columns, line })
    }
    // One more than the limit: the heading does not count.
    if (lines.length > importLimits.rows) throw new RuleBroken('importTooManyRows', { limit: importLimits.rows })
    lines.push({ line, cells })
  }
  return lines
}

interface Record {
  readonly cells: string[]
  /** False where the text was cut off (only while sniffing). */
  readonly whole: boolean
}

/** Records of a CSV text. A quote counts only as the first character of a cell, as Excel has it. */
function* records(text: string, separator: string, start: number): Generator<Record> {
  let at = start
  let lineNumber = start > 0 ? 2 : 1
  let cells: string[] = []
  const length = text.length
  while (at < length) {
    let value: string
    if (text[at] === '"') {
      const openedAt = lineNumber
      const quoted = readQuoted(text, at)
      if (!quoted) throw new RuleBroken('importQuoteOpen', { line: openedAt })
      value = quoted.value
      at = quoted.end
      const newLines = countNewLines(value)
      lineNumber += newLines
      const rest = endOfCell(text, at, separator)
      if (rest > at) {
        // Text right behind a closing quote, lines further on: that quote belongs to another cell, this one was never closed.
        if (newLines > 0 && text.slice(at, rest).trim() !== '')
          throw new RuleBroken('importQuoteOpen', { line: openedAt })
        value += text.slice(at, rest)
        at = rest
      }
    } else {
      const end = endOfCell(text, at, separator)
      value = text.slice(at, end)
      at = end
    }
    if (value.length > importLimits.cellLength) {
      throw new RuleBroken('importCellTooLong', { line: lineNumber, limit: importLimits.cellLength })
    }
    cells.push(value)
    if (at < length && text[at] === separator) {
      at += 1
      if (at < length) continue
      cells.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    lineNumber += 1
    yield { cells, whole: at <= length }
    cells = []
  }
}

function readQuoted(text: string, openedAt: number): { value: string; end: number } | undefined {
  let from = openedAt + 1
  let value = ''
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return undefined
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    from = quote + 2
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length) {
    const character = text[at]
    if (character === separator || character === '\n' || character === '\r') return at
    at += 1
  }
  return at
}

function countNewLines(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count += 1
  }
  return count
}

const sniffedLength = 64 * 1024
const sniffedRecords = 100

/** The separator with which most lines have the same number of cells. Commas in addresses are not the same on every line. */
function sniffSeparator(text: string): string {
  const sample = text.slice(0, sniffedLength)
  let best: { separator: string; score: number } = { separator: ';', score: 0 }
  for (const separator of separators) {
    const score = separatorScore(sample, separator)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function separatorScore(sample: string, separator: string): number {
  const counts = new Map<number, number>()
  let total = 0
  try {
    for (const { cells } of records(sample, separator, 0)) {
      if (cells.every((cell) => cell.trim() === '')) continue
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
      total += 1
      if (total === sniffedRecords) break
    }
  } catch (error) {
    // The sample may end inside a quoted cell; what came before it counts.
    if (!(error instanceof RuleBroken)) throw error
  }
  const several = [...counts].filter(([cells]) => cells > 1)
  const [cells, lines] = several.sort((a, b) => b[1] - a[1])[0] ?? [1, 0]
  return total === 0 || cells < 2 ? 0 : (lines / total) * 10 + Math.min(cells, 10) / 10
}

/** Takes off the one apostrophe that our own CSV (and others') puts before text that looks like a formula. */
function withoutEscape(cell: string): string {
  return /^'['\s]*[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}

function trimEnd(cells: string[]): string[] {
  let length = cells.length
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1
  return cells.slice(0, length)
}
