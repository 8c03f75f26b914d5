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
  const table = async () =>
    rowsOf(await readReport(book.api, 'gathering_year', '2026-01-01', '2026-12-31'), 'connections')
  expect(await table()).toEqual([
    ['connection_eigen', 2],
    ['connection_lokaal', 3],
    ['connection_instanties', 1],
    ['connection_all', 1],
  ])

  // Help that was given carries them as well: with whom somebody was brought together by it.
  const act = { giverId: null, receiverId: null, requestId: null, groupId: null, askedDay: null, grewInto: null }
  const done = {
    ...act,
    category: 'meegaan' as const,
    institution: null,
    doneDay: '2026-11-07',
    outcome: 'gedaan' as const,
  }
  await api.mutualHelp.recordAct({ ...done, connections: ['lokaal', 'instanties'] })
  await api.mutualHelp.recordAct(done)
  expect(await table()).toEqual([
    ['connection_eigen', 2, 0],
    ['connection_lokaal', 3, 1],
    ['connection_instanties', 1, 1],
    ['connection_all', 1, 0],
  ])
})

it('asks people themselves, without a name, and tells how they changed of five or more', async () => {
  const { api } = book
  const { preset, modules } = await api.books.settings({})
  await api.books.useModules({ preset, modules: [...modules, 'checkins'] })
  const codes: string[] = []
  for (const taal of [1, 2, 2, 3, 2]) {
    const { code } = await api.checkIns.fill({ code: null, moment: 'start', answers: { taal, buurt: 1 } })
    codes.push(code)
  }
  book.setDay('2026-11-20')
  for (const code of codes.slice(0, 4))
    await api.checkIns.fill({ code, moment: 'eind', answers: { taal: 4, buurt: 3 } })
  await api.checkIns.fill({ code: codes[4] ?? '', moment: 'eind', answers: { taal: 3 } })

  const page = await readReport(book.api, 'check_ins', '2026-01-01', '2026-12-31')
  expect(rowsOf(page, 'own_account').filter(([domain]) => domain === 'life_taal' || domain === 'life_buurt')).toEqual([
    // Four people answered this one both times: too few to tell.
    ['life_buurt', null, null, null],
    ['life_taal', 2, 3.8, 1.8],
  ])
  // What somebody answered is in no answer of the program.
  expect(JSON.stringify(await api.checkIns.list({}))).not.toMatch(/taal|buurt/)
})
