// Every report, in the order in which they are offered.

import { barriersReport } from '../barriers/barriers-report.ts'
import { signalsReport } from '../care/signals-report.ts'
import { checkInsReport } from '../check-ins/check-ins-report.ts'
import { duesMonthsReport } from '../dues/dues-months-report.ts'
import { gatheringYearReport } from '../gatherings/gathering-year-report.ts'
import { initiativesReport } from '../initiatives/initiatives-report.ts'
import { helpActsReport } from '../mutual-help/help-acts-report.ts'
import { helpBalanceReport } from '../mutual-help/help-balance-report.ts'
import { groupOverviewReport } from '../neighbourhoods/group-overview-report.ts'
import { newcomersReport } from '../newcomers/newcomers-report.ts'
import { fundingReport, offersReport, referralsReport } from '../organisations/organisation-reports.ts'
import { pairMonthsReport } from '../pairs/pair-months-report.ts'
import { pairRoundsReport } from '../pairs/pair-rounds-report.ts'
import { languagesReport } from '../series/languages-report.ts'
import { seriesReport } from '../series/series-report.ts'
import { subsidyAccountReport } from '../subsidies/subsidy-account-report.ts'
import { duosReport } from '../working-group/duos-report.ts'
import { ideasReport } from '../working-group/ideas-report.ts'
import { networkSheetReport } from '../working-group/network-sheet-report.ts'
import type { Report } from './report.ts'

export const reportList: readonly Report[] = [
  groupOverviewReport,
  duesMonthsReport,
  gatheringYearReport,
  seriesReport,
  languagesReport,
  subsidyAccountReport,
  barriersReport,
  checkInsReport,
  signalsReport,
  helpActsReport,
  helpBalanceReport,
  pairRoundsReport,
  pairMonthsReport,
  newcomersReport,
  duosReport,
  referralsReport,
  fundingReport,
  offersReport,
  initiativesReport,
  ideasReport,
  networkSheetReport,
]
