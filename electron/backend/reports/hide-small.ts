// The one place where numbers of people leave a report: what is smaller than five is not said, and a total that would give it
// away is not said either.
import type { ReportBlock, ReportCell, ReportPage } from '../../../shared/contract/reports.ts'
import { isFew } from '../../../shared/domain/few-people.ts'

/** The page as it may be shown and handed on. */
export function hideSmall(page: ReportPage): ReportPage {
  return { blocks: page.blocks.map(hideInBlock) }
}

function hideInBlock(block: ReportBlock): ReportBlock {
  switch (block.kind) {
    case 'facts':
      return { ...block, facts: block.facts.map(({ label, value }) => ({ label, value: hideCell(value) })) }
    case 'table':
      return hideInTable(block)
    case 'list':
    case 'sentence':
      return block
  }
}

function hideInTable(table: Extract<ReportBlock, { kind: 'table' }>): ReportBlock {
  const hasHidden = table.columns.map((_column, at) =>
    table.rows.some(({ cells, isTotal }) => !isTotal && isSmall(cells[at])),
  )
  const rows = table.rows.map(({ cells, isTotal }) => ({
    isTotal,
    cells: cells.map((cell, at): ReportCell => {
      const givesAway = isTotal && hasHidden[at] && cell.kind === 'persons'
      return givesAway ? { kind: 'hidden' } : hideCell(cell)
    }),
  }))
  return { ...table, rows }
}

const isSmall = (cell: ReportCell | undefined): boolean => cell?.kind === 'persons' && cell.n !== null && isFew(cell.n)

function hideCell(cell: ReportCell): ReportCell {
  return isSmall(cell) ? { kind: 'persons', n: null } : cell
}
