// Three kinds of connection - own community, local community, institutions - and one gathering may make all three at once.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ConnectionKind } from '../../shared/domain/gathering-forms.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { readReport, rowsOf } from '../support/read-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('talk_table', '2026-09-01')
})
afterEach(() => book.close())

it('counts the kinds of connection, overlapping ones under each', async () => {
  const { api } = book
  const held: readonly [string, ConnectionKind[]][] = [
    ['2026-09-05', ['eigen', 'lokaal', 'instanties']],
    ['2026-10-03', ['lokaal']],
    ['2026-10-17', ['eigen', 'lokaal']],
    ['2026-11-07', []],
  ]
  for (const [day, connections] of held) {
    const plan = { groupId: null, day, title: 'Avond', ...plainGathering, counted: 'aantal' as const, connections }
    const { id } = await api.gatherings.plan(plan)
    book.setDay(day)
    await api.gatherings.recordHeadcount({ gatheringId: id, count: 12 })
  }
  expect(rowsOf(await readReport(book.api, 'gathering_year', '2026-01-01', '2026-12-31'), 'connections')).toEqual([
    ['connection_eigen', 2],
    ['connection_lokaal', 3],
    ['connection_instanties', 1],
    ['connection_all', 1],
  ])
})
