// From living side by side to living with each other: five ways of working, and the year report shows the mix.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WorkForm } from '../../shared/domain/gathering-forms.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { readReport, rowsOf } from '../support/read-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('taking_part', '2026-09-01')
})
afterEach(() => book.close())

it('shows the mix of the five forms, and how many came to each', async () => {
  const { api } = book
  const held: readonly [string, WorkForm | null, number][] = [
    ['2026-09-05', 'eenmalig', 60],
    ['2026-09-26', 'dialoog', 14],
    ['2026-10-10', 'verdiepen', 9],
    ['2026-10-24', 'terugkerend', 20],
    ['2026-11-07', 'terugkerend', 22],
    ['2026-11-21', null, 7],
  ]
  for (const [day, workForm, count] of held) {
    const plan = { groupId: null, day, title: 'Samen', ...plainGathering, counted: 'aantal' as const, workForm }
    const { id } = await api.gatherings.plan(plan)
    book.setDay(day)
    await api.gatherings.recordHeadcount({ gatheringId: id, count })
  }
  expect(rowsOf(await readReport(book.api, 'gathering_year', '2026-01-01', '2026-12-31'), 'work_forms')).toEqual([
    ['form_eenmalig', 1, 60],
    ['form_dialoog', 1, 14],
    ['form_verdiepen', 1, 9],
    ['form_terugkerend', 2, 42],
    ['form_elkaar_helpen', 0, 0],
    ['not_named', 1, 7],
    ['total', 6, 132],
  ])
})
