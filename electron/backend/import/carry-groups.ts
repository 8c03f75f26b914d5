// A list by binnenbuurt often names each group once, at the first of its people, in a merged cell or above empty ones.
import { nameFields } from '../../../shared/domain/import-field.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { Column } from './candidate.ts'
import { tidyCell } from './cell-values.ts'
import type { SheetLine } from './sheet.ts'
import { isTotalRow } from './total-row.ts'

interface Listed {
  /** As the file has them, whatever somebody corrected meanwhile. */
  readonly lines: readonly SheetLine[]
  readonly headingAt: number
  readonly columns: readonly Column[]
}

/** Whether the column with the groups names each of them once, for everybody below it up to the next. */
export function namesGroupsOnce({ lines, headingAt, columns }: Listed): boolean {
  const at = columns.findIndex(({ field }) => field === 'neighbourhood')
  if (at < 0) return false
  const rows = lines.slice(headingAt + 1).filter(({ cells }) => cells.some((cell) => tidyCell(cell) !== ''))
  const cells = rows.map((row) => foldText(row.cells[at] ?? ''))
  const names = cells.filter((cell) => cell !== '')
  return (
    cells[0] !== '' && names.length >= 2 && new Set(names).size === names.length && names.length * 2 <= cells.length
  )
}

/** The rows with the group that they stand under. */
export function carryGroups(body: readonly SheetLine[], listed: Listed): readonly SheetLine[] {
  if (!namesGroupsOnce(listed)) return body
  const at = listed.columns.findIndex(({ field }) => field === 'neighbourhood')
  const isSomebody = ({ cells }: SheetLine) =>
    !isTotalRow(cells) &&
    listed.columns.some(({ field }, index) => nameFields.includes(field) && tidyCell(cells[index] ?? '') !== '')
  let group = ''
  return body.map((line) => {
    const own = tidyCell(line.cells[at] ?? '')
    if (own !== '') group = own
    if (own !== '' || !isSomebody(line)) return line
    const cells = Array.from({ length: listed.columns.length }, (_none, index) => line.cells[index] ?? '')
    cells[at] = group
    return { line: line.line, cells }
  })
}
