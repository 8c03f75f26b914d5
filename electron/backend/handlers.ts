// Every method of the contract and the handler that answers it.
import { contract } from '../../shared/contract/contract.ts'
import type { Area } from '../../shared/contract/method.ts'
import { backupsHandlers } from './backup/backup-handlers.ts'
import { bankHandlers } from './bank/bank-handlers.ts'
import { barriersHandlers } from './barriers/barriers-handlers.ts'
import { bookFilesHandlers } from './book-files/book-files-handlers.ts'
import { bookkeepingHandlers } from './bookkeeping/bookkeeping-handlers.ts'
import { booksHandlers } from './books/book-handlers.ts'
import { careHandlers } from './care/care-handlers.ts'
import type { AppContext, BookContext } from './context.ts'
import { directDebitHandlers } from './direct-debit/direct-debit-handlers.ts'
import type { HandlersOf, Route } from './dispatch.ts'
import { documentsHandlers } from './documents/documents-handlers.ts'
import { duesHandlers } from './dues/dues-handlers.ts'
import { exportsHandlers } from './export/export-handlers.ts'
import { followUpsHandlers } from './follow-ups/follow-ups-handlers.ts'
import { gatheringsHandlers } from './gatherings/gatherings-handlers.ts'
import { historyHandlers } from './history/history-handlers.ts'
import { trashHandlers } from './history/trash-handlers.ts'
import { householdsHandlers } from './households/household-handlers.ts'
import { importsHandlers } from './import/import-handlers.ts'
import { initiativesHandlers } from './initiatives/initiatives-handlers.ts'
import { liftsHandlers } from './lifts/lifts-handlers.ts'
import { membersHandlers } from './members/members-handlers.ts'
import { mutualHelpHandlers } from './mutual-help/mutual-help-handlers.ts'
import { neighbourhoodsHandlers } from './neighbourhoods/neighbourhoods-handlers.ts'
import { newcomersHandlers } from './newcomers/newcomers-handlers.ts'
import { organisationsHandlers } from './organisations/organisations-handlers.ts'
import { overviewHandlers } from './overview/overview-handlers.ts'
import { pairsHandlers } from './pairs/pairs-handlers.ts'
import { preferencesHandlers } from './preferences/preference-handlers.ts'
import { remindersHandlers } from './reminders/reminders-handlers.ts'
import { reportsHandlers } from './reports/reports-handlers.ts'
import { rolesHandlers } from './roles/roles-handlers.ts'
import { sealedPairsHandlers } from './sealed-pairs/sealed-pairs-handlers.ts'
import { sealingHandlers } from './sealing/sealing-handlers.ts'
import { searchHandlers } from './search/search-handlers.ts'
import { seriesHandlers } from './series/series-handlers.ts'
import { shellHandlers } from './shell/shell-handlers.ts'
import { speakersHandlers } from './speakers/speakers-handlers.ts'
import { subsidiesHandlers } from './subsidies/subsidies-handlers.ts'
import { differencesHandlers } from './sync/merge/differences-handlers.ts'
import { syncHandlers } from './sync/sync-handlers.ts'
import { themesHandlers } from './themes/themes-handlers.ts'
import { updatesHandlers } from './updates/update-handlers.ts'
import { workgroupHandlers } from './workgroup/workgroup-handlers.ts'
import { workingGroupHandlers } from './working-group/working-group-handlers.ts'

type Contract = typeof contract
type AppArea = 'bookFiles' | 'books' | 'sync' | 'preferences' | 'shell' | 'updates'

/** Areas that answer also when no book is open. */
const appHandlers: { readonly [A in AppArea]: HandlersOf<Contract[A], AppContext> } = {
  bookFiles: bookFilesHandlers,
  books: booksHandlers,
  preferences: preferencesHandlers,
  shell: shellHandlers,
  sync: syncHandlers,
  updates: updatesHandlers,
}

/** Areas that need an open book. */
const bookHandlers: { readonly [A in Exclude<keyof Contract, AppArea>]: HandlersOf<Contract[A], BookContext> } = {
  backups: backupsHandlers,
  bank: bankHandlers,
  barriers: barriersHandlers,
  bookkeeping: bookkeepingHandlers,
  care: careHandlers,
  differences: differencesHandlers,
  directDebit: directDebitHandlers,
  documents: documentsHandlers,
  dues: duesHandlers,
  followUps: followUpsHandlers,
  gatherings: gatheringsHandlers,
  exports: exportsHandlers,
  history: historyHandlers,
  imports: importsHandlers,
  lifts: liftsHandlers,
  households: householdsHandlers,
  initiatives: initiativesHandlers,
  members: membersHandlers,
  mutualHelp: mutualHelpHandlers,
  neighbourhoods: neighbourhoodsHandlers,
  newcomers: newcomersHandlers,
  pairs: pairsHandlers,
  organisations: organisationsHandlers,
  reminders: remindersHandlers,
  reports: reportsHandlers,
  workgroup: workgroupHandlers,
  roles: rolesHandlers,
  sealedPairs: sealedPairsHandlers,
  sealing: sealingHandlers,
  search: searchHandlers,
  series: seriesHandlers,
  speakers: speakersHandlers,
  subsidies: subsidiesHandlers,
  overview: overviewHandlers,
  themes: themesHandlers,
  trash: trashHandlers,
  workingGroup: workingGroupHandlers,
}

type AnyHandler = (input: unknown, context: unknown) => unknown
// The types above say that each area's handlers fit its contract; by name that is no longer visible.
const handlersByArea = { ...appHandlers, ...bookHandlers } as unknown as Readonly<
  Record<string, Readonly<Record<string, AnyHandler>>>
>

/** The route of `area.method`; undefined when the contract has no such method. */
export function routeTo(name: string, app: AppContext, book: () => BookContext): Route | undefined {
  const [areaName = '', methodName = '', ...rest] = name.split('.')
  if (rest.length > 0 || !Object.hasOwn(contract, areaName)) return undefined
  const area = (contract as Readonly<Record<string, Area>>)[areaName] // by name, which was just looked up
  const method = area && Object.hasOwn(area, methodName) ? area[methodName] : undefined
  if (!method) return undefined
  const handler = handlersByArea[areaName]?.[methodName]
  if (!handler) return undefined
  const needsBook = !Object.hasOwn(appHandlers, areaName)
  return { method, run: async (input) => handler(input, needsBook ? book() : app) }
}
