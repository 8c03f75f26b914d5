import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

let book: NeighbourhoodBook
let group: string
let ria: string
let gatheringId: string

beforeEach(async () => {
  book = await openNeighbourhoodBook()
  group = await book.aGroup('Kastanjehof')
  ria = await book.aPerson('Ria Berg', { groupId: group })
  const planned = await book.api.gatherings.plan({
    ...plainGathering,
    groupId: group,
    day: '2026-11-05',
    title: 'Theemiddag',
  })
  gatheringId = planned.id
})
afterEach(() => book.close())

const absent = () => book.api.gatherings.mark({ gatheringId, personId: ria, status: 'niet_gekomen' })
const answer = (contact: boolean) => book.api.gatherings.answerContact({ gatheringId, personId: ria, contact })
const absentee = async () => (await book.api.gatherings.detail({ id: gatheringId })).absentees[0]
const open = async () => (await book.api.followUps.list({ closed: true })).open

describe('"Contact opnemen?"', () => {
  it('makes the contact person look in within two weeks', async () => {
    const henk = await book.aPerson('Henk Brouwer', { groupId: group })
    const wim = await book.aPerson('Wim Groot', { groupId: group })
    await book.aTerm(wim, group, 'vervanger', '2020-01-01')
    await book.aTerm(henk, group, 'contactpersoon')
    await absent()
    await answer(true)
    expect(await absentee()).toMatchObject({
      contact: true,
      followUp: { ownerName: 'Henk Brouwer', ownerPersonId: henk, dueDay: '2026-12-07', state: 'open', overdue: false },
    })
    expect(await open()).toMatchObject([
      { personName: 'Ria Berg', gathering: { id: gatheringId, title: 'Theemiddag' } },
    ])
  })

  it('asks the deputy when the contact person is the one who was not there, and nobody when there is nobody', async () => {
    await book.aTerm(ria, group, 'contactpersoon')
    const wim = await book.aPerson('Wim Groot', { groupId: group })
    await book.aTerm(wim, group, 'vervanger')
    await absent()
    await answer(true)
    expect((await absentee())?.followUp?.ownerName).toBe('Wim Groot')

    const alone = await book.aPerson('Zonder Groep')
    await book.api.gatherings.invite({ gatheringId, personIds: [alone] })
    await book.api.gatherings.mark({ gatheringId, personId: alone, status: 'afgemeld' })
    await book.api.gatherings.answerContact({ gatheringId, personId: alone, contact: true })
    const all = (await book.api.gatherings.detail({ id: gatheringId })).absentees
    expect(all.find((each) => each.personId === alone)?.followUp).toMatchObject({ ownerName: null, state: 'open' })
  })

  it('asks once: yes twice makes one, no lets it lapse, yes again makes a new one', async () => {
    await absent()
    await answer(true)
    await answer(true)
    expect(await open()).toHaveLength(1)
    await answer(false)
    expect(await open()).toHaveLength(0)
    expect(await absentee()).toMatchObject({ contact: false, followUp: null })
    await answer(true)
    expect(await open()).toHaveLength(1)
    expect(await absentee()).toMatchObject({ contact: true, followUp: { state: 'open' } })
  })

  it('is not asked about somebody who was there or of whom nothing is known', async () => {
    await expect(answer(true)).rejects.toMatchObject({ code: 'personNotAbsent' })
    await book.api.gatherings.mark({ gatheringId, personId: ria, status: 'aanwezig' })
    await expect(answer(true)).rejects.toMatchObject({ code: 'personNotAbsent' })
  })

  it('is not asked about who died or went to the bin since, and nobody can agree to look in on who died', async () => {
    await absent()
    await book.api.members.markDeceased({ personId: ria, day: '2026-11-15' })
    expect(await absentee()).toBeUndefined()
    await expect(answer(true)).rejects.toMatchObject({ code: 'personGone' })
    const agreement = { ownerPersonId: null, ownerName: 'Wim', dueDay: '2026-11-30', how: null }
    const plan = book.api.followUps.plan({ ...agreement, personId: ria, gatheringId: null })
    await expect(plan).rejects.toMatchObject({ code: 'personGone' })
    await book.undoLast()
    expect(await absentee()).toMatchObject({ personId: ria })
    await book.api.members.remove({ personId: ria })
    expect(await absentee()).toBeUndefined()
  })

  it('lapses when the absence turns out to be a mistake', async () => {
    await absent()
    await answer(true)
    await book.api.gatherings.mark({ gatheringId, personId: ria, status: 'aanwezig' })
    expect(await open()).toEqual([])
    const { closed } = await book.api.followUps.list({ closed: true })
    expect(closed).toMatchObject([{ state: 'vervallen', doneDay: null }])
  })

  it('shows that somebody already looks in because of something else', async () => {
    await book.api.followUps.plan({
      personId: ria,
      gatheringId: null,
      ownerPersonId: null,
      ownerName: 'Wim',
      dueDay: '2026-11-30',
      how: 'langsgaan',
    })
    await absent()
    expect(await absentee()).toMatchObject({ contact: null, followUp: null, otherFollowUp: { ownerName: 'Wim' } })
  })
})

describe('an agreement to look in', () => {
  const agreement = { ownerPersonId: null, ownerName: 'Wim', dueDay: '2026-11-20', how: 'bellen' } as const

  it('is late after its day, and is finished with a day and a way', async () => {
    const { id } = await book.api.followUps.plan({ personId: ria, gatheringId: null, ...agreement })
    expect(await open()).toMatchObject([{ overdue: true, ownerName: 'Wim', how: 'bellen' }])
    await expect(book.api.followUps.finish({ id, doneDay: '2026-11-24', how: null })).rejects.toMatchObject({
      code: 'doneInFuture',
    })
    await book.api.followUps.finish({ id, doneDay: '2026-11-23', how: 'kaartje' })
    expect(await open()).toEqual([])
    expect(await book.api.followUps.forPerson({ personId: ria })).toMatchObject([
      { state: 'gedaan', doneDay: '2026-11-23', how: 'kaartje', overdue: false },
    ])
    await expect(book.api.followUps.lapse({ id })).rejects.toMatchObject({ code: 'followUpClosed' })
    await expect(book.api.followUps.change({ id, ...agreement })).rejects.toMatchObject({ code: 'followUpClosed' })
  })

  it('is one per person and gathering', async () => {
    await book.api.followUps.plan({ personId: ria, gatheringId, ...agreement })
    await expect(book.api.followUps.plan({ personId: ria, gatheringId, ...agreement })).rejects.toMatchObject({
      code: 'followUpAlreadyOpen',
    })
  })

  it('is refused for people who are not there', async () => {
    await expect(
      book.api.followUps.plan({ personId: 'nobody', gatheringId: null, ...agreement }),
    ).rejects.toMatchObject({ code: 'notFound', details: { field: 'personId' } })
    await expect(
      book.api.followUps.plan({ personId: ria, gatheringId: null, ...agreement, ownerPersonId: 'nobody' }),
    ).rejects.toMatchObject({ code: 'notFound', details: { field: 'ownerPersonId' } })
  })

  it('proposes who holds a seat in the group, contact person first', async () => {
    const henk = await book.aPerson('Henk Brouwer', { groupId: group })
    const wim = await book.aPerson('Wim Groot', { groupId: group })
    const gone = await book.aPerson('Piet Zandstra', { groupId: group })
    await book.aTerm(wim, group, 'vervanger', '2020-01-01')
    await book.aTerm(henk, group, 'contactpersoon')
    await book.aTerm(gone, group, 'contactpersoon', '2020-01-01', '2024-01-01')
    expect(await book.api.followUps.proposal({ personId: ria })).toEqual({
      dueDay: '2026-12-07',
      owners: [
        { personId: henk, name: 'Henk Brouwer', role: 'contactpersoon' },
        { personId: wim, name: 'Wim Groot', role: 'vervanger' },
      ],
    })
  })
})
