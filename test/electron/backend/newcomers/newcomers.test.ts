import { afterEach, beforeEach, expect, test } from 'vitest'
import { type HelpingBook, openHelpingBook } from '../../../support/helping-book.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

let book: HelpingBook
beforeEach(async () => {
  book = await openHelpingBook('coordinators', '2026-11-02')
})
afterEach(() => book.close())

const neighbour = (firstName: string, since = '2020-01-01', groupId?: string) =>
  book.neighbour(`${firstName} Berg`, groupId === undefined ? { since } : { since, groupId })
type More = Parameters<HelpingBook['isNew']>[2]
const save = (personId: string, more: More = {}) => book.isNew(personId, '2026-11-01', more)
const listed = () => book.api.newcomers.list({})
const statesOf = async () => (await listed()).newcomers.map(({ steps }) => steps.map(({ state }) => state))

test('what is to do has its day, and shows whether it was done in time', async () => {
  const amal = await neighbour('Amal')
  await save(amal)
  expect(await statesOf()).toEqual([['toDo', 'toDo', 'toDo']])
  await book.api.newcomers.markStep({ personId: amal, step: 'contact', day: '2026-11-02' })
  book.setDay('2026-11-20')
  expect(await statesOf()).toEqual([['inTime', 'overdue', 'toDo']])
  await book.api.newcomers.markStep({ personId: amal, step: 'informed', day: '2026-11-20' })
  expect(await statesOf()).toEqual([['inTime', 'late', 'toDo']])
  await book.api.newcomers.changeTargets({ contactWithin: 0, informedWithin: 30, visitedWithin: 7 })
  expect(await statesOf()).toEqual([['late', 'inTime', 'overdue']])
})

test('who has something to do first stands first; who is no longer new leaves the list and can come back', async () => {
  const [amal, bilal] = [await neighbour('Amal'), await neighbour('Bilal')]
  await save(amal, { arrivedDay: '2026-10-01' })
  await save(bilal, { arrivedDay: '2026-09-01' })
  expect((await listed()).newcomers.map(({ name }) => name)).toEqual(['Bilal Berg', 'Amal Berg'])
  await book.api.newcomers.settle({ personId: bilal, day: '2026-11-02' })
  expect(await listed()).toMatchObject({ newcomers: [{ name: 'Amal Berg' }], settled: [{ name: 'Bilal Berg' }] })
  await book.api.newcomers.settle({ personId: bilal, day: null })
  expect((await listed()).newcomers).toHaveLength(2)
  await book.api.newcomers.settle({ personId: bilal, day: '2026-11-02' })
  await book.api.members.end({ personId: bilal, day: '2026-11-02', reason: 'verhuisd' })
  expect((await listed()).settled).toEqual([])
})

test('who invited whom makes a chain, also when somebody closes it to a circle', async () => {
  const [amal, bilal, cora] = [await neighbour('Amal'), await neighbour('Bilal'), await neighbour('Cora')]
  await save(bilal, { invitedByPersonId: amal })
  await save(cora, { invitedByPersonId: bilal })
  const chain = async (personId: string) =>
    (await book.api.newcomers.forPerson({ personId })).chain.map(({ name }) => name)
  expect(await chain(cora)).toEqual(['Amal Berg', 'Bilal Berg', 'Cora Berg'])
  await save(amal, { invitedByPersonId: cora })
  expect(await chain(cora)).toEqual(['Amal Berg', 'Bilal Berg', 'Cora Berg'])
  await expect(save(amal, { invitedByPersonId: amal })).rejects.toMatchObject({ code: 'invitedThemself' })
  await expect(save(amal, { contactDay: '2026-11-03' })).rejects.toMatchObject({ code: 'dayInFuture' })
})

test('people who came into the book lately are proposed until they are on the list', async () => {
  await neighbour('Oud', '2026-08-01')
  const amal = await neighbour('Amal', '2026-10-20')
  expect((await listed()).candidates).toEqual([{ personId: amal, name: 'Amal Berg', since: '2026-10-20' }])
  await save(amal)
  expect((await listed()).candidates).toEqual([])
  await book.api.newcomers.remove({ personId: amal })
  expect((await listed()).candidates).toHaveLength(1)
  await save(amal)
  expect((await listed()).newcomers).toHaveLength(1)
})

test('who left again is not proposed', async () => {
  const amal = await neighbour('Amal', '2026-10-20')
  await book.api.members.end({ personId: amal, day: '2026-11-01', reason: 'verhuisd' })
  expect((await listed()).candidates).toEqual([])
})

test('what is on for somebody is what everybody and their own group plans in the coming two months', async () => {
  const group = (name: string) =>
    book.api.neighbourhoods.add({ name, areaNote: '', targetSize: 50, cadencePerYear: null })
  const [mine, other] = [await group('Hof'), await group('Kade')]
  const plan = (groupId: string | null, title: string, day: string) =>
    book.api.gatherings.plan({ ...plainGathering, groupId, day, title })
  await plan(mine.id, 'Thee', '2026-11-10')
  await plan(other.id, 'Elders', '2026-11-11')
  await plan(null, 'Borrel', '2026-11-12')
  await plan(null, 'Ver weg', '2027-03-01')
  const amal = await neighbour('Amal', '2026-10-20', mine.id)
  const { gatherings } = await book.api.newcomers.whatIsOn({ personId: amal })
  expect(gatherings.map(({ title }) => title)).toEqual(['Thee', 'Borrel'])
})

test('who is erased is off every list, also as the one who invited somebody', async () => {
  const [amal, bilal] = [await neighbour('Amal'), await neighbour('Bilal')]
  await save(amal)
  await save(bilal, { invitedByPersonId: amal })
  await book.api.members.remove({ personId: amal })
  await book.api.trash.erase({ table: 'person', id: amal })
  expect((await listed()).newcomers).toMatchObject([{ name: 'Bilal Berg', invitedBy: null }])
})
