// Culture connectors: people with a role at an organisation, paid or as a volunteer, in the languages they speak.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anOrganisation } from '../support/organisations.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { readReport, somebody } from '../support/practice-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('connectors', '2026-09-01')
})
afterEach(() => book.close())

const connect = (personId: string, organisationId: string | null, values: object = {}) =>
  book.api.roles.assign({
    ...{ role: 'cultuurverbinder', neighbourhoodId: null, organisationId, side: null, personId },
    ...{ from: '2026-09-01', plannedEnd: null, paid: true, languages: 'Tigrinya, Nederlands' },
    ...values,
  })

test('somebody connects at two organisations for three months; each says how and in which languages', async () => {
  const { api } = book
  const gemeente = await anOrganisation(api, { name: 'Gemeente', kind: 'gemeente' })
  const school = await anOrganisation(api, { name: 'School', kind: 'school' })
  const selam = await somebody(book, 'Selam Tesfay')
  const { id: termId } = await connect(selam, gemeente)
  await connect(selam, school, { paid: false, languages: 'Tigrinya' })
  await expect(connect(selam, school)).rejects.toMatchObject({ code: 'alreadyInRole' })
  await expect(connect(selam, null)).rejects.toMatchObject({ code: 'badInput' })

  expect((await api.organisations.get({ id: gemeente })).connectors).toMatchObject([
    { name: 'Selam Tesfay', paid: true, languages: 'Tigrinya, Nederlands' },
  ])
  expect((await api.members.get({ id: selam })).roles.map(({ organisationName }) => organisationName).sort()).toEqual([
    'Gemeente',
    'School',
  ])
  // A role at an organisation fills no place of the association and of no group.
  expect(await api.roles.association({})).toEqual([])
  await expect(api.organisations.remove({ id: gemeente })).rejects.toMatchObject({ code: 'organisationInUse' })

  // Whoever is pointed there is counted, not named.
  for (let number = 0; number < 6; number += 1)
    await api.organisations.saveReferral({
      ...{ id: null, organisationId: gemeente, day: '2026-09-01' },
      outcome: number < 3 ? 'geholpen' : 'open',
    })
  book.setDay('2026-11-26')
  const { rowsOf, page } = await readReport(book, 'referrals', '2026-09-01', '2026-11-26')
  expect(rowsOf('referrals_by_organisation')[0]?.cells).toEqual([
    { kind: 'text', text: 'Gemeente' },
    { kind: 'persons', n: 6 },
    { kind: 'persons', n: null },
    { kind: 'persons', n: null },
  ])
  expect(JSON.stringify(page)).not.toMatch(/Selam/)

  await api.roles.end({ id: termId, day: '2026-11-26' })
  expect((await api.organisations.get({ id: gemeente })).connectors).toEqual([])
})
