// Every area of the contract and the handlers that answer it. Each is read when it is first asked for something: a start needs a few
// of them, and making the shapes of all takes longer than opening the book.
import type { Contract } from '../../shared/contract/contract.ts'
import type { AnyArea, Area } from '../../shared/contract/method.ts'
import type { AppContext, BookContext } from './context.ts'
import type { HandlersOf, Route } from './dispatch.ts'
import { seenContext } from './seen-context.ts'

type AppArea = 'bookFiles' | 'books' | 'sync' | 'preferences' | 'shell' | 'updates'
type Reading<A extends AnyArea, Context> = () => Promise<readonly [contract: A, handlers: HandlersOf<A, Context>]>

/** Areas that answer also when no book is open. */
const appAreas: { readonly [A in AppArea]: Reading<Contract[A], AppContext> } = {
  bookFiles: async () => [
    (await import('../../shared/contract/book-files.ts')).bookFiles,
    (await import('./book-files/book-files-handlers.ts')).bookFilesHandlers,
  ],
  books: async () => [
    (await import('../../shared/contract/books.ts')).books,
    (await import('./books/book-handlers.ts')).booksHandlers,
  ],
  preferences: async () => [
    (await import('../../shared/contract/preferences.ts')).preferences,
    (await import('./preferences/preference-handlers.ts')).preferencesHandlers,
  ],
  shell: async () => [
    (await import('../../shared/contract/shell.ts')).shell,
    (await import('./shell/shell-handlers.ts')).shellHandlers,
  ],
  sync: async () => [
    (await import('../../shared/contract/sync.ts')).sync,
    (await import('./sync/sync-handlers.ts')).syncHandlers,
  ],
  updates: async () => [
    (await import('../../shared/contract/updates.ts')).updates,
    (await import('./updates/update-handlers.ts')).updatesHandlers,
  ],
}

/** Areas that need an open book. */
const bookAreas: { readonly [A in Exclude<keyof Contract, AppArea>]: Reading<Contract[A], BookContext> } = {
  backups: async () => [
    (await import('../../shared/contract/backups.ts')).backups,
    (await import('./backup/backup-handlers.ts')).backupsHandlers,
  ],
  bank: async () => [
    (await import('../../shared/contract/bank.ts')).bank,
    (await import('./bank/bank-handlers.ts')).bankHandlers,
  ],
  barriers: async () => [
    (await import('../../shared/contract/barriers.ts')).barriers,
    (await import('./barriers/barriers-handlers.ts')).barriersHandlers,
  ],
  between: async () => [
    (await import('../../shared/contract/between.ts')).between,
    (await import('./between/between-handlers.ts')).betweenHandlers,
  ],
  bookkeeping: async () => [
    (await import('../../shared/contract/bookkeeping.ts')).bookkeeping,
    (await import('./bookkeeping/bookkeeping-handlers.ts')).bookkeepingHandlers,
  ],
  care: async () => [
    (await import('../../shared/contract/care.ts')).care,
    (await import('./care/care-handlers.ts')).careHandlers,
  ],
  differences: async () => [
    (await import('../../shared/contract/differences.ts')).differences,
    (await import('./sync/merge/differences-handlers.ts')).differencesHandlers,
  ],
  directDebit: async () => [
    (await import('../../shared/contract/direct-debit.ts')).directDebit,
    (await import('./direct-debit/direct-debit-handlers.ts')).directDebitHandlers,
  ],
  documents: async () => [
    (await import('../../shared/contract/documents.ts')).documents,
    (await import('./documents/documents-handlers.ts')).documentsHandlers,
  ],
  dues: async () => [
    (await import('../../shared/contract/dues.ts')).dues,
    (await import('./dues/dues-handlers.ts')).duesHandlers,
  ],
  exports: async () => [
    (await import('../../shared/contract/exports.ts')).exports,
    (await import('./export/export-handlers.ts')).exportsHandlers,
  ],
  followUps: async () => [
    (await import('../../shared/contract/follow-ups.ts')).followUps,
    (await import('./follow-ups/follow-ups-handlers.ts')).followUpsHandlers,
  ],
  gatherings: async () => [
    (await import('../../shared/contract/gatherings.ts')).gatherings,
    (await import('./gatherings/gatherings-handlers.ts')).gatheringsHandlers,
  ],
  history: async () => [
    (await import('../../shared/contract/history.ts')).history,
    (await import('./history/history-handlers.ts')).historyHandlers,
  ],
  households: async () => [
    (await import('../../shared/contract/households.ts')).households,
    (await import('./households/household-handlers.ts')).householdsHandlers,
  ],
  imports: async () => [
    (await import('../../shared/contract/imports.ts')).imports,
    (await import('./import/import-handlers.ts')).importsHandlers,
  ],
  initiatives: async () => [
    (await import('../../shared/contract/initiatives.ts')).initiatives,
    (await import('./initiatives/initiatives-handlers.ts')).initiativesHandlers,
  ],
  lifts: async () => [
    (await import('../../shared/contract/lifts.ts')).lifts,
    (await import('./lifts/lifts-handlers.ts')).liftsHandlers,
  ],
  members: async () => [
    (await import('../../shared/contract/members.ts')).members,
    (await import('./members/members-handlers.ts')).membersHandlers,
  ],
  mutualHelp: async () => [
    (await import('../../shared/contract/mutual-help.ts')).mutualHelp,
    (await import('./mutual-help/mutual-help-handlers.ts')).mutualHelpHandlers,
  ],
  neighbourhoods: async () => [
    (await import('../../shared/contract/neighbourhoods.ts')).neighbourhoods,
    (await import('./neighbourhoods/neighbourhoods-handlers.ts')).neighbourhoodsHandlers,
  ],
  newcomers: async () => [
    (await import('../../shared/contract/newcomers.ts')).newcomers,
    (await import('./newcomers/newcomers-handlers.ts')).newcomersHandlers,
  ],
  organisations: async () => [
    (await import('../../shared/contract/organisations.ts')).organisations,
    (await import('./organisations/organisations-handlers.ts')).organisationsHandlers,
  ],
  overview: async () => [
    (await import('../../shared/contract/overview.ts')).overview,
    (await import('./overview/overview-handlers.ts')).overviewHandlers,
  ],
  pairs: async () => [
    (await import('../../shared/contract/pairs.ts')).pairs,
    (await import('./pairs/pairs-handlers.ts')).pairsHandlers,
  ],
  privacy: async () => [
    (await import('../../shared/contract/privacy.ts')).privacy,
    (await import('./privacy/privacy-handlers.ts')).privacyHandlers,
  ],
  reminders: async () => [
    (await import('../../shared/contract/reminders.ts')).reminders,
    (await import('./reminders/reminders-handlers.ts')).remindersHandlers,
  ],
  reports: async () => [
    (await import('../../shared/contract/reports.ts')).reports,
    (await import('./reports/reports-handlers.ts')).reportsHandlers,
  ],
  retention: async () => [
    (await import('../../shared/contract/retention.ts')).retention,
    (await import('./retention/retention-handlers.ts')).retentionHandlers,
  ],
  rights: async () => [
    (await import('../../shared/contract/rights.ts')).rights,
    (await import('./rights/rights-handlers.ts')).rightsHandlers,
  ],
  roles: async () => [
    (await import('../../shared/contract/roles.ts')).roles,
    (await import('./roles/roles-handlers.ts')).rolesHandlers,
  ],
  sealedPairs: async () => [
    (await import('../../shared/contract/sealed-pairs.ts')).sealedPairs,
    (await import('./sealed-pairs/sealed-pairs-handlers.ts')).sealedPairsHandlers,
  ],
  sealing: async () => [
    (await import('../../shared/contract/sealing.ts')).sealing,
    (await import('./sealing/sealing-handlers.ts')).sealingHandlers,
  ],
  search: async () => [
    (await import('../../shared/contract/search.ts')).search,
    (await import('./search/search-handlers.ts')).searchHandlers,
  ],
  series: async () => [
    (await import('../../shared/contract/series.ts')).series,
    (await import('./series/series-handlers.ts')).seriesHandlers,
  ],
  speakers: async () => [
    (await import('../../shared/contract/speakers.ts')).speakers,
    (await import('./speakers/speakers-handlers.ts')).speakersHandlers,
  ],
  subsidies: async () => [
    (await import('../../shared/contract/subsidies.ts')).subsidies,
    (await import('./subsidies/subsidies-handlers.ts')).subsidiesHandlers,
  ],
  checkIns: async () => [
    (await import('../../shared/contract/check-ins.ts')).checkIns,
    (await import('./check-ins/check-ins-handlers.ts')).checkInsHandlers,
  ],
  themes: async () => [
    (await import('../../shared/contract/themes.ts')).themes,
    (await import('./themes/themes-handlers.ts')).themesHandlers,
  ],
  trash: async () => [
    (await import('../../shared/contract/history.ts')).trash,
    (await import('./history/trash-handlers.ts')).trashHandlers,
  ],
  workgroup: async () => [
    (await import('../../shared/contract/workgroup.ts')).workgroup,
    (await import('./workgroup/workgroup-handlers.ts')).workgroupHandlers,
  ],
  workingGroup: async () => [
    (await import('../../shared/contract/working-group.ts')).workingGroup,
    (await import('./working-group/working-group-handlers.ts')).workingGroupHandlers,
  ],
}

type AnyHandler = (input: unknown, context: unknown) => unknown
// The types above say that each area's handlers fit its contract; by name that is no longer visible.
const areas = { ...appAreas, ...bookAreas } as unknown as Readonly<
  Record<string, () => Promise<readonly [Area, Readonly<Record<string, AnyHandler>>]>>
>

/** The route of `area.method`; undefined when the contract has no such method. */
export async function routeTo(name: string, app: AppContext, book: () => BookContext): Promise<Route | undefined> {
  const [areaName = '', methodName = '', ...rest] = name.split('.')
  if (rest.length > 0 || !Object.hasOwn(areas, areaName)) return undefined
  const [area, handlers] = (await areas[areaName]?.()) ?? []
  const method = area && Object.hasOwn(area, methodName) ? area[methodName] : undefined
  const handler = handlers?.[methodName]
  if (!method || !handler) return undefined
  const needsBook = !Object.hasOwn(appAreas, areaName)
  if (!needsBook) return { method, run: async (input) => ({ value: await handler(input, app) }) }
  return {
    method,
    run: async (input, seen) => {
      const context = book()
      // Before anything is read: what is heard meanwhile may be in the answer or not.
      const heard = await context.sharing.heardUpTo()
      return { value: await handler(input, seenContext(context, seen)), seen: heard }
    },
  }
}
