// An open network of organisations: who offers what where, whose money ends within half a year, who wants to join.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFunding, anOffer, anOrganisation } from '../support/organisations.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { readReport } from '../support/practice-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('network', '2026-09-01')
})
afterEach(() => book.close())

test('three months of a network: what ends soon is seen in time, a request becomes a member, the map is by district', async () => {
  const { api } = book
  const taal = await anOrganisation(api, { name: 'Taalhuis', kind: 'taal', district: 'Noord' })
  const inloop = await anOrganisation(api, { name: 'De Inloop', district: 'Oost' })
  const les = await anOffer(api, taal, { what: 'Taalles' })
  await anOffer(api, taal, { what: 'Taalcafé', district: 'Oost' })
  await anOffer(api, inloop, { what: 'Inloop' })
  await aFunding(api, { organisationId: taal, offerId: les, funder: 'Gemeente', lastDay: '2027-03-15' })
  await aFunding(api, { organisationId: inloop, funder: 'Fonds', amountCents: 250_000, kind: 'structureel' })
  await aFunding(api, { organisationId: null, funder: 'Oud fonds', lastDay: '2026-08-31' })

  // On 1 September half a year ends on 1 March: not yet. Two weeks later it does.
  expect(await api.overview.moduleTasks({})).toEqual([])
  book.setDay('2026-09-15')
  expect(await api.overview.moduleTasks({})).toMatchObject([
    { code: 'fundingEnding', count: 1, names: ['Gemeente'], day: '2027-03-15' },
  ])
  const { rowsOf, facts } = await readReport(book, 'funding', '2026-01-01', '2026-12-31')
  expect(facts).toEqual({ funding_lines: { kind: 'count', n: 2 }, funding_ending: { kind: 'count', n: 1 } })
  expect(rowsOf('funding_ends_soon')[0]?.cells.slice(0, 3)).toEqual([
    { kind: 'text', text: 'Gemeente' },
    { kind: 'text', text: 'Taalhuis' },
    { kind: 'text', text: 'Taalles' },
  ])

  const asked = { what: 'Fietsles', contact: null, askedDay: '2026-10-01' }
  const { id } = await api.organisations.saveJoinRequest({ ...asked, id: null, name: 'Fietsschool', state: 'gevraagd' })
  book.setDay('2026-11-26')
  await api.organisations.saveJoinRequest({ ...asked, id, name: 'Fietsschool', state: 'lid' })
  expect((await api.organisations.list({})).organisations.map(({ name, memberSince }) => [name, memberSince])).toEqual([
    ['De Inloop', null],
    ['Fietsschool', '2026-11-26'],
    ['Taalhuis', null],
  ])
  const map = await readReport(book, 'offers', '2026-01-01', '2026-12-31')
  expect(map.rowsOf('offers_by_district').map(({ cells }) => cells)).toEqual([
    [
      { kind: 'text', text: 'Noord' },
      { kind: 'count', n: 1 },
      { kind: 'count', n: 1 },
    ],
    [
      { kind: 'text', text: 'Oost' },
      { kind: 'count', n: 2 },
      { kind: 'count', n: 2 },
    ],
  ])
})
