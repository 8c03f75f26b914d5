// A monthly table where Dutch is spoken; sometimes 40 come, sometimes 5. Only counted, with themes that people asked for.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { factsOf, plain, readReport, rowsOf } from '../support/read-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('talk_table', '2026-09-01')
})
afterEach(() => book.close())

it('shows how many came each month, and which of the themes people asked for were held', async () => {
  const { api } = book
  const { id: seriesId } = await api.series.start({
    title: 'Praattafel',
    groupId: null,
    counted: 'aantal',
    place: 'De Ekster',
    startTime: '19:30',
    rhythm: { kind: 'maand', every: 1, nth: 2, firstDay: '2026-09-08' },
    asksLanguages: false,
    workForm: 'terugkerend',
    connections: ['eigen', 'lokaal', 'instanties'],
  })
  const insurance = await api.themes.ask({ theme: 'Zorgverzekering', seriesId })
  await api.themes.ask({ theme: 'Belastingbrief', seriesId })
  const dropped = await api.themes.ask({ theme: 'Schaatsen', seriesId: null })
  await api.themes.drop({ id: dropped.id })
  const counts = [
    ['2026-09-08', 40],
    ['2026-10-13', 5],
    ['2026-11-10', 23],
  ] as const
  for (const [day, count] of counts) {
    book.setDay(day)
    const meeting = (await api.series.get({ id: seriesId })).toRecord[0]
    expect(meeting?.day).toBe(day)
    if (day === '2026-11-10') await api.themes.hold({ id: insurance.id, gatheringId: meeting?.id ?? '' })
    await api.gatherings.recordHeadcount({ gatheringId: meeting?.id ?? '', count })
  }

  const page = await readReport(book.api, 'series_turnout', '2026-09-01', '2026-11-30')
  expect(rowsOf(page, 'series_held')).toEqual([['Praattafel', 3, 23, 5, 40]])
  expect(rowsOf(page, 'headcounts')).toEqual(counts.map(([day, count]) => [day, 'Praattafel', count]))
  expect(factsOf(page, 'themes_asked').map(plain)).toEqual([3])
  expect(factsOf(page, 'themes_held').map(plain)).toEqual([1])
  expect(rowsOf(page, 'themes_asked_and_held')).toContainEqual(['Zorgverzekering', '2026-09-01', '2026-11-10'])
  expect(
    rowsOf(await readReport(book.api, 'gathering_year', '2026-01-01', '2026-12-31'), 'connections'),
  ).toContainEqual(['connection_all', 3])
})
