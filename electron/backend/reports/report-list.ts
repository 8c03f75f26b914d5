// Every report, in the order in which they are offered.
import { signalsReport } from '../care/signals-report.ts'
import { duesMonthsReport } from '../dues/dues-months-report.ts'
import type { Report } from './report.ts'

export const reportList: readonly Report[] = [duesMonthsReport, signalsReport]
