// Which screen stands at which address. The two that a day begins with are there at once; every other is its own script, fetched
// when it is first opened.
import type { ComponentType } from 'react'
import { type Later, later } from '../components/later.tsx'
import { LoadingState } from '../components/States.tsx'
import { fetchRestOfWords } from '../i18n/start-i18n.ts'
import { MembersScreen } from '../screens/members/MembersScreen.tsx'
import { OverviewScreen } from '../screens/overview/OverviewScreen.tsx'

export interface AppRoute {
  /** Pattern with `:name` for the part that is different per record. */
  readonly path: string
  readonly Screen: Later<object>
}

/** A screen that is fetched when it is first shown, with the words that did not come with the window. */
function screen(fetch: () => Promise<ComponentType>): Later<object> {
  return later(async () => (await Promise.all([fetch(), fetchRestOfWords()]))[0], <LoadingState />)
}

/** A screen that comes with the window itself. */
function atHand(Screen: ComponentType): Later<object> {
  const Shown = () => <Screen />
  return Object.assign(Shown, { load: async () => Screen })
}

/** Fetches the script of the screen at this address, so that it is there when the first answers are. */
export async function prepareScreen(address: string): Promise<void> {
  const parts = address.split('/')
  const isAt = ({ path }: AppRoute) => {
    const pattern = path.split('/')
    return pattern.length === parts.length && pattern.every((part, at) => part.startsWith(':') || part === parts[at])
  }
  // When it fails, showing the screen says so.
  await routes
    .find(isAt)
    ?.Screen.load()
    .catch(() => undefined)
}

export const routes: readonly AppRoute[] = [
  { path: '/contributie', Screen: screen(async () => (await import('../screens/dues/DuesScreen.tsx')).DuesScreen) },
  {
    path: '/contributie/incasso',
    Screen: screen(async () => (await import('../screens/direct-debit/CollectionsScreen.tsx')).CollectionsScreen),
  },
  {
    path: '/contributie/incasso/:id',
    Screen: screen(async () => (await import('../screens/direct-debit/CollectionScreen.tsx')).CollectionScreen),
  },
  {
    path: '/contributie/incasso/:id/aankondiging',
    Screen: screen(async () => (await import('../screens/direct-debit/NoticesScreen.tsx')).NoticesScreen),
  },
  {
    path: '/contributie/machtiging/:id',
    Screen: screen(async () => (await import('../screens/direct-debit/MandateFormScreen.tsx')).MandateFormScreen),
  },
  {
    path: '/contributie/kas',
    Screen: screen(async () => (await import('../screens/bookkeeping/CashScreen.tsx')).CashScreen),
  },
  {
    path: '/contributie/jaar',
    Screen: screen(async () => (await import('../screens/bookkeeping/YearScreen.tsx')).YearScreen),
  },
  {
    path: '/contributie/openstaand',
    Screen: screen(async () => (await import('../screens/open-dues/OpenDuesScreen.tsx')).OpenDuesScreen),
  },
  { path: '/', Screen: atHand(OverviewScreen) },
  { path: '/mensen', Screen: atHand(MembersScreen) },
  {
    path: '/mensen/:id',
    Screen: screen(async () => (await import('../screens/members/PersonScreen.tsx')).PersonScreen),
  },
  {
    path: '/mensen/:id/inzage',
    Screen: screen(async () => (await import('../screens/rights/AccessScreen.tsx')).AccessScreen),
  },
  {
    path: '/binnenbuurten',
    Screen: screen(
      async () => (await import('../screens/neighbourhoods/NeighbourhoodsScreen.tsx')).NeighbourhoodsScreen,
    ),
  },
  {
    path: '/binnenbuurten/:id',
    Screen: screen(async () => (await import('../screens/neighbourhoods/NeighbourhoodScreen.tsx')).NeighbourhoodScreen),
  },
  {
    path: '/bijeenkomsten',
    Screen: screen(async () => (await import('../screens/gatherings/GatheringsScreen.tsx')).GatheringsScreen),
  },
  // Before the one with an id, which would take their last word for one.
  {
    path: '/bijeenkomsten/reeksen',
    Screen: screen(async () => (await import('../screens/series/SeriesScreen.tsx')).SeriesScreen),
  },
  {
    path: '/bijeenkomsten/reeksen/:id',
    Screen: screen(async () => (await import('../screens/series/OneSeriesScreen.tsx')).OneSeriesScreen),
  },
  {
    path: '/bijeenkomsten/themas',
    Screen: screen(async () => (await import('../screens/themes/ThemesScreen.tsx')).ThemesScreen),
  },
  {
    path: '/bijeenkomsten/hoe-gaat-het',
    Screen: screen(async () => (await import('../screens/check-ins/CheckInsScreen.tsx')).CheckInsScreen),
  },
  {
    path: '/bijeenkomsten/subsidie',
    Screen: screen(async () => (await import('../screens/subsidies/SubsidiesScreen.tsx')).SubsidiesScreen),
  },
  {
    path: '/bijeenkomsten/belemmeringen',
    Screen: screen(async () => (await import('../screens/barriers/BarriersScreen.tsx')).BarriersScreen),
  },
  {
    path: '/bijeenkomsten/:id',
    Screen: screen(async () => (await import('../screens/gatherings/GatheringScreen.tsx')).GatheringScreen),
  },
  {
    path: '/contributie/bank',
    Screen: screen(async () => (await import('../screens/bank/BankScreen.tsx')).BankScreen),
  },
  {
    path: '/contributie/toewijzen',
    Screen: screen(async () => (await import('../screens/bank/AssignScreen.tsx')).AssignScreen),
  },
  { path: '/koppels', Screen: screen(async () => (await import('../screens/pairs/PairsScreen.tsx')).PairsScreen) },
  {
    path: '/koppels/:id',
    Screen: screen(async () => (await import('../screens/pairs/ProgrammeScreen.tsx')).ProgrammeScreen),
  },
  {
    path: '/koppels/koppel/:id',
    Screen: screen(async () => (await import('../screens/pairs/PairScreen.tsx')).PairScreen),
  },
  {
    path: '/koppels/gesloten/:id',
    Screen: screen(async () => (await import('../screens/pairs/SealedScreen.tsx')).SealedScreen),
  },
  {
    path: '/koppels/:id/koppelen',
    Screen: screen(async () => (await import('../screens/pairs/MatchScreen.tsx')).MatchScreen),
  },
  {
    path: '/geschiedenis',
    Screen: screen(async () => (await import('../screens/history/HistoryScreen.tsx')).HistoryScreen),
  },
  { path: '/aandacht', Screen: screen(async () => (await import('../screens/care/WeekScreen.tsx')).WeekScreen) },
  {
    path: '/aandacht/punten',
    Screen: screen(async () => (await import('../screens/care/SignalsScreen.tsx')).SignalsScreen),
  },
  {
    path: '/aandacht/gesproken',
    Screen: screen(async () => (await import('../screens/care/NotSpokenScreen.tsx')).NotSpokenScreen),
  },
  { path: '/aandacht/weg', Screen: screen(async () => (await import('../screens/care/AwayScreen.tsx')).AwayScreen) },
  { path: '/prullenbak', Screen: screen(async () => (await import('../screens/history/TrashScreen.tsx')).TrashScreen) },
  {
    path: '/onderling',
    Screen: screen(async () => (await import('../screens/helping/HelpingScreen.tsx')).HelpingScreen),
  },
  {
    path: '/nieuwkomers',
    Screen: screen(async () => (await import('../screens/newcomers/NewcomersScreen.tsx')).NewcomersScreen),
  },
  {
    path: '/organisaties',
    Screen: screen(async () => (await import('../screens/organisations/OrganisationsScreen.tsx')).OrganisationsScreen),
  },
  {
    path: '/organisaties/aanbod',
    Screen: screen(async () => (await import('../screens/organisations/OffersScreen.tsx')).OffersScreen),
  },
  {
    path: '/organisaties/geld',
    Screen: screen(async () => (await import('../screens/organisations/FundingScreen.tsx')).FundingScreen),
  },
  {
    path: '/organisaties/aanvragen',
    Screen: screen(async () => (await import('../screens/organisations/JoinRequestsScreen.tsx')).JoinRequestsScreen),
  },
  {
    path: '/organisaties/:id',
    Screen: screen(async () => (await import('../screens/organisations/OrganisationScreen.tsx')).OrganisationScreen),
  },
  {
    path: '/initiatieven',
    Screen: screen(async () => (await import('../screens/initiatives/InitiativesScreen.tsx')).InitiativesScreen),
  },
  {
    path: '/initiatieven/:id',
    Screen: screen(async () => (await import('../screens/initiatives/InitiativeScreen.tsx')).InitiativeScreen),
  },
  {
    path: '/werkgroep',
    Screen: screen(async () => (await import('../screens/working-group/LeadersScreen.tsx')).LeadersScreen),
  },
  {
    path: '/werkgroep/bijeenkomsten',
    Screen: screen(async () => (await import('../screens/working-group/MeetingsScreen.tsx')).MeetingsScreen),
  },
  {
    path: '/werkgroep/ideeen',
    Screen: screen(async () => (await import('../screens/working-group/IdeasScreen.tsx')).IdeasScreen),
  },
  {
    path: '/werkgroep/netwerk',
    Screen: screen(async () => (await import('../screens/working-group/PointsScreen.tsx')).PointsScreen),
  },
  {
    path: '/afdrukken',
    Screen: screen(async () => (await import('../screens/printing/PrintingScreen.tsx')).PrintingScreen),
  },
  {
    path: '/afdrukken/:document',
    Screen: screen(async () => (await import('../screens/printing/PaperScreen.tsx')).PaperScreen),
  },
  {
    path: '/verslagen',
    Screen: screen(async () => (await import('../screens/reports/ReportsScreen.tsx')).ReportsScreen),
  },
  {
    path: '/verslagen/werkgroepbestand',
    Screen: screen(async () => (await import('../screens/workgroup/MakeFileScreen.tsx')).MakeFileScreen),
  },
  {
    path: '/verslagen/groepen',
    Screen: screen(async () => (await import('../screens/workgroup/GroupsScreen.tsx')).GroupsScreen),
  },
  {
    path: '/verslagen/:name',
    Screen: screen(async () => (await import('../screens/reports/ReportScreen.tsx')).ReportScreen),
  },
  {
    path: '/inlezen',
    Screen: screen(async () => (await import('../screens/import/ImportScreen.tsx')).ImportScreen),
  },
  {
    path: '/instellingen',
    Screen: screen(async () => (await import('../screens/settings/SettingsScreen.tsx')).SettingsScreen),
  },
  {
    path: '/instellingen/opruimen',
    Screen: screen(async () => (await import('../screens/retention/RetentionScreen.tsx')).RetentionScreen),
  },
  {
    path: '/instellingen/reservekopieen',
    Screen: screen(async () => (await import('../screens/backups/BackupsScreen.tsx')).BackupsScreen),
  },
  {
    path: '/instellingen/samen',
    Screen: screen(async () => (await import('../screens/sharing/SharingScreen.tsx')).SharingScreen),
  },
  {
    path: '/instellingen/uitwisselen',
    Screen: screen(async () => (await import('../screens/between/BetweenScreen.tsx')).BetweenScreen),
  },
  {
    path: '/instellingen/uitwisselen/leden/:id',
    Screen: screen(async () => (await import('../screens/between/MakeMembersScreen.tsx')).MakeMembersScreen),
  },
  {
    path: '/instellingen/uitwisselen/contributie/:id',
    Screen: screen(async () => (await import('../screens/between/MakeStandingScreen.tsx')).MakeStandingScreen),
  },
  {
    path: '/instellingen/uitwisselen/bestand/:id',
    Screen: screen(async () => (await import('../screens/between/FileScreen.tsx')).FileScreen),
  },
  {
    path: '/verschillen',
    Screen: screen(async () => (await import('../screens/differences/DifferencesScreen.tsx')).DifferencesScreen),
  },
  {
    path: '/instellingen/overdragen',
    Screen: screen(async () => (await import('../screens/book-files/HandOverScreen.tsx')).HandOverScreen),
  },
  {
    path: '/instellingen/boekbestand',
    Screen: screen(async () => (await import('../screens/book-files/OpenFileScreen.tsx')).OpenFileScreen),
  },
  {
    path: '/instellingen/beveiliging',
    Screen: screen(async () => (await import('../screens/security/SecurityScreen.tsx')).SecurityScreen),
  },
  {
    path: '/instellingen/privacy',
    Screen: screen(async () => (await import('../screens/privacy/PrivacyScreen.tsx')).PrivacyScreen),
  },
  ...['/instellingen/privacy/:kind', '/instellingen/privacy/:kind/:id'].map((path) => ({
    path,
    Screen: screen(async () => (await import('../screens/privacy/PrivacyPaperScreen.tsx')).PrivacyPaperScreen),
  })),
  {
    path: '/instellingen/herstelblad',
    Screen: screen(async () => (await import('../screens/security/SheetScreen.tsx')).SheetScreen),
  },
  { path: '/hulp', Screen: screen(async () => (await import('../screens/help/HelpScreen.tsx')).HelpScreen) },
  { path: '/hulp/toetsen', Screen: screen(async () => (await import('../screens/help/KeysScreen.tsx')).KeysScreen) },
  { path: '/hulp/nieuw', Screen: screen(async () => (await import('../screens/help/NewsScreen.tsx')).NewsScreen) },
  {
    path: '/hulp/:slug',
    Screen: screen(async () => (await import('../screens/help/HelpPageScreen.tsx')).HelpPageScreen),
  },
]
