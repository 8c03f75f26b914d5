// The six initiatives of the action agenda: each with its own kind of criterion, and one judgement for each condition.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TargetKind } from '../../shared/domain/initiative-target.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { readReport, somebody } from '../support/practice-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('initiative', '2026-01-10')
})
afterEach(() => book.close())

const initiative = async (name: string): Promise<string> => {
  const unsaid = { goal: null, ownerPersonId: null, ownerName: null, organisationId: null, note: null }
  const { id } = await book.api.initiatives.save({
    ...unsaid,
    ...{ id: null, name, state: 'loopt', from: '2026-01-10', plannedEnd: null },
  })
  return id
}

type NewTarget = Omit<Parameters<PracticeBook['api']['initiatives']['saveTarget']>[0], 'id' | 'initiativeId' | 'what'>
const target = async (initiativeId: string, kind: TargetKind, values: Partial<NewTarget> = {}): Promise<string> => {
  const { id } = await book.api.initiatives.saveTarget({
    ...{ id: null, initiativeId, what: kind, kind, source: 'metingen', counting: 'stand', needed: null, areas: [] },
    ...{ days: null, year: null, loyalTimes: null, loyalOutOf: null, byDay: null },
    ...values,
  })
  return id
}

const measure = (targetId: string, day: string, value: number, area: string | null = null) =>
  book.api.initiatives.saveMeasurement({ id: null, targetId, day, value, whole: null, area, source: null })

const signUp = async (initiativeId: string, area: string, values: object = {}) => {
  const unsaid = { source: null, organisationId: null, personId: null, knownAs: null, seenDay: null, leftDay: null }
  return book.api.initiatives.saveSignUp({ id: null, initiativeId, day: '2026-01-15', area, ...unsaid, ...values })
}

const verdicts = async (id: string) =>
  (await book.api.initiatives.get({ id })).targetList.map(({ judgement }) => judgement.verdict)

const eight = ['Aa', 'Bergen', 'Dal', 'Eik', 'Veen', 'Weide', 'Zand', 'Zee']

test('2. 100 volunteers, 10 in each of 8 municipalities, still there after a year: three checks, each answered apart', async () => {
  const { api } = book
  const id = await initiative('Honderd vrijwilligers')
  await target(id, 'aantal', { needed: 100, source: 'aanmeldingen' })
  await target(id, 'per_gebied', { needed: 10, source: 'aanmeldingen', areas: eight })
  await target(id, 'na_dagen', { needed: 100, source: 'aanmeldingen', days: 365 })

  // 99 volunteers, nine of them in the last municipality.
  const all: { readonly id: string; readonly area: string }[] = []
  for (let number = 0; number < 90; number += 1) {
    const area = eight[number % 7] ?? ''
    all.push({ area, ...(await signUp(id, area, { source: 'Kraam op de markt' })) })
  }
  for (let number = 0; number < 9; number += 1) all.push({ area: 'Zee', ...(await signUp(id, 'Zee')) })
  const lacks = async () => (await api.initiatives.get({ id })).targetList.map(({ judgement }) => judgement.lacks)
  expect(await verdicts(id)).toEqual(['nog_niet', 'nog_niet', 'nog_niet'])
  expect(await lacks()).toEqual([
    [{ kind: 'aantal', count: 1 }],
    [{ kind: 'gebied', area: 'Zee', reached: 9, count: 1 }],
    [
      { kind: 'aantal', count: 100 },
      { kind: 'wacht', count: 99, day: '2027-01-15' },
    ],
  ])

  // The hundredth elsewhere: enough in all, and one municipality still has nine.
  await signUp(id, 'Aa')
  expect(await verdicts(id)).toEqual(['gehaald', 'nog_niet', 'nog_niet'])
  await signUp(id, 'Zee')
  expect(await verdicts(id)).toEqual(['gehaald', 'gehaald', 'nog_niet'])

  // A year later everybody is to be asked; 99 who are still active are not enough.
  book.setDay('2027-01-16')
  expect((await api.overview.moduleTasks({})).map(({ code, count }) => [code, count])).toEqual([['signUpsToAsk', 101]])
  const unsaid = { organisationId: null, personId: null, knownAs: null, leftDay: null }
  for (const { id: rowId, area } of all)
    await api.initiatives.saveSignUp({
      ...unsaid,
      ...{ id: rowId, initiativeId: id, day: '2026-01-15', area, source: 'Kraam op de markt', seenDay: '2027-01-16' },
    })
  expect(await verdicts(id)).toEqual(['gehaald', 'gehaald', 'nog_niet'])
  const stillOpen = (await api.initiatives.get({ id })).signUps.find(({ afterYear }) => afterYear === 'navragen')
  await api.initiatives.saveSignUp({
    ...unsaid,
    ...{
      id: stillOpen?.id ?? '',
      initiativeId: id,
      day: '2026-01-15',
      area: stillOpen?.area ?? null,
      source: null,
      seenDay: '2027-01-16',
    },
  })
  expect(await verdicts(id)).toEqual(['gehaald', 'gehaald', 'gehaald'])

  const { rowsOf } = await readReport(book, 'initiatives', '2026-01-01', '2026-12-31')
  expect(rowsOf('targets_all').map(({ cells }) => cells.slice(2))).toEqual([
    [
      { kind: 'count', n: 100 },
      { kind: 'persons', n: 101 },
      { kind: 'word', word: 'verdict_gehaald', values: {} },
    ],
    [
      { kind: 'count', n: 10 },
      { kind: 'persons', n: 10 },
      { kind: 'word', word: 'verdict_gehaald', values: {} },
    ],
    [
      { kind: 'count', n: 100 },
      { kind: 'persons', n: 100 },
      { kind: 'word', word: 'verdict_gehaald', values: {} },
    ],
  ])
})

test('3. three loyal people won: they came to three of the last five, and both numbers can be set', async () => {
  const { api } = book
  const id = await initiative('Wie niet vanzelf komt')
  await target(id, 'aantal', { needed: 3, source: 'trouw', loyalTimes: 3, loyalOutOf: 5 })
  const people: string[] = []
  for (const name of ['Ada', 'Bo', 'Cem', 'Dina']) people.push(await somebody(book, name))
  const came = [[0, 1, 2, 3], [0, 1, 2], [0, 1], [2], [3]]
  const gatheringIds: string[] = []
  for (const [at, present] of came.entries()) {
    const day = `2026-0${at + 2}-10`
    book.setDay(day)
    const { id: gatheringId } = await api.gatherings.plan({
      ...plainGathering,
      groupId: null,
      day,
      title: 'Samen koken',
    })
    for (const who of present)
      await api.gatherings.mark({ gatheringId, personId: people[who] ?? '', status: 'aanwezig' })
    await api.gatherings.complete({ gatheringId })
    gatheringIds.push(gatheringId)
  }
  // Nothing counts before it was said which gatherings do.
  expect((await api.initiatives.get({ id })).targetList[0]?.judgement.reached).toBe(0)
  await api.initiatives.chooseGatherings({ id, gatheringIds })
  expect((await api.initiatives.get({ id })).targetList[0]?.judgement).toMatchObject({ verdict: 'gehaald', reached: 3 })
  await api.gatherings.mark({ gatheringId: gatheringIds[3] ?? '', personId: people[2] ?? '', status: 'niet_gekomen' })
  expect(await verdicts(id)).toEqual(['nog_niet'])
})

test('4. a dream of work or study: people say themselves what they found, and it is erased with them', async () => {
  const { api } = book
  const id = await initiative('Droom')
  await target(id, 'aantal', { needed: 1, source: 'eigen_doelen' })
  await target(id, 'eigen_woorden')
  const personId = await somebody(book, 'Noor Demir')
  const own = {
    initiativeId: id,
    personId,
    knownAs: null,
    day: '2026-02-01',
    goal: 'Bakker worden',
    step: 'Stage zoeken',
  }
  const goal = await api.initiatives.saveOwnGoal({ ...own, id: null, outcome: null, outcomeDay: null })
  expect(await verdicts(id)).toEqual(['nog_niet', 'nog_niet'])
  await api.initiatives.saveOwnGoal({ ...own, id: goal.id, outcome: 'stage', outcomeDay: '2026-03-01' })
  book.setDay('2026-04-01')
  const [, words] = (await api.initiatives.get({ id })).targetList
  await measure(words?.id ?? '', '2026-04-01', 1)
  expect(await verdicts(id)).toEqual(['gehaald', 'gehaald'])

  await api.members.end({ personId, day: '2026-04-01', reason: 'verhuisd' })
  await api.members.takeDetails({ personId })
  expect((await api.initiatives.get({ id })).ownGoals).toEqual([])
})

test('1 and 5. no criterion, and a milestone: not agreed is said as such, an exploration is done or not', async () => {
  const { api } = book
  await initiative('Dorpsauto')
  const id = await initiative('Buddyroute')
  const step = { initiativeId: id, what: 'Drie routes lopen', dueDay: '2026-02-01', doneDay: null }
  const { id: stepId } = await api.initiatives.saveStep({ ...step, id: null })
  const explored = await target(id, 'mijlpaal', { byDay: '2026-03-31' })
  book.setDay('2026-02-15')
  expect((await api.overview.moduleTasks({})).map(({ code, names }) => [code, names])).toEqual([
    ['stepLate', ['Drie routes lopen']],
  ])
  await api.initiatives.saveStep({ ...step, id: stepId, doneDay: '2026-02-15' })
  expect(await api.overview.moduleTasks({})).toEqual([])
  expect(await verdicts(id)).toEqual(['nog_niet'])
  book.setDay('2026-04-01')
  expect(await verdicts(id)).toEqual(['niet_gehaald'])
  await measure(explored, '2026-04-01', 1)
  expect(await verdicts(id)).toEqual(['gehaald'])
  const { rowsOf } = await readReport(book, 'initiatives', '2026-01-01', '2026-12-31')
  expect(rowsOf('initiatives_all').map(({ cells }) => [cells[0], cells[2]])).toEqual([
    [
      { kind: 'text', text: 'Buddyroute' },
      { kind: 'count', n: 1 },
    ],
    [
      { kind: 'text', text: 'Dorpsauto' },
      { kind: 'word', word: 'no_target', values: {} },
    ],
  ])
})

test('6. the food truck goes out five times in one calendar year: a sixth of another year does not help', async () => {
  const { api } = book
  const id = await initiative('Foodtruck')
  await target(id, 'aantal', { needed: 5, source: 'bijeenkomsten', year: 2026 })
  const gatheringIds: string[] = []
  for (const day of ['2025-12-20', '2026-02-10', '2026-04-10', '2026-06-10', '2026-08-10', '2026-10-10']) {
    if (day > '2026-01-10') book.setDay(day)
    const { id: gatheringId } = await api.gatherings.plan({ ...plainGathering, groupId: null, day, title: 'Foodtruck' })
    if (day !== '2026-10-10') await api.gatherings.complete({ gatheringId })
    gatheringIds.push(gatheringId)
  }
  await api.initiatives.chooseGatherings({ id, gatheringIds })
  expect((await api.initiatives.get({ id })).targetList[0]?.judgement).toMatchObject({
    verdict: 'nog_niet',
    lacks: [{ kind: 'aantal', count: 1 }],
  })
  await api.gatherings.complete({ gatheringId: gatheringIds[5] ?? '' })
  expect(await verdicts(id)).toEqual(['gehaald'])
})
