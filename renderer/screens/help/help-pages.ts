// The pages of help: what each is about, where it is listed, and the screens it belongs to. Their words are in helpPages.json.
import { type BookPart, type KeptByBook, keepsOneOf } from '../../../shared/domain/modules.ts'
import type { HelpCode } from '../../i18n/help-words.ts'
import type { DrawingName } from './Drawing.tsx'

export const helpGroups = ['begin', 'people', 'dues', 'gatherings', 'together', 'whole', 'safe'] as const
export type HelpGroup = (typeof helpGroups)[number]

export interface HelpPage {
  readonly code: HelpCode
  /** The last part of its address. */
  readonly slug: string
  readonly group: HelpGroup
  /** One drawing for each word of its picture. */
  readonly drawings: readonly [DrawingName, ...DrawingName[]]
  /**
   * The addresses that it explains, with what is under them unless another page names that more exactly. `/mensen/*` is only what
   * is under it. The first one without a star is where the page leads to.
   */
  readonly screens: readonly string[]
  /** Listed only in a book that keeps one of these; `dues` is no module but a choice of its own. */
  readonly needs?: readonly BookPart[]
  readonly also?: readonly HelpCode[]
}

export const helpPages: readonly HelpPage[] = [
  {
    code: 'overview',
    slug: 'overzicht',
    group: 'begin',
    drawings: ['attention', 'hand', 'done'],
    screens: ['/'],
  },
  {
    code: 'takeIn',
    slug: 'lijst-inlezen',
    group: 'begin',
    drawings: ['list', 'look', 'book'],
    screens: ['/inlezen'],
    also: ['people', 'undo'],
  },
  {
    code: 'settings',
    slug: 'instellingen',
    group: 'begin',
    drawings: ['letters', 'choices', 'name'],
    screens: ['/instellingen'],
    also: ['lock', 'copies'],
  },
  {
    code: 'undo',
    slug: 'ongedaan-maken',
    group: 'begin',
    drawings: ['mistake', 'back', 'done'],
    screens: ['/geschiedenis', '/prullenbak'],
    also: ['trouble'],
  },
  {
    code: 'trouble',
    slug: 'als-er-iets-misgaat',
    group: 'begin',
    drawings: ['mistake', 'look', 'book'],
    screens: [],
    also: ['undo', 'copies', 'lock'],
  },
  {
    code: 'people',
    slug: 'mensen',
    group: 'people',
    drawings: ['look', 'choices', 'print'],
    screens: ['/mensen'],
    also: ['joins', 'person'],
  },
  {
    code: 'printing',
    slug: 'afdrukken',
    group: 'people',
    drawings: ['choices', 'look', 'print'],
    screens: ['/afdrukken'],
    also: ['people'],
  },
  {
    code: 'joins',
    slug: 'iemand-komt-erbij',
    group: 'people',
    drawings: ['person', 'look', 'list'],
    screens: [],
    also: ['takeIn', 'person'],
  },
  {
    code: 'person',
    slug: 'een-persoon',
    group: 'people',
    drawings: ['person', 'pen', 'history'],
    screens: ['/mensen/*'],
    also: ['moves', 'leaves'],
  },
  {
    code: 'moves',
    slug: 'verhuizen',
    group: 'people',
    drawings: ['house', 'calendar', 'houseWithPerson'],
    screens: [],
    also: ['leaves', 'person'],
  },
  {
    code: 'leaves',
    slug: 'stoppen-of-overlijden',
    group: 'people',
    drawings: ['person', 'calendar', 'book'],
    screens: [],
    also: ['moves', 'undo'],
  },
  {
    code: 'roles',
    slug: 'functies',
    group: 'people',
    drawings: ['chairs', 'person', 'calendar'],
    screens: ['/binnenbuurten'],
  },
  {
    code: 'dues',
    slug: 'contributie',
    group: 'dues',
    drawings: ['pen', 'coin', 'done'],
    screens: ['/contributie'],
    needs: ['dues'],
    also: ['bank', 'reminders'],
  },
  {
    code: 'bank',
    slug: 'bankbestand',
    group: 'dues',
    drawings: ['bankPage', 'look', 'personPaid'],
    screens: ['/contributie/bank', '/contributie/toewijzen'],
    needs: ['dues'],
    also: ['dues', 'lock'],
  },
  {
    code: 'reminders',
    slug: 'brieven',
    group: 'dues',
    drawings: ['list', 'letter', 'done'],
    screens: ['/contributie/openstaand'],
    needs: ['dues'],
    also: ['bank', 'dues'],
  },
  {
    code: 'directDebit',
    slug: 'incasso',
    group: 'dues',
    drawings: ['pen', 'letter', 'bankPage'],
    screens: ['/contributie/incasso', '/contributie/machtiging'],
    needs: ['dues'],
    also: ['bank'],
  },
  {
    code: 'cash',
    slug: 'kas',
    group: 'dues',
    drawings: ['coin', 'receipt', 'counting'],
    screens: ['/contributie/kas'],
    needs: ['dues'],
    also: ['year'],
  },
  {
    code: 'year',
    slug: 'jaar',
    group: 'dues',
    drawings: ['chart', 'folder', 'lock'],
    screens: ['/contributie/jaar'],
    needs: ['dues'],
    also: ['cash'],
  },
  {
    code: 'plan',
    slug: 'bijeenkomst-plannen',
    group: 'gatherings',
    drawings: ['calendar', 'letter', 'people'],
    screens: ['/bijeenkomsten'],
    also: ['writeUp', 'absent'],
  },
  {
    code: 'writeUp',
    slug: 'wie-was-er',
    group: 'gatherings',
    drawings: ['ticks', 'chair', 'done'],
    screens: ['/bijeenkomsten/*'],
    also: ['absent', 'plan'],
  },
  {
    code: 'absent',
    slug: 'wie-was-er-niet',
    group: 'gatherings',
    drawings: ['chair', 'question', 'phone'],
    screens: [],
    also: ['writeUp'],
  },
  {
    code: 'series',
    slug: 'reeksen',
    group: 'gatherings',
    drawings: ['calendar', 'counting', 'chart'],
    screens: ['/bijeenkomsten/reeksen'],
    needs: ['series'],
    also: ['plan'],
  },
  {
    code: 'themes',
    slug: 'themas',
    group: 'gatherings',
    drawings: ['question', 'calendar', 'done'],
    screens: ['/bijeenkomsten/themas'],
    needs: ['forms'],
  },
  {
    code: 'checkIns',
    slug: 'hoe-gaat-het',
    group: 'gatherings',
    drawings: ['person', 'question', 'chart'],
    screens: ['/bijeenkomsten/hoe-gaat-het'],
    needs: ['checkins'],
  },
  {
    code: 'lifts',
    slug: 'vervoer',
    group: 'gatherings',
    drawings: ['car', 'person', 'people'],
    screens: [],
    needs: ['lifts'],
  },
  {
    code: 'barriers',
    slug: 'wat-houdt-mensen-tegen',
    group: 'gatherings',
    drawings: ['stairs', 'hand', 'chart'],
    screens: ['/bijeenkomsten/belemmeringen'],
    needs: ['barriers'],
  },
  {
    code: 'subsidy',
    slug: 'subsidie',
    group: 'gatherings',
    drawings: ['coin', 'receipt', 'letter'],
    screens: ['/bijeenkomsten/subsidie'],
    needs: ['subsidy'],
  },
  {
    code: 'care',
    slug: 'aandacht',
    group: 'together',
    drawings: ['lock', 'person', 'calendar'],
    screens: ['/aandacht'],
    needs: ['care'],
    also: ['absent', 'lock'],
  },
  {
    code: 'help',
    slug: 'elkaar-helpen',
    group: 'together',
    drawings: ['basket', 'question', 'done'],
    screens: ['/onderling'],
    needs: ['help'],
  },
  {
    code: 'pairs',
    slug: 'koppels',
    group: 'together',
    drawings: ['person', 'overlap', 'people'],
    screens: ['/koppels'],
    needs: ['pairs'],
    also: ['sealedPairs'],
  },
  {
    code: 'sealedPairs',
    slug: 'besloten-koppels',
    group: 'together',
    drawings: ['key', 'name', 'lock'],
    screens: ['/koppels/gesloten/*'],
    needs: ['pairs'],
    also: ['pairs'],
  },
  {
    code: 'newcomers',
    slug: 'nieuwkomers',
    group: 'together',
    drawings: ['house', 'question', 'houseWithPerson'],
    screens: ['/nieuwkomers'],
    needs: ['newcomers'],
  },
  {
    code: 'organisations',
    slug: 'organisaties',
    group: 'together',
    drawings: ['building', 'list', 'coin'],
    screens: ['/organisaties'],
    needs: ['organisations'],
  },
  {
    code: 'initiatives',
    slug: 'initiatieven',
    group: 'together',
    drawings: ['flag', 'stairs', 'chart'],
    screens: ['/initiatieven'],
    needs: ['initiatives'],
  },
  {
    code: 'workingGroup',
    slug: 'werkgroep',
    group: 'whole',
    drawings: ['people', 'idea', 'question'],
    screens: ['/werkgroep'],
    needs: ['leaders', 'ideas'],
    also: ['workgroupFile'],
  },
  {
    code: 'reports',
    slug: 'verslagen',
    group: 'whole',
    drawings: ['chart', 'fewer', 'print'],
    screens: ['/verslagen'],
    also: ['workgroupFile'],
  },
  {
    code: 'workgroupFile',
    slug: 'werkgroepbestand',
    group: 'whole',
    drawings: ['counting', 'letter', 'screen'],
    screens: ['/verslagen/werkgroepbestand', '/verslagen/groepen'],
    also: ['reports'],
  },
  {
    code: 'sharing',
    slug: 'samen-bijhouden',
    group: 'safe',
    drawings: ['folder', 'phone', 'book'],
    screens: ['/instellingen/samen'],
    also: ['differences', 'lock'],
  },
  {
    code: 'differences',
    slug: 'verschillen',
    group: 'safe',
    drawings: ['twoPages', 'look', 'done'],
    screens: ['/verschillen'],
    also: ['sharing'],
  },
  {
    code: 'exchange',
    slug: 'uitwisselen',
    group: 'safe',
    drawings: ['name', 'letter', 'look'],
    screens: ['/instellingen/uitwisselen'],
    also: ['sharing'],
  },
  {
    code: 'copies',
    slug: 'kopieen',
    group: 'safe',
    drawings: ['twoPages', 'stick', 'back'],
    screens: ['/instellingen/reservekopieen', '/instellingen/boekbestand'],
    also: ['lock', 'trouble'],
  },
  {
    code: 'lock',
    slug: 'slot-en-herstelblad',
    group: 'safe',
    drawings: ['lock', 'key', 'box'],
    screens: ['/instellingen/beveiliging', '/instellingen/herstelblad'],
    also: ['copies'],
  },
  {
    code: 'handOver',
    slug: 'overdragen',
    group: 'safe',
    drawings: ['stick', 'phone', 'personWithBook'],
    screens: ['/instellingen/overdragen'],
    also: ['sharing', 'copies'],
  },
  {
    code: 'retention',
    slug: 'opruimen',
    group: 'safe',
    drawings: ['person', 'choices', 'history'],
    screens: ['/instellingen/opruimen'],
    also: ['leaves', 'undo'],
  },
  {
    code: 'rights',
    slug: 'rechten',
    group: 'safe',
    drawings: ['question', 'look', 'done'],
    screens: ['/instellingen/privacy'],
    also: ['leaves', 'retention'],
  },
]

export const helpPageOf = (code: HelpCode): HelpPage | undefined => helpPages.find((page) => page.code === code)

/** The page that explains the screen at this address: the one that names it most exactly. */
export function helpPageAt(address: string): HelpPage | undefined {
  const named = helpPages.flatMap((page) => page.screens.map((screen) => ({ page, screen })))
  const fitting = named.filter(({ screen }) => explains(screen, address))
  return fitting.sort((a, b) => b.screen.length - a.screen.length)[0]?.page
}

function explains(screen: string, address: string): boolean {
  if (screen.endsWith('/*')) return address.startsWith(screen.slice(0, -1)) && address.length > screen.length - 1
  return address === screen || (screen !== '/' && address.startsWith(`${screen}/`))
}

/** What is off in this book is not listed. */
export function isListed({ needs }: HelpPage, book: KeptByBook): boolean {
  return keepsOneOf(needs ?? [], book)
}
