// The whole API on one page.
import { backups } from './backups.ts'
import { bank } from './bank.ts'
import { barriers } from './barriers.ts'
import { between } from './between.ts'
import { bookFiles } from './book-files.ts'
import { bookkeeping } from './bookkeeping.ts'
import { books } from './books.ts'
import { care } from './care.ts'
import { checkIns } from './check-ins.ts'
import { differences } from './differences.ts'
import { directDebit } from './direct-debit.ts'
import { documents } from './documents.ts'
import { dues } from './dues.ts'
import { exports } from './exports.ts'
import { followUps } from './follow-ups.ts'
import { gatherings } from './gatherings.ts'
import { history, trash } from './history.ts'
import { households } from './households.ts'
import { imports } from './imports.ts'
import { initiatives } from './initiatives.ts'
import { lifts } from './lifts.ts'
import { members } from './members.ts'
import { mutualHelp } from './mutual-help.ts'
import { neighbourhoods } from './neighbourhoods.ts'
import { newcomers } from './newcomers.ts'
import { organisations } from './organisations.ts'
import { overview } from './overview.ts'
import { pairs } from './pairs.ts'
import { preferences } from './preferences.ts'
import { privacy } from './privacy.ts'
import { reminders } from './reminders.ts'
import { reports } from './reports.ts'
import { retention } from './retention.ts'
import { rights } from './rights.ts'
import { roles } from './roles.ts'
import { sealedPairs } from './sealed-pairs.ts'
import { sealing } from './sealing.ts'
import { search } from './search.ts'
import { series } from './series.ts'
import { shell } from './shell.ts'
import { speakers } from './speakers.ts'
import { subsidies } from './subsidies.ts'
import { sync } from './sync.ts'
import { themes } from './themes.ts'
import { updates } from './updates.ts'
import { workgroup } from './workgroup.ts'
import { workingGroup } from './working-group.ts'

export const contract = {
  backups,
  bank,
  barriers,
  between,
  bookFiles,
  bookkeeping,
  books,
  care,
  differences,
  directDebit,
  documents,
  dues,
  followUps,
  gatherings,
  exports,
  history,
  imports,
  households,
  lifts,
  initiatives,
  members,
  mutualHelp,
  neighbourhoods,
  newcomers,
  organisations,
  overview,
  pairs,
  preferences,
  privacy,
  reminders,
  reports,
  retention,
  rights,
  roles,
  sealedPairs,
  sealing,
  search,
  series,
  speakers,
  subsidies,
  shell,
  sync,
  themes,
  checkIns,
  trash,
  updates,
  workgroup,
  workingGroup,
}

export type Contract = typeof contract
