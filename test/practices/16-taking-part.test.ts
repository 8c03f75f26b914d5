// Nobody came to the cycling lesson: somebody found out why, arranged child care on the spot, and more came the next time.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { factsOf, plain, readReport, rowsOf } from '../support/read-report.ts'

let book: PracticeBook
let lessons: string
beforeEach(async () => {
  book = await openPracticeBook('taking_part', '2026-09-01')
  const series = await book.api.series.start({
    title: 'Fietsles',
    groupId: null,
    counted: 'aantal',
    place: 'Plein',
    startTime: '10:00',
    rhythm: { kind: 'weken', every: 2, nth: null, firstDay: '2026-09-05' },
    asksLanguages: false,
  })
  lessons = series.id
})
afterEach(() => book.close())

async function lesson(day: string, count: number) {
  book.setDay(day)
  const meeting = (await book.api.series.get({ id: lessons })).toRecord[0]
  expect(meeting?.day).toBe(day)
  await book.api.gatherings.recordHeadcount({ gatheringId: meeting?.id ?? '', count })
  return meeting?.id ?? ''
}

it('puts what stood in the way, what was done and what difference it made beside each other', async () => {
  const { api } = book
  await lesson('2026-09-05', 1)
  await lesson('2026-09-19', 0)
  book.setDay('2026-09-21')
  const { id } = await api.barriers.add({
    kind: 'kinderopvang',
    note: 'De kinderen kunnen nergens heen.',
    foundHow: 'langsgegaan',
    foundDay: '2026-09-21',
    seriesId: lessons,
    groupId: null,
  })
  await api.barriers.takeMeasure({ id, measure: 'Opvang in de zaal ernaast', day: '2026-10-03' })
  await lesson('2026-10-03', 6)
  await lesson('2026-10-17', 8)
  await lesson('2026-10-31', 10)
  await lesson('2026-11-14', 2)
  await api.barriers.judge({ id, outcome: 'hielp', note: '' })

  const page = await readReport(book.api, 'barriers', '2026-09-01', '2026-11-30')
  expect(rowsOf(page, 'barriers')).toEqual([
    ['barrier_kinderopvang', 'Fietsles', 'Opvang in de zaal ernaast', '2026-10-03', '<5', 8, 'outcome_hielp'],
  ])
  expect(factsOf(page, 'more_came_after').map(plain)).toEqual(['n_of_m 1 1'])
  // In the book itself the numbers are whole: it is about nobody.
  const [barrier] = (await api.barriers.list({})).open
  expect([barrier?.averageBefore, barrier?.averageAfter]).toEqual([0.5, 8])
})

it('the monthly meeting has a speaker, written down only with consent, and hours of who helped', async () => {
  const { api } = book
  const gatheringId = await lesson('2026-09-05', 12)
  await api.speakers.add({
    gatheringId,
    kind: 'spreker',
    personId: null,
    name: 'Mevrouw De Wit',
    topic: 'De huisarts',
    consentDay: '2026-09-05',
  })
  expect(await api.speakers.list({ gatheringId })).toMatchObject([{ name: 'Mevrouw De Wit', topic: 'De huisarts' }])
  const detail = await api.gatherings.detail({ id: gatheringId })
  const { title, day, place, hostPersonId, startTime, capacity, language, theme, programme, note } = detail
  const facts = { title, day, place, hostPersonId, startTime, capacity, language, theme, programme, note }
  await api.gatherings.change({ id: gatheringId, ...facts, volunteerHours: 9 })
  const page = await readReport(book.api, 'gathering_year', '2026-09-01', '2026-09-30')
  expect(factsOf(page, 'volunteer_hours').map(plain)).toEqual([9])
})

it('what nobody did anything about asks attention after two weeks', async () => {
  const { api } = book
  await api.barriers.add({
    kind: 'vervoer',
    note: '',
    foundHow: 'gevraagd',
    foundDay: '2026-09-01',
    seriesId: lessons,
    groupId: null,
  })
  const codes = async () => (await api.overview.moduleTasks({})).map(({ code }) => code)
  book.setDay('2026-09-14')
  expect(await codes()).not.toContain('barriersWaiting')
  book.setDay('2026-09-15')
  expect(await codes()).toContain('barriersWaiting')
})
