// The Dutch words of every other screen, fetched along with the first of those.
import backups from '../../resources/locales/nl/backups.json'
import bank from '../../resources/locales/nl/bank.json'
import bankFiles from '../../resources/locales/nl/bankFiles.json'
import barriers from '../../resources/locales/nl/barriers.json'
import between from '../../resources/locales/nl/between.json'
import bookFiles from '../../resources/locales/nl/bookFiles.json'
import bookkeeping from '../../resources/locales/nl/bookkeeping.json'
import bookProblem from '../../resources/locales/nl/bookProblem.json'
import care from '../../resources/locales/nl/care.json'
import checkIns from '../../resources/locales/nl/checkIns.json'
import codes from '../../resources/locales/nl/codes.json'
import debit from '../../resources/locales/nl/debit.json'
import differences from '../../resources/locales/nl/differences.json'
import dues from '../../resources/locales/nl/dues.json'
import firstRun from '../../resources/locales/nl/firstRun.json'
import forms from '../../resources/locales/nl/forms.json'
import help from '../../resources/locales/nl/help.json'
import imports from '../../resources/locales/nl/imports.json'
import initiatives from '../../resources/locales/nl/initiatives.json'
import lifts from '../../resources/locales/nl/lifts.json'
import matching from '../../resources/locales/nl/matching.json'
import mutualHelp from '../../resources/locales/nl/mutualHelp.json'
import neighbourhoods from '../../resources/locales/nl/neighbourhoods.json'
import newcomers from '../../resources/locales/nl/newcomers.json'
import organisations from '../../resources/locales/nl/organisations.json'
import pairs from '../../resources/locales/nl/pairs.json'
import printing from '../../resources/locales/nl/printing.json'
import privacy from '../../resources/locales/nl/privacy.json'
import reminders from '../../resources/locales/nl/reminders.json'
import reports from '../../resources/locales/nl/reports.json'
import retention from '../../resources/locales/nl/retention.json'
import rights from '../../resources/locales/nl/rights.json'
import roles from '../../resources/locales/nl/roles.json'
import security from '../../resources/locales/nl/security.json'
import settings from '../../resources/locales/nl/settings.json'
import subsidies from '../../resources/locales/nl/subsidies.json'
import themes from '../../resources/locales/nl/themes.json'
import workgroup from '../../resources/locales/nl/workgroup.json'
import workingGroup from '../../resources/locales/nl/workingGroup.json'

export const nlLater = {
  backups,
  bank,
  bankFiles,
  barriers,
  between,
  bookFiles,
  bookProblem,
  bookkeeping,
  care,
  codes,
  debit,
  differences,
  dues,
  firstRun,
  forms,
  help,
  imports,
  initiatives,
  lifts,
  matching,
  mutualHelp,
  neighbourhoods,
  newcomers,
  organisations,
  pairs,
  printing,
  privacy,
  reminders,
  reports,
  retention,
  rights,
  roles,
  security,
  settings,
  subsidies,
  themes,
  checkIns,
  workgroup,
  workingGroup,
}
