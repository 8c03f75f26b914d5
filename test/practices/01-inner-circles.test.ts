// Twelve binnenbuurten of about fifty people, each with a contact person and a deputy and three gatherings a year; ten run well.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aMember, aNeighbourhood } from '../support/people.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { factsOf, plain, readReport, rowsOf } from '../support/read-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('inner_circles', '2025-09-01')
})
afterEach(() => book.close())

async function aGroup(at: number, names: readonly string[]) {
  const { api } = book
  const groupId = await aNeighbourhood(api, `Binnenbuurt ${String(at).padStart(2, '0')}`)
  const people = []
  for (const firstName of names) {
    const person = aMember({ firstName, lastName: `Groot${at}`, neighbourhoodId: groupId })
    people.push((await api.members.register({ ...person, home: { ...address, houseNumber: at * 10 } })).id)
  }
  return { groupId, people }
}
const six = ['Ria', 'Wim', 'Anh', 'Bep', 'Cor', 'Els']
const address = {
  kind: 'address' as const,
  street: 'Iepenlaan',
  houseNumber: 1,
  houseSuffix: '',
  postcode: '1234 AB',
  city: 'Delft',
}

it('shows the groups, their two places, gatherings n of 3 and that 10 of 12 run well', async () => {
  const { api } = book
  const groups = []
  for (let at = 1; at <= 12; at++) groups.push(await aGroup(at, at <= 2 ? six : six.slice(0, 2)))
  book.setDay('2026-09-01')
  for (const [at, { groupId, people }] of groups.entries()) {
    const [contact = '', deputy = ''] = people
    const place = { neighbourhoodId: groupId, side: null, from: '2026-09-01', plannedEnd: null }
    await api.roles.assign({ ...place, role: 'contactpersoon', personId: contact })
    if (at !== 3) await api.roles.assign({ ...place, role: 'vervanger', personId: deputy })
    await api.neighbourhoods.change({
      id: groupId,
      status: at < 10 ? 'loopt_goed' : at === 10 ? 'aandacht' : 'slapend',
    })
  }

  // Three months: one group meets in each of them, another once, with somebody who stays away.
  const [busy, quiet] = groups
  for (const month of ['09', '10', '11']) {
    const day = `2026-${month}-20`
    const { id } = await api.gatherings.plan({ groupId: busy?.groupId ?? '', day, title: 'Thee', ...plainGathering })
    book.setDay(day)
    await api.gatherings.markRest({ gatheringId: id })
    await api.gatherings.complete({ gatheringId: id })
  }
  const { id } = await api.gatherings.plan({
    groupId: quiet?.groupId ?? '',
    day: '2026-11-21',
    title: 'Borrel',
    ...plainGathering,
  })
  book.setDay('2026-11-22')
  const absent = { gatheringId: id, personId: quiet?.people[4] ?? '' }
  await api.gatherings.mark({ ...absent, status: 'niet_gekomen' })
  await api.gatherings.answerContact({ ...absent, contact: true })
  await api.gatherings.markRest({ gatheringId: id })
  await api.gatherings.complete({ gatheringId: id })

  const page = await readReport(book.api, 'group_overview', '2026-01-01', '2026-12-31')

  expect(factsOf(page, 'groups_run_well').map(plain)).toEqual(['n_of_m 10 12'])
  expect(factsOf(page, 'groups_staffed').map(plain)).toEqual(['n_of_m 11 12'])
  expect(factsOf(page, 'members').map(plain)).toEqual([32])
  const rows = rowsOf(page, 'groups')
  expect(rows).toHaveLength(12)
  expect(rows[0]).toEqual(['Binnenbuurt 01', 'status_loopt_goed', 6, 'seats_bezet', 'n_of_m 3 3', '2026-11-20', 0])
  expect(rows[1]).toEqual(['Binnenbuurt 02', 'status_loopt_goed', 6, 'seats_bezet', 'n_of_m 1 3', '2026-11-21', '<5'])
  expect(rows[3]).toEqual(['Binnenbuurt 04', 'status_loopt_goed', '<5', 'seats_kwetsbaar', 'n_of_m 0 3', null, 0])
  expect(JSON.stringify(page)).not.toMatch(/Ria|Groot|Cor/)
})

it('a group may promise another number a year, and somebody in need who is no member counts nowhere', async () => {
  const { api } = book
  const { groupId } = await aGroup(1, six)
  book.setDay('2026-09-01')
  await api.neighbourhoods.change({ id: groupId, cadencePerYear: 12 })
  await api.members.register(
    aMember({
      firstName: 'Nel',
      neighbourhoodId: groupId,
      membership: { kind: 'contact', from: '2026-09-01', number: null },
    }),
  )
  const [row] = rowsOf(await readReport(book.api, 'group_overview', '2026-01-01', '2026-12-31'), 'groups')
  expect(row?.slice(2, 5)).toEqual([6, 'seats_onbemand', 'n_of_m 0 12'])
})

it('everybody is counted once, also who takes part in two groups or in none, and nobody whose data are not used', async () => {
  const { api } = book
  const [one, other] = [await aGroup(1, six), await aGroup(2, six)]
  const [inBoth = '', restricted = ''] = one.people
  book.setDay('2026-09-01')
  await api.members.joinNeighbourhood({ personId: inBoth, neighbourhoodId: other.groupId, day: '2026-09-01' })
  await api.rights.restrict({ personId: restricted, reason: 'bezwaar', day: '2026-09-01' })
  await api.members.register(aMember({ firstName: 'Nel' }))
  const page = await readReport(api, 'group_overview', '2026-01-01', '2026-12-31')
  expect(rowsOf(page, 'groups').map(([, , members]) => members)).toEqual([5, 7])
  expect(factsOf(page, 'members').map(plain)).toEqual([12])
})

it('of a time that has passed the page says how it was then, and what is of today', async () => {
  await aGroup(1, six)
  const then = await readReport(book.api, 'group_overview', '2023-01-01', '2023-12-31')
  expect(factsOf(then, 'members').map(plain)).toEqual([0])
  expect(then.blocks).toContainEqual({ kind: 'sentence', word: 'group_overview_of_now', values: {} })
  const now = await readReport(book.api, 'group_overview', '2026-01-01', '2026-12-31')
  expect(JSON.stringify(now)).not.toContain('group_overview_of_now')
})
