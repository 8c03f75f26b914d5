// All English words; the type says they have the keys of the Dutch ones.
import app from '../../resources/locales/en/app.json'
import backups from '../../resources/locales/en/backups.json'
import bank from '../../resources/locales/en/bank.json'
import bankFiles from '../../resources/locales/en/bankFiles.json'
import barriers from '../../resources/locales/en/barriers.json'
import between from '../../resources/locales/en/between.json'
import bookFiles from '../../resources/locales/en/bookFiles.json'
import bookkeeping from '../../resources/locales/en/bookkeeping.json'
import bookProblem from '../../resources/locales/en/bookProblem.json'
import care from '../../resources/locales/en/care.json'
import checkIns from '../../resources/locales/en/checkIns.json'
import codes from '../../resources/locales/en/codes.json'
import debit from '../../resources/locales/en/debit.json'
import differences from '../../resources/locales/en/differences.json'
import dues from '../../resources/locales/en/dues.json'
import errors from '../../resources/locales/en/errors.json'
import exports from '../../resources/locales/en/exports.json'
import firstRun from '../../resources/locales/en/firstRun.json'
import forms from '../../resources/locales/en/forms.json'
import gatherings from '../../resources/locales/en/gatherings.json'
import help from '../../resources/locales/en/help.json'
import history from '../../resources/locales/en/history.json'
import imports from '../../resources/locales/en/imports.json'
import initiatives from '../../resources/locales/en/initiatives.json'
import lifts from '../../resources/locales/en/lifts.json'
import matching from '../../resources/locales/en/matching.json'
import members from '../../resources/locales/en/members.json'
import mutualHelp from '../../resources/locales/en/mutualHelp.json'
import neighbourhoods from '../../resources/locales/en/neighbourhoods.json'
import newcomers from '../../resources/locales/en/newcomers.json'
import organisations from '../../resources/locales/en/organisations.json'
import overview from '../../resources/locales/en/overview.json'
import pairs from '../../resources/locales/en/pairs.json'
import printing from '../../resources/locales/en/printing.json'
import privacy from '../../resources/locales/en/privacy.json'
import reminders from '../../resources/locales/en/reminders.json'
import reports from '../../resources/locales/en/reports.json'
import retention from '../../resources/locales/en/retention.json'
import rights from '../../resources/locales/en/rights.json'
import roles from '../../resources/locales/en/roles.json'
import security from '../../resources/locales/en/security.json'
import series from '../../resources/locales/en/series.json'
import settings from '../../resources/locales/en/settings.json'
import sharing from '../../resources/locales/en/sharing.json'
import subsidies from '../../resources/locales/en/subsidies.json'
import themes from '../../resources/locales/en/themes.json'
import workgroup from '../../resources/locales/en/workgroup.json'
import workingGroup from '../../resources/locales/en/workingGroup.json'
import type { nl } from './nl.ts'

export const en = {
  app,
  bookkeeping,
  bookProblem,
  backups,
  bank,
  bankFiles,
  bookFiles,
  care,
  codes,
  debit,
  differences,
  dues,
  errors,
  exports,
  firstRun,
  gatherings,
  help,
  history,
  imports,
  initiatives,
  overview,
  matching,
  members,
  mutualHelp,
  neighbourhoods,
  newcomers,
  pairs,
  organisations,
  printing,
  privacy,
  reminders,
  reports,
  retention,
  rights,
  roles,
  security,
  series,
  forms,
  themes,
  checkIns,
  subsidies,
  lifts,
  barriers,
  between,
  settings,
  sharing,
  workgroup,
  workingGroup,
} satisfies typeof nl
