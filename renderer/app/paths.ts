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
  collections: '/contributie/incasso',
  collection: (id: string) => `/contributie/incasso/${encodeURIComponent(id)}`,
  collectionNotices: (id: string) => `/contributie/incasso/${encodeURIComponent(id)}/aankondiging`,
  mandateForm: (id: string) => `/contributie/machtiging/${encodeURIComponent(id)}`,
  takeIn: '/inlezen',
  history: '/geschiedenis',
  trash: '/prullenbak',
  backups: '/instellingen/reservekopieen',
  security: '/instellingen/beveiliging',
  recoverySheet: '/instellingen/herstelblad',
  settings: '/instellingen',
  help: '/hulp',
} as const
