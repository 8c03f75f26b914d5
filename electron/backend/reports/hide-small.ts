// The one place where numbers of people leave a report: what is smaller than five is not said, and neither is a sum from which such
// a number could be worked out.
import type { ReportBlock, ReportCell, ReportPage } from '../../../shared/contract/reports.ts'
import { isFew, mostOfFew } from '../../../shared/domain/few-people.ts'

type Table = Extract<ReportBlock, { kind: 'table' }>

/** The page as it may be shown and handed on. */
export function hideSmall(page: ReportPage): ReportPage {
  const sums = new Set(page.blocks.flatMap((block) => (block.kind === 'table' ? tellingSums(block) : [])))
  return { blocks: page.blocks.map((block) => hideInBlock(block, sums)) }
}

/** Sums of columns that would give away a number in them, wherever on the page they stand. */
function tellingSums(table: Table): number[] {
  return table.columns.flatMap((_column, at) => (tells(table, at) ? [sum(numbersIn(table, at))] : []))
}

function hideInBlock(block: ReportBlock, sums: ReadonlySet<number>): ReportBlock {
  switch (block.kind) {
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ label, value }) => ({
          label,
          value: hideCell(value, value.kind === 'persons' && sums.has(value.n ?? 0)),
        })),
      }
    case 'table':
      return {
        ...block,
        rows: block.rows.map(({ cells, isTotal }) => ({
          isTotal,
          cells: cells.map((cell, at) => hideCell(cell, isTotal && tells(block, at))),
        })),
      }
    case 'list':
    case 'sentence':
      return block
  }
}

/**
 * Whether the sum of a column says what one of its hidden numbers is: when only one is hidden, or when they must all be one, or all
 * be four.
 */
function tells(table: Table, at: number): boolean {
  const hidden = numbersIn(table, at).filter(isFew)
  const whole = sum(hidden)
  return hidden.length === 1 || (hidden.length > 1 && (whole === hidden.length || whole === hidden.length * mostOfFew))
}

const numbersIn = (table: Table, at: number): number[] =>
  table.rows.flatMap(({ cells, isTotal }) => {
    const cell = cells[at]
    return !isTotal && cell?.kind === 'persons' && cell.n !== null ? [cell.n] : []
  })

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

function hideCell(cell: ReportCell, isTelling: boolean): ReportCell {
  if (cell.kind !== 'persons' || cell.n === null) return cell
  if (isFew(cell.n)) return { kind: 'persons', n: null }
  return isTelling ? { kind: 'hidden' } : cell
}
