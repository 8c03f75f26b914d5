// Every report, in the order in which they are offered.
import { signalsReport } from '../care/signals-report.ts'
import { duesMonthsReport } from '../dues/dues-months-report.ts'
import { pairMonthsReport } from '../pairs/pair-months-report.ts'
import { pairRoundsReport } from '../pairs/pair-rounds-report.ts'
import type { Report } from './report.ts'

export const reportList: readonly Report[] = [duesMonthsReport, signalsReport, pairRoundsReport, pairMonthsReport]
