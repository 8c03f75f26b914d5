import type { BookApi } from './book-api.ts'

/** An address of every screen of this book, with a record where the screen is of one. */
export async function everyScreen(api: BookApi): Promise<string[]> {
  // What stands behind the lock of care is looked at as well.
  await api.care.unlock({ passphrase: null })
  const { open } = await api.neighbourhoods.list({})
  const { rows } = await api.members.list({
    neighbourhood: null,
    kind: 'lid',
    text: '',
    sort: 'name',
    offset: 0,
    limit: 1,
  })
  const { planned, toRecord, past } = await api.gatherings.list({ year: null, group: null })
  const { organisations } = await api.organisations.list({})
  const { initiatives } = await api.initiatives.list({})
  const { programmes } = await api.pairs.programmes({})
  const [buddies] = programmes
  const pairs = buddies ? (await api.pairs.programme({ id: buddies.id })).running.slice(0, 1) : []
  const counted = past.find(({ counted: way }) => way === 'aantal')
  const gatherings = [planned[0], toRecord[0], past[0], counted]
  const { going } = await api.series.list({})
  return [
    '/',
    '/mensen',
    ...rows.flatMap(({ id }) => [`/mensen/${id}`, `/mensen/${id}/inzage`]),
    '/binnenbuurten',
    ...open.slice(0, 1).map(({ id }) => `/binnenbuurten/${id}`),
    '/bijeenkomsten',
    ...gatherings.flatMap((gathering) => (gathering ? [`/bijeenkomsten/${gathering.id}`] : [])),
    '/aandacht',
    '/aandacht/punten',
    '/aandacht/gesproken',
    '/aandacht/weg',
    '/koppels',
    ...programmes.slice(0, 1).flatMap(({ id }) => [`/koppels/${id}`, `/koppels/${id}/koppelen`]),
    ...pairs.map(({ id }) => `/koppels/koppel/${id}`),
    '/bijeenkomsten/reeksen',
    ...going.slice(0, 1).map(({ id }) => `/bijeenkomsten/reeksen/${id}`),
    '/bijeenkomsten/themas',
    '/bijeenkomsten/hoe-gaat-het',
    '/bijeenkomsten/subsidie',
    '/bijeenkomsten/belemmeringen',
    '/contributie',
    '/contributie/openstaand',
    '/contributie/incasso',
    '/contributie/kas',
    '/contributie/jaar',
    '/contributie/bank',
    '/contributie/toewijzen',
    '/onderling',
    '/nieuwkomers',
    '/afdrukken',
    '/afdrukken/ledenlijst',
    '/afdrukken/brieven',
    '/verslagen',
    '/verslagen/dues-months',
    '/verslagen/werkgroepbestand',
    '/verslagen/groepen',
    '/organisaties',
    ...organisations.slice(0, 1).map(({ id }) => `/organisaties/${id}`),
    '/organisaties/aanbod',
    '/organisaties/geld',
    '/organisaties/aanvragen',
    '/initiatieven',
    ...initiatives.slice(0, 1).map(({ id }) => `/initiatieven/${id}`),
    '/werkgroep',
    '/werkgroep/bijeenkomsten',
    '/werkgroep/ideeen',
    '/werkgroep/netwerk',
    '/inlezen',
    '/geschiedenis',
    '/prullenbak',
    '/instellingen',
    '/instellingen/opruimen',
    '/instellingen/reservekopieen',
    '/instellingen/samen',
    '/instellingen/uitwisselen',
    '/verschillen',
    '/instellingen/overdragen',
    '/instellingen/boekbestand',
    '/instellingen/beveiliging',
    '/instellingen/herstelblad',
    '/instellingen/privacy',
    '/instellingen/privacy/register',
    '/hulp',
    '/hulp/lijst-inlezen',
    '/hulp/toetsen',
    '/hulp/nieuw',
    '/niet-bestaand',
  ]
}
