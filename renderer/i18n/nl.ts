// All Dutch words, one file per area. Dutch is the source: its keys are the keys every language must have.
import app from '../../resources/locales/nl/app.json'
import backups from '../../resources/locales/nl/backups.json'
import bank from '../../resources/locales/nl/bank.json'
import bankFiles from '../../resources/locales/nl/bankFiles.json'
import barriers from '../../resources/locales/nl/barriers.json'
import bookFiles from '../../resources/locales/nl/bookFiles.json'
import bookkeeping from '../../resources/locales/nl/bookkeeping.json'
import bookProblem from '../../resources/locales/nl/bookProblem.json'
import care from '../../resources/locales/nl/care.json'
import codes from '../../resources/locales/nl/codes.json'
import debit from '../../resources/locales/nl/debit.json'
import differences from '../../resources/locales/nl/differences.json'
import dues from '../../resources/locales/nl/dues.json'
import errors from '../../resources/locales/nl/errors.json'
import exports from '../../resources/locales/nl/exports.json'
import firstRun from '../../resources/locales/nl/firstRun.json'
import forms from '../../resources/locales/nl/forms.json'
import gatherings from '../../resources/locales/nl/gatherings.json'
import help from '../../resources/locales/nl/help.json'
import history from '../../resources/locales/nl/history.json'
import imports from '../../resources/locales/nl/imports.json'
import initiatives from '../../resources/locales/nl/initiatives.json'
import lifts from '../../resources/locales/nl/lifts.json'
import matching from '../../resources/locales/nl/matching.json'
import members from '../../resources/locales/nl/members.json'
import mutualHelp from '../../resources/locales/nl/mutualHelp.json'
import neighbourhoods from '../../resources/locales/nl/neighbourhoods.json'
import newcomers from '../../resources/locales/nl/newcomers.json'
import organisations from '../../resources/locales/nl/organisations.json'
import overview from '../../resources/locales/nl/overview.json'
import pairs from '../../resources/locales/nl/pairs.json'
import reminders from '../../resources/locales/nl/reminders.json'
import reports from '../../resources/locales/nl/reports.json'
import roles from '../../resources/locales/nl/roles.json'
import security from '../../resources/locales/nl/security.json'
import series from '../../resources/locales/nl/series.json'
import settings from '../../resources/locales/nl/settings.json'
import sharing from '../../resources/locales/nl/sharing.json'
import subsidies from '../../resources/locales/nl/subsidies.json'
import themes from '../../resources/locales/nl/themes.json'
import workgroup from '../../resources/locales/nl/workgroup.json'
import workingGroup from '../../resources/locales/nl/workingGroup.json'

export const nl = {
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
  reminders,
  reports,
  roles,
  security,
  series,
  forms,
  themes,
  subsidies,
  lifts,
  barriers,
  settings,
  sharing,
  workgroup,
  workingGroup,
}
