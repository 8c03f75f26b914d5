// The addresses of the screens, for the menu and for serving the page when a window is loaded again on one of them.

export const screens = {
  overview: '/',
  people: '/mensen',
  neighbourhoods: '/binnenbuurten',
  dues: '/contributie',
  gatherings: '/bijeenkomsten',
  import: '/inlezen',
  history: '/geschiedenis',
  differences: '/verschillen',
  trash: '/prullenbak',
  backups: '/instellingen/reservekopieen',
  settings: '/instellingen',
  help: '/hulp',
} as const

/** Screens that the menu has not: of what a book may keep or not, so that the menu is the same in every book, and of paper. */
const besideTheMenu = [
  '/afdrukken',
  '/aandacht',
  '/onderling',
  '/koppels',
  '/nieuwkomers',
  '/organisaties',
  '/initiatieven',
  '/werkgroep',
  '/verslagen',
]

const addresses: readonly string[] = [...Object.values(screens), ...besideTheMenu]

/** A screen's own address, or with one or two words or ids behind it: `/mensen/3f2a`, `/koppels/koppel/3f2a`. */
export function isScreen(pathname: string): boolean {
  if (addresses.includes(pathname)) return true
  const [, screen] = /^(\/[a-z]+)(?:\/[a-z0-9-]+){1,3}$/.exec(pathname) ?? []
  return screen !== undefined && addresses.includes(screen)
}
