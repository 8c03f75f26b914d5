// The working group of the groups: contact people exchange what they try. Who is there is a matter of roles, not of people.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNeighbourhood } from '../support/people.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { readReport, somebody } from '../support/practice-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('working_group', '2026-09-01')
})
afterEach(() => book.close())

const role = async (personId: string, neighbourhoodId: string, kind: 'contactpersoon' | 'vervanger') =>
  (
    await book.api.roles.assign({
      role: kind,
      neighbourhoodId,
      side: null,
      personId,
      from: '2026-01-01',
      plannedEnd: null,
    })
  ).id

test('three months of meetings and ideas: who was there by role, what was tried, what worked', async () => {
  const { api } = book
  const hof = await aNeighbourhood(api, 'Kastanjehof')
  const pad = await aNeighbourhood(api, 'Lijsterpad')
  const ria = await somebody(book, 'Ria Berg', { neighbourhoodId: hof })
  const elif = await somebody(book, 'Elif Demir', { neighbourhoodId: pad })
  const riaTerm = await role(ria, hof, 'contactpersoon')
  const elifTerm = await role(elif, pad, 'contactpersoon')

  book.setDay('2026-09-10')
  const meeting = { topic: 'Herfst', place: 'Bij Ria', note: null }
  await api.workingGroup.saveMeeting({
    ...meeting,
    id: null,
    kind: 'overleg',
    day: '2026-09-10',
    termIds: [riaTerm, elifTerm],
  })
  const idea = await api.workingGroup.saveIdea({
    id: null,
    what: 'Soep voor de deur',
    day: '2026-09-10',
    neighbourhoodId: hof,
    fromWords: null,
  })
  book.setDay('2026-10-20')
  // Somebody else has the role now; the meeting still says that the role was there.
  await api.roles.end({ id: riaTerm, day: '2026-10-01' })
  const tried = { ideaId: idea.id, byWords: null, note: null }
  await api.workingGroup.saveTrial({ ...tried, id: null, neighbourhoodId: pad, day: '2026-10-20', worked: 'ja' })
  book.setDay('2026-11-26')
  await api.workingGroup.saveTrial({ ...tried, id: null, neighbourhoodId: hof, day: '2026-11-20', worked: 'nee' })

  const [held] = await api.workingGroup.meetings({})
  expect(held?.present.map(({ role: kind, of }) => [kind, of])).toEqual([
    ['contactpersoon', 'Kastanjehof'],
    ['contactpersoon', 'Lijsterpad'],
  ])
  const { rowsOf, page } = await readReport(book, 'ideas', '2026-09-01', '2026-11-26')
  expect(rowsOf('ideas_tried').map(({ cells }) => cells)).toEqual([
    [
      { kind: 'text', text: 'Soep voor de deur' },
      { kind: 'text', text: 'Kastanjehof' },
      { kind: 'day', day: '2026-09-10' },
      { kind: 'count', n: 2 },
      { kind: 'count', n: 1 },
    ],
  ])
  expect(JSON.stringify(page)).not.toMatch(/Ria|Elif/)
})
