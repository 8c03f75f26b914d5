// Lists are kept by street or by group, with what holds for all below it as a title above them instead of in a column.
import type { Column } from './candidate.ts'
import { neighbourhoodName, tidyCell } from './cell-values.ts'
import { type ColumnLayout, ListRow } from './list-row.ts'
import type { SheetLine } from './sheet.ts'

/** What stands above somebody; '' for nothing. */
export interface Above {
  readonly street: string
  readonly neighbourhood: string
  /** A title of which nobody can say what it is; it goes with the note. */
  readonly other: string
}

export interface PlacedLine {
  readonly line: SheetLine
  readonly above: Above
  readonly isTitle: boolean
}

const nothing: Above = { street: '', neighbourhood: '', other: '' }

/** Every row with the title it stands under. */
export function placeLines(lines: readonly SheetLine[], layout: ColumnLayout): PlacedLine[] {
  const byStreet = holdsStreetsAsTitles(layout.columns)
  let above = nothing
  return lines.map((line, at) => {
    const next = readTitle(new ListRow(line, layout), lines[at + 1], byStreet, above)
    if (next !== null) above = next
    return { line, above: next === null ? above : nothing, isTitle: next !== null }
  })
}

/** House numbers, and no column that says of which street. */
function holdsStreetsAsTitles(columns: readonly Column[]): boolean {
  const has = (field: Column['field']) => columns.some((column) => column.field === field)
  return has('houseNumber') && !has('street') && !has('address')
}

function readTitle(row: ListRow, below: SheetLine | undefined, byStreet: boolean, above: Above): Above | null {
  if (!row.isAloneCell()) return null
  const text = row.line.cells.map(tidyCell).find((cell) => cell !== '') ?? ''
  if (opensGroup(text)) {
    return row.has('neighbourhood') ? above : { ...above, neighbourhood: neighbourhoodName(text), other: '' }
  }
  if (byStreet && isStreetTitle(text) && below !== undefined && !new ListRow(below, row.layout).isAloneCell())
    return { ...above, street: text }
  if (below && new ListRow(below, row.layout).repeatsHeadings()) return { ...nothing, other: text }
  return null
}

/** "Binnenbuurt Noord": what stands alone over the people of a group. */
const opensGroup = (text: string): boolean => /^(?:binnenbuurt|buurt|groep|kring|wijk)(?![\p{L},])/iu.test(text)

/** "KASTANJEHOF", "1e Jan Steenstraat": words, and no more than that. */
export function isStreetTitle(text: string): boolean {
  return /^(?:\d+e )?\p{L}[\p{L} .'’-]{2,58}$/u.test(text)
}
