// Pages about a book, as values that read easily in a test.
import type { ReportCell, ReportPage } from '../../shared/contract/reports.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import type { TestBackend } from './test-backend.ts'

/** A page of the book about this time, as it is shown and printed. */
export async function readReport(api: TestBackend['api'], report: string, from: Day, until: Day): Promise<ReportPage> {
  return (await api.reports.get({ report, from, until })).page
}

/** The cells of one fact of a page by its label, over all its blocks. */
export function factsOf(page: ReportPage, label: string): ReportCell[] {
  return page.blocks.flatMap((block) =>
    block.kind === 'facts' ? block.facts.filter((fact) => fact.label === label).map(({ value }) => value) : [],
  )
}

/** The rows of the tables with this heading, row by row. */
export function rowsOf(page: ReportPage, heading: string): (string | number | null)[][] {
  return page.blocks.flatMap((block) =>
    block.kind === 'table' && block.heading === heading ? block.rows.map(({ cells }) => cells.map(plain)) : [],
  )
}

export function plain(cell: ReportCell): string | number | null {
  switch (cell.kind) {
    case 'persons':
      return cell.n === null ? '<5' : cell.n
    case 'hidden':
      return 'hidden'
    case 'count':
      return cell.n
    case 'cents':
      return cell.cents
    case 'share':
      return `${cell.part}/${cell.whole}`
    case 'day':
      return cell.day
    case 'month':
      return cell.month
    case 'text':
      return cell.text
    case 'word':
      return [cell.word, ...Object.values(cell.values)].join(' ')
    case 'none':
      return null
  }
}
