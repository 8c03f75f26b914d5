// What a binnenbuurt is for: each gathering is tagged with its goals, and the year report counts them.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { GatheringGoal } from '../../shared/domain/gathering-forms.ts'
import { aNeighbourhood } from '../support/people.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { factsOf, plain, readReport, rowsOf } from '../support/read-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('inner_circles', '2026-09-01')
})
afterEach(() => book.close())

it('counts a gathering under each of its goals, and one that was called off under none', async () => {
  const { api } = book
  const groupId = await aNeighbourhood(api)
  const held: readonly [string, GatheringGoal[]][] = [
    ['2026-09-12', ['nabuurschap', 'saamhorigheid']],
    ['2026-10-10', ['saamhorigheid', 'eenzaamheid']],
    ['2026-11-14', ['signaleren', 'saamhorigheid']],
  ]
  for (const [day, goals] of held) {
    const { id } = await api.gatherings.plan({ groupId, day, title: 'Thee', ...plainGathering, goals })
    book.setDay(day)
    await api.gatherings.complete({ gatheringId: id })
  }
  const off = { groupId, day: '2026-11-28', title: 'Borrel', ...plainGathering, goals: ['nabuurschap' as const] }
  await api.gatherings.cancel({ id: (await api.gatherings.plan(off)).id })

  const page = await readReport(book.api, 'gathering_year', '2026-01-01', '2026-12-31')
  expect(rowsOf(page, 'goals')).toEqual([
    ['goal_nabuurschap', 1],
    ['goal_saamhorigheid', 3],
    ['goal_signaleren', 1],
    ['goal_eenzaamheid', 1],
  ])
  expect(factsOf(page, 'gatherings_held').map(plain)).toEqual([3])
})

it('a book whose form does not ask for goals leaves them as they are', async () => {
  const { api } = book
  const groupId = await aNeighbourhood(api)
  const plan = { day: '2026-09-12', title: 'Thee', ...plainGathering }
  const { id } = await api.gatherings.plan({ groupId, ...plan, goals: ['signaleren'], workForm: 'dialoog' })
  await api.gatherings.change({ id, ...plan, title: 'Theemiddag' })
  expect(await api.gatherings.detail({ id })).toMatchObject({ goals: ['signaleren'], workForm: 'dialoog' })
})
