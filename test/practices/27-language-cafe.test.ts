// A café each week in a language of choice: more than forty languages so far, counted ever and per year.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { factsOf, plain, readReport, rowsOf } from '../support/read-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('language_cafe', '2026-10-06')
})
afterEach(() => book.close())

it('counts each language once, however often and however it was written', async () => {
  const { api } = book
  const { id } = await api.series.start({
    title: 'Taalcafé',
    groupId: null,
    counted: 'aantal',
    place: null,
    startTime: '19:30',
    rhythm: { kind: 'weken', every: 1, nth: null, firstDay: '2026-10-06' },
    asksLanguages: true,
  })
  // Fourteen evenings from October into January, each with three languages of its own and Dutch.
  for (let week = 0; week < 14; week++) {
    const meeting = (await api.series.get({ id })).toRecord[0] ?? (await api.series.get({ id })).next
    if (!meeting) throw new Error('nothing planned')
    book.setDay(meeting.day)
    const own = [1, 2, 3].map((at) => `Taal ${String.fromCharCode(65 + week)}${at}`)
    await api.gatherings.recordHeadcount({
      gatheringId: meeting.id,
      count: 15,
      languages: [week % 2 === 0 ? 'Nederlands' : 'nederlands ', ...own].join(', '),
    })
  }

  const page = await readReport(book.api, 'languages', '2026-10-01', '2027-01-31')
  expect(factsOf(page, 'languages_ever').map(plain)).toEqual([43])
  expect(rowsOf(page, 'languages_per_year')).toEqual([
    ['2026', 13, 40],
    ['2027', 1, 4],
  ])
  expect(rowsOf(page, 'languages_in_period')[0]).toEqual(['Nederlands', 14])
})
