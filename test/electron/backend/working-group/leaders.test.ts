import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
let group: string
beforeEach(async () => {
  book = await openPeopleBook()
  group = await aNeighbourhood(book.api)
})
afterEach(() => book.close())

const aLeader = async (firstName: string, from = '2026-01-01') => {
  const { id: personId } = await book.api.members.register(aMember({ firstName, neighbourhoodId: group }))
  const { id: termId } = await book.api.roles.assign({
    ...{ role: 'contactpersoon', neighbourhoodId: group, side: null, personId, from, plannedEnd: null },
  })
  return { personId, termId }
}

const meet = (termIds: string[], values: object = {}) =>
  book.api.workingGroup.saveMeeting({
    ...{ id: null, kind: 'intervisie' as const, day: '2026-10-01', topic: null, place: null, note: null, termIds },
    ...values,
  })

const leaders = async () => (await book.api.workingGroup.leaders({})).leaders

describe('intervision', () => {
  test('reaches the person, also when they came in an earlier role', async () => {
    const { personId, termId } = await aLeader('Ria', '2025-01-01')
    await meet([termId])
    await book.api.roles.end({ id: termId, day: '2026-11-01' })
    await book.api.roles.assign({
      ...{ role: 'vervanger', neighbourhoodId: group, side: null, personId, from: '2026-11-01', plannedEnd: null },
    })
    expect(await leaders()).toMatchObject([{ lastIntervision: '2026-10-01', lacksIntervision: false }])
  })

  test('a training is no intervision', async () => {
    const { termId } = await aLeader('Ria')
    await meet([termId], { kind: 'training' })
    expect(await leaders()).toMatchObject([{ lastIntervision: null, trainings: 1, lacksIntervision: true }])
  })

  test('who began less than half a year ago is not late', async () => {
    await aLeader('Ria', '2026-05-24')
    expect(await leaders()).toMatchObject([{ lacksIntervision: false }])
  })
})

describe('a meeting', () => {
  test('is saved again with exactly the roles that were there; who already was keeps the row', async () => {
    const [ria, kees] = [await aLeader('Ria'), await aLeader('Kees')]
    const { id } = await meet([ria.termId])
    const before = await book.tables()
    await meet([ria.termId, kees.termId], { id })
    expect((await book.api.workingGroup.meetings({}))[0]?.present).toHaveLength(2)
    await meet([ria.termId], { id })
    expect((await book.api.workingGroup.meetings({}))[0]?.present.map(({ name }) => name)).toEqual(['Ria van den Berg'])
    await book.api.history.undo({})
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })

  test('forgets a person who is erased, and not that it took place', async () => {
    const { personId, termId } = await aLeader('Ria')
    await meet([termId])
    await book.api.members.remove({ personId })
    await book.api.trash.erase({ table: 'person', id: personId })
    expect(await book.api.workingGroup.meetings({})).toMatchObject([{ day: '2026-10-01', present: [] }])
    expect((await book.tables()).leader_attendance).toEqual([])
  })
})
