import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aNeighbour, aPair, aProgramme } from '../../../support/pairs-book.ts'
import { aMember } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

test('somebody who dies before the membership began, or before coming back, is written down as deceased', async () => {
  const { api } = book
  const soon = await api.members.register(aMember({ membership: { kind: 'lid', from: '2026-12-01', number: null } }))
  const back = await api.members.register(aMember({ firstName: 'Kees' }))
  await api.members.end({ personId: back.id, day: '2026-06-01', reason: 'opgezegd' })
  await api.members.rejoin({ personId: back.id, kind: 'lid', day: '2027-01-01', neighbourhoodId: null, fee: null })
  for (const { id } of [soon, back]) {
    const before = await book.tables()
    await api.members.markDeceased({ personId: id, day: '2026-11-20' })
    expect((await api.members.get({ id })).status).toBe('overleden')
    await api.history.undo({})
    expect(await book.tables()).toEqual(before)
  }
})

test('what somebody who died would look after is open for another', async () => {
  const { api } = book
  const owner = await api.members.register(aMember())
  const { id } = await api.members.register(aMember({ firstName: 'Kees' }))
  const agreed = { personId: id, gatheringId: null, ownerName: null, dueDay: '2026-12-01', how: null }
  await api.followUps.plan({ ...agreed, ownerPersonId: owner.id })
  await api.members.markDeceased({ personId: owner.id, day: '2026-11-20' })
  const open = await book.context.db.selectFrom('follow_up').select(['owner_person_id', 'state']).execute()
  expect(open).toEqual([{ owner_person_id: null, state: 'open' }])
})

test('what does not end by itself when somebody leaves is said before; of who died nothing goes on', async () => {
  const { api } = book
  const [anh, bep, coach] = [
    await aNeighbour(book, 'Anh Le'),
    await aNeighbour(book, 'Bep Kok'),
    await aNeighbour(book, 'Cor Dam'),
  ]
  const programmeId = await aProgramme(book, 'maatjes')
  await aPair(book, { programmeId, a: anh, b: bep, day: '2026-11-01', coachPersonId: coach })
  const agreed = { gatheringId: null, ownerName: null, dueDay: '2026-12-01', how: null }
  await api.followUps.plan({ ...agreed, personId: anh, ownerPersonId: bep })
  await api.mutualHelp.ask({
    ...{ personId: anh, askedByPersonId: null, groupId: null, category: 'tuin', institution: null, words: null },
    ...{ wantedBy: null, wantedTime: null, lasting: false },
  })
  const goesOn = async (personId: string, reason: 'verhuisd' | 'overleden' = 'verhuisd') =>
    (await api.members.previewEnd({ personId, day: '2026-11-23', reason })).goesOn
  expect(await goesOn(anh)).toEqual({ pairs: ['Anh Le · Bep Kok'], followUps: 1, helpRequests: 1, looksInOn: [] })
  expect(await goesOn(bep)).toEqual({
    ...{ pairs: ['Anh Le · Bep Kok'], followUps: 0, helpRequests: 0, looksInOn: ['Anh Le'] },
  })
  const nothing = { pairs: [], followUps: 0, helpRequests: 0, looksInOn: [] }
  expect(await goesOn(coach)).toEqual(nothing)
  expect(await goesOn(anh, 'overleden')).toEqual(nothing)
})

describe('invitations to what is still to come', () => {
  const plan = (day: string) => book.api.gatherings.plan({ ...plainGathering, groupId: null, day, title: 'Koffie' })
  const invited = async (id: string) => (await book.api.gatherings.detail({ id })).counts.invited
  const goings = {
    dying: (personId: string) => book.api.members.markDeceased({ personId, day: '2026-11-20' }),
    leaving: (personId: string) => book.api.members.end({ personId, day: '2026-11-20', reason: 'verhuisd' }),
    removing: (personId: string) => book.api.members.remove({ personId }),
  }

  test.each(Object.entries(goings))('end with %s, and come back when that is undone', async (_name, go) => {
    const { id } = await book.api.members.register(aMember())
    const [past, coming] = [await plan('2026-11-02'), await plan('2026-12-01')]
    await book.api.gatherings.mark({ gatheringId: past.id, personId: id, status: 'aanwezig' })
    const before = await book.tables()
    await go(id)
    expect([await invited(past.id), await invited(coming.id)]).toEqual([1, 0])
    await book.api.history.undo({})
    expect(await book.tables()).toEqual(before)
  })
})
