// Groups led by two, one who lived here longer and one who is new: monthly gatherings, intervision, one page without names.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNeighbourhood } from '../support/people.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { readReport, somebody } from '../support/practice-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('duos', '2026-01-05')
})
afterEach(() => book.close())

const lead = async (name: string, neighbourhoodId: string, side: 'oud' | 'nieuw' | null, from = '2026-01-05') => {
  const personId = await somebody(book, name, { neighbourhoodId })
  const { id } = await book.api.roles.assign({
    role: 'duo_lid',
    neighbourhoodId,
    side,
    personId,
    from,
    plannedEnd: null,
  })
  return { personId, termId: id }
}

const gather = async (groupId: string, day: string) => {
  book.setDay(day)
  const { id } = await book.api.gatherings.plan({ ...plainGathering, groupId, day, title: 'Samen eten' })
  await book.api.gatherings.complete({ gatheringId: id })
}

const intervision = async (day: string, termIds: string[]) => {
  book.setDay(day)
  const said = { topic: null, place: null, note: null }
  await book.api.workingGroup.saveMeeting({ ...said, id: null, kind: 'intervisie', day, termIds })
}

test('13 groups, 24 leaders: 11 duos are complete, and who no intervision reached for half a year is counted', async () => {
  const { api } = book
  const leaders: { personId: string; termId: string }[] = []
  const groups: string[] = []
  for (let number = 1; number <= 13; number += 1) {
    const group = await aNeighbourhood(api, `Groep ${number}`)
    groups.push(group)
    leaders.push(await lead(`Oud ${number}`, group, 'oud'))
    if (number <= 11) leaders.push(await lead(`Nieuw ${number}`, group, 'nieuw'))
  }
  const [first = '', second = ''] = groups
  for (const day of ['2026-01-20', '2026-02-17', '2026-03-17']) await gather(first, day)
  await gather(second, '2026-03-18')
  // Three of the first group's two and the next one's come to intervision in the spring; the others never.
  await intervision(
    '2026-03-20',
    leaders.slice(0, 3).map(({ termId }) => termId),
  )

  book.setDay('2026-04-05')
  const spring = await readReport(book, 'duos', '2026-01-01', '2026-03-31')
  expect(spring.facts).toMatchObject({
    duos_complete: { kind: 'share', part: 11, whole: 13 },
    leaders: { kind: 'persons', n: 24 },
    leaders_without_intervision: { kind: 'persons', n: 0 },
  })
  expect(
    spring
      .rowsOf('duos_by_group')
      .slice(0, 2)
      .map(({ cells }) => cells.slice(0, 4)),
  ).toEqual([
    [{ kind: 'text', text: 'Groep 1' }, { kind: 'word', word: 'seats_bezet', values: {} }, ...counts(3, 0)],
    // Held in one of three months: two without.
    [{ kind: 'text', text: 'Groep 10' }, { kind: 'word', word: 'seats_bezet', values: {} }, ...counts(0, 3)],
  ])

  // Half a year after they began, 21 of 24 were at none; by then the three of the spring are not late yet.
  book.setDay('2026-07-05')
  expect((await readReport(book, 'duos', '2026-01-01', '2026-06-30')).facts.leaders_without_intervision).toEqual({
    kind: 'persons',
    n: 21,
  })
  book.setDay('2026-09-20')
  expect((await readReport(book, 'duos', '2026-01-01', '2026-06-30')).facts.leaders_without_intervision).toEqual({
    kind: 'persons',
    n: 24,
  })
  expect(JSON.stringify(spring.page)).not.toMatch(/Oud \d|Nieuw \d/)
})

const counts = (...numbers: number[]) => numbers.map((n) => ({ kind: 'count', n }))

test('two gatherings in a month are two, and a month that still runs, or began before the period, is not one without', async () => {
  const { api } = book
  const group = await aNeighbourhood(api, 'Groep')
  for (const day of ['2026-01-20', '2026-03-03', '2026-03-17']) await gather(group, day)
  book.setDay('2026-05-04')
  const heldAndWithout = async (from: string, until: string) =>
    (await readReport(book, 'duos', from, until)).rowsOf('duos_by_group')[0]?.cells.slice(2, 4)
  // February and April.
  expect(await heldAndWithout('2026-01-01', '2026-05-04')).toEqual(counts(3, 2))
  expect(await heldAndWithout('2026-01-25', '2026-03-31')).toEqual(counts(2, 1))
})

test('a duo is two sides that people chose themselves: two of one side are not complete, and a side can be erased', async () => {
  const { api } = book
  const group = await aNeighbourhood(api, 'Groep')
  await lead('Ada Een', group, 'oud')
  await lead('Bo Twee', group, 'oud')
  expect((await api.neighbourhoods.get({ id: group })).seatState).toBe('kwetsbaar')
  const { personId } = await lead('Cem Drie', group, 'nieuw')
  expect((await api.neighbourhoods.get({ id: group })).seatState).toBe('bezet')
  await api.members.end({ personId, day: '2026-01-05', reason: 'verhuisd' })
  await api.members.takeDetails({ personId })
  expect((await api.members.get({ id: personId })).roles.map(({ side }) => side)).toEqual([null])
})

test('who leads is named when half a year went by, or so many months as the book says; a group keeps where it chats', async () => {
  const { api } = book
  const group = await aNeighbourhood(api, 'Groep')
  await api.neighbourhoods.change({ id: group, chatLink: 'Groepsapp Samen eten' })
  const { termId } = await lead('Ada Een', group, 'oud')
  await intervision('2026-02-01', [termId])
  book.setDay('2026-07-31')
  const late = async () => (await api.workingGroup.leaders({})).leaders.map((leader) => leader.lacksIntervision)
  expect(await late()).toEqual([false])
  book.setDay('2026-08-01')
  expect(await late()).toEqual([true])
  expect((await api.overview.moduleTasks({})).map(({ code, names }) => [code, names])).toEqual([
    ['leaderWithoutIntervision', ['Ada Een']],
  ])
  await api.workingGroup.setIntervisionMonths({ months: 12 })
  expect(await late()).toEqual([false])
  expect((await api.neighbourhoods.get({ id: group })).chatLink).toBe('Groepsapp Samen eten')
})
