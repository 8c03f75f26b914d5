// A student as mentor of a child: a parent said yes, the certificate of conduct was checked and until when, the school and the goal,
// and a deputy who steps in.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aNeighbour, aPair, theyMet } from '../support/pairs-book.ts'
import { tasksButDues } from '../support/tasks-but-dues.ts'
import { openTestBackend, type TestBackend } from '../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend({ today: '2026-01-12' })
  await book.api.books.useModules({ preset: 'mentors', modules: ['pairs', 'organisations'] })
})
afterEach(() => book.close())

it('asks for consent and certificate before they begin, keeps both, and warns before the certificate ends', async () => {
  const { api } = book
  const { id: programmeId } = await api.pairs.addProgramme({
    name: 'Mentoren',
    kind: 'mentor',
    aName: 'Leerling',
    bName: 'Mentor',
    rhythm: { unit: 'week', times: 1 },
    months: 10,
  })
  const deputy = await aNeighbour(book, 'Daan Wit')
  const mentor = await aNeighbour(book, 'Iris Bos')
  const id = await aPair(book, { programmeId, a: await aNeighbour(book, 'Sami Haddad'), b: mentor, day: '2026-01-12' })
  const shown = async () => (await api.pairs.pair({ pairId: id })).pair
  expect((await shown()).asks.papers).toEqual(['parentConsent', 'vogMissing'])
  expect(await tasksButDues(book)).toMatchObject([{ code: 'pairPapers', count: 1 }])

  const pair = await shown()
  await api.pairs.change({
    id,
    roundId: null,
    fromDay: pair.from,
    plannedUntil: pair.plannedUntil,
    sharedGround: 'Voetbal',
    aBrings: 'Energie',
    bBrings: 'Studeren',
    isOnce: false,
    coachPersonId: null,
    deputyPersonId: deputy,
    aClick: null,
    bClick: null,
    trainedOn: '2026-01-08',
    restUntil: null,
    guardianName: 'Rana Haddad',
    guardianContact: '06-1000 2210',
    school: 'De Ekster, groep 8',
    goal: 'Naar de middelbare school',
    parentConsentOn: '2026-01-11',
    vogUntil: '2026-06-01',
  })
  expect(await shown()).toMatchObject({
    deputy: { id: deputy, name: 'Daan Wit' },
    guardianName: 'Rana Haddad',
    school: 'De Ekster, groep 8',
    asks: { papers: [] },
  })
  // The deputy sees on their own page whom they stand in for.
  expect((await api.pairs.forPerson({ personId: deputy })).pairs).toMatchObject([{ id, as: 'deputy' }])

  for (const day of ['2026-01-14', '2026-01-21', '2026-01-28', '2026-04-01', '2026-04-08']) {
    book.setDay(day)
    await theyMet(book, id, day)
  }
  book.setDay('2026-04-12')
  expect((await shown()).asks.papers).toEqual(['vogEnds'])
  book.setDay('2026-06-02')
  expect((await shown()).asks.papers).toEqual(['vogMissing'])

  // When the child is erased, the parent goes along.
  const { a } = await shown()
  await api.members.remove({ personId: a.id })
  await api.trash.erase({ table: 'person', id: a.id })
  expect(await shown()).toMatchObject({ guardianName: null, guardianContact: null, school: null, goal: null })
})
