// A row of somebody's list, asked by field instead of by column.
import type { ImportField } from '../../../shared/domain/import-field.ts'
import { type Column, type Reason, reason } from './candidate.ts'
import { tidyCell } from './cell-values.ts'
import { formulaWithoutValue, type SheetLine, unreadableLetter } from './sheet.ts'

/** The columns of a list with the places of each field: looked up once per list instead of once per cell. */
export class ColumnLayout {
  readonly columns: readonly Column[]
  readonly places: ReadonlyMap<ImportField, readonly number[]>

  constructor(columns: readonly Column[]) {
    const places = new Map<ImportField, number[]>()
    for (const [index, { field }] of columns.entries()) places.set(field, [...(places.get(field) ?? []), index])
    this.columns = columns
    this.places = places
  }
}

const nowhere: readonly number[] = []

/** One row with its columns: asks by field, remembers nothing. */
export class ListRow {
  readonly line: SheetLine
  readonly layout: ColumnLayout

  constructor(line: SheetLine, layout: ColumnLayout) {
    this.line = line
    this.layout = layout
  }

  /** Tidy text of all cells with this field, joined. */
  text(field: ImportField): string {
    const places = this.layout.places.get(field)
    if (places === undefined) return ''
    return places.length === 1 ? this.cell(places[0] ?? 0) : this.all(field).join(' ')
  }

  /** Tidy text of every filled cell with this field. */
  all(field: ImportField): string[] {
    const values: string[] = []
    for (const place of this.layout.places.get(field) ?? nowhere) {
      const value = this.cell(place)
      if (value !== '') values.push(value)
    }
    return values
  }

  /** The filled cells with this field, each with the heading of its column. */
  cells(field: ImportField): { readonly heading: string; readonly text: string }[] {
    return (this.layout.places.get(field) ?? nowhere)
      .map((place) => ({ heading: this.layout.columns[place]?.heading ?? '', text: this.cell(place) }))
      .filter(({ text }) => text !== '')
  }

  private cell(place: number): string {
    const value = tidyCell(this.line.cells[place] ?? '')
    return isBlankWord(value) ? '' : value
  }

  /** Whether the list has a column for it, filled on this row or not. */
  has(field: ImportField): boolean {
    return this.layout.places.has(field)
  }

  heading(field: ImportField): string {
    return this.layout.columns[this.layout.places.get(field)?.[0] ?? -1]?.heading ?? ''
  }

  /** Lists that were pasted together repeat their headings half-way. */
  repeatsHeadings(): boolean {
    let filled = 0
    for (const [index, column] of this.layout.columns.entries()) {
      const value = tidyCell(this.line.cells[index] ?? '')
      if (value === '') continue
      if (value.toLowerCase() !== column.heading.toLowerCase()) return false
      filled += 1
    }
    return filled > 0
  }

  /** Whether all that the row says stands in one cell, in a list of more columns. */
  isAloneCell(): boolean {
    const filled = this.line.cells.filter((cell) => tidyCell(cell) !== '')
    return filled.length === 1 && this.layout.columns.length > 1
  }

  noteLines(): string[] {
    const lines: string[] = []
    for (const [index, column] of this.layout.columns.entries()) {
      const cell = this.line.cells[index] ?? ''
      // A note keeps its lines; elsewhere a line end is only a space.
      if (column.field === 'note')
        lines.push(
          ...cell
            .split(/\r\n?|\n/)
            .map(tidyCell)
            .filter((line) => line !== ''),
        )
      if (column.field !== 'toNote') continue
      const value = tidyCell(cell)
      if (value !== '') lines.push(column.heading === '' ? value : `${column.heading}: ${value}`)
    }
    return lines
  }

  unreadable(): Reason[] {
    const reasons: Reason[] = []
    for (const [index, column] of this.layout.columns.entries()) {
      const value = this.line.cells[index] ?? ''
      if (column.field === 'skip' || value === '') continue
      if (value.includes(unreadableLetter)) reasons.push(reason('unreadable', { column: column.heading, value }))
      else if (
        value === formulaWithoutValue ||
        /^#(N\/[ABL]|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|WAARDE!|VERW!|DEEL\/0!|NAAM\?|LEEG!|GETAL!)$/i.test(value)
      )
        reasons.push(reason('formula', { column: column.heading }))
    }
    return reasons
  }
}

/** "-", "n.v.t.", "geen", "?" and "0-0-00" say that there is nothing. */
function isBlankWord(value: string): boolean {
  return (
    value.length < 11 &&
    /^([-–—.?/]|n\.?v\.?t\.?|geen|onbekend|nvt|none|unknown|n\/a|00?([-/.])00?\2(00){1,2})$/i.test(value)
  )
}
