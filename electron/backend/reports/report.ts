import type { ReportPage } from '../../../shared/contract/reports.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookPart } from '../../../shared/domain/modules.ts'
import type { Reader } from '../database/transaction.ts'

/** Days the report is about, the last one included. */
export interface ReportPeriod {
  readonly from: Day
  readonly until: Day
}

/** One page about the book. Made of the cells of report-cells.ts; numbers as they are, what is small is hidden afterwards. */
export interface Report {
  /** Its title is `reports.titles.<code>`. */
  readonly code: string
  /** Offered when the book keeps this; null: always. */
  readonly module: BookPart | null
  readonly build: (db: Reader, period: ReportPeriod, today: Day) => Promise<ReportPage>
}
