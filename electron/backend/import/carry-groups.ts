// A list by binnenbuurt often names each group once, at the first of its people, in a merged cell or above empty ones.
import { nameFields } from '../../../shared/domain/import-field.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { Column } from './candidate.ts'
import { tidyCell } from './cell-values.ts'
import type { SheetLine } from './sheet.ts'
import { isTotalRow } from './total-row.ts'

/** Whether the column with the groups names each of them once, for everybody below it up to the next. */
export function namesGroupsOnce(body: readonly SheetLine[], columns: readonly Column[]): boolean {
  const at = columns.findIndex(({ field }) => field === 'neighbourhood')
  if (at < 0) return false
  const rows = body.filter(({ cells }) => cells.some((cell) => tidyCell(cell) !== ''))
  const cells = rows.map((row) => foldText(row.cells[at] ?? ''))
  const names = cells.filter((cell) => cell !== '')
  return (
    cells[0] !== '' && names.length >= 2 && new Set(names).size === names.length && names.length * 2 <= cells.length
  )
}

/** The rows with the group that they stand under. */
export function carryGroups(body: readonly SheetLine[], columns: readonly Column[]): readonly SheetLine[] {
  const at = columns.findIndex(({ field }) => field === 'neighbourhood')
  const isSomebody = ({ cells }: SheetLine) =>
    !isTotalRow(cells) &&
    columns.some(({ field }, index) => nameFields.includes(field) && tidyCell(cells[index] ?? '') !== '')
  let group = ''
  return body.map((line) => {
    const own = tidyCell(line.cells[at] ?? '')
    if (own !== '') group = own
    if (own !== '' || !isSomebody(line)) return line
    const cells = Array.from({ length: columns.length }, (_none, index) => line.cells[index] ?? '')
    cells[at] = group
    return { line: line.line, cells }
  })
}
