// The addresses of all screens. Screens link by these, never by a text of their own.

export const paths = {
  overview: '/',
  people: '/mensen',
  person: (id: string) => `/mensen/${encodeURIComponent(id)}`,
  neighbourhoods: '/binnenbuurten',
  neighbourhood: (id: string) => `/binnenbuurten/${encodeURIComponent(id)}`,
  gatherings: '/bijeenkomsten',
  gathering: (id: string) => `/bijeenkomsten/${encodeURIComponent(id)}`,
  dues: '/contributie',
  takeIn: '/inlezen',
  history: '/geschiedenis',
  trash: '/prullenbak',
  backups: '/instellingen/reservekopieen',
  security: '/instellingen/beveiliging',
  recoverySheet: '/instellingen/herstelblad',
  settings: '/instellingen',
  help: '/hulp',
} as const
