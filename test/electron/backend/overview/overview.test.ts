import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import type { NewRow } from '../../../../electron/backend/database/schema.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

let book: NeighbourhoodBook

beforeEach(async () => {
  book = await openNeighbourhoodBook()
})
afterEach(() => book.close())

const overview = () => book.api.overview.get({})
const attention = async () => (await overview()).attention
const kinds = async () => (await attention()).map((item) => item.kind)
const of = async <Kind extends string>(kind: Kind) => {
  const found = (await attention()).find((item) => item.kind === kind)
  return found as Extract<Awaited<ReturnType<typeof attention>>[number], { kind: Kind }> | undefined // found by its kind
}

const plan = (groupId: string | null, day: string, title = 'Theemiddag') =>
  book.api.gatherings.plan({ ...plainGathering, groupId, day, title, place: 'Buurthuis' })
const held = async (groupId: string | null, day: string) => {
  const { id } = await plan(groupId, day)
  await book.api.gatherings.complete({ gatheringId: id })
  return id
}

/** A group of which nothing is asked: both seats filled, and met as often as promised. */
async function aGoodGroup(name: string) {
  const group = await book.aGroup(name)
  const contact = await book.aPerson(`Henk ${name}`, { groupId: group })
  const deputy = await book.aPerson(`Ria ${name}`, { groupId: group })
  await book.aTerm(contact, group, 'contactpersoon')
  await book.aTerm(deputy, group, 'vervanger')
  await held(group, '2026-03-14')
  await held(group, '2026-06-20')
  return { group, contact, deputy }
}

describe('an empty book', () => {
  it('asks nothing and knows that nothing has begun', async () => {
    expect(await overview()).toMatchObject({
      begun: { people: false, neighbourhoods: false, roles: false, gatherings: false, hasSeats: true },
      attention: [],
      next: null,
      turnout: [],
    })
    expect(await book.api.overview.openDues({})).toBeNull()
  })
})

describe('what asks attention', () => {
  it('is nothing when both seats are filled and the group met', async () => {
    await aGoodGroup('Kastanjehof')
    expect(await attention()).toEqual([])
  })

  it('names an empty seat, who held it last, and puts a group without anybody first', async () => {
    const one = await book.aGroup('Kastanjehof')
    const contact = await book.aPerson('Ria Berg', { groupId: one })
    const stopped = await book.aPerson('Henk Brouwer', { groupId: one })
    await book.aTerm(contact, one, 'contactpersoon')
    await book.aTerm(stopped, one, 'vervanger', '2024-01-01', '2026-10-01')
    await book.aGroup('Lindehof')
    await book.aGroup('Nieuwe Hof', { status: 'in_oprichting' })
    expect(await of('emptySeats')).toMatchObject({
      count: 2,
      entries: [
        { neighbourhoodName: 'Lindehof', unattended: true, last: null },
        {
          neighbourhoodName: 'Kastanjehof',
          unattended: false,
          shared: false,
          missing: [{ role: 'vervanger', side: null }],
          last: { name: 'Henk Brouwer', until: '2026-10-01', died: false },
        },
      ],
    })
  })

  it('comes in order of urgency, at most three of a kind by name', async () => {
    for (const name of ['Aa', 'Bee', 'Cee', 'Dee']) await book.aGroup(name)
    const { group, deputy } = await aGoodGroup('Kastanjehof')
    await plan(group, '2026-11-05')
    await book.api.followUps.plan({
      personId: deputy,
      gatheringId: null,
      ownerPersonId: null,
      ownerName: 'Wim',
      dueDay: '2026-11-22',
      how: null,
    })
    expect(await kinds()).toEqual(['emptySeats', 'notRecorded', 'followUps', 'behindSchedule'])
    const seats = await of('emptySeats')
    expect([seats?.count, seats?.entries.length]).toEqual([4, 3])
    expect(await of('followUps')).toMatchObject({ count: 1, overdue: 1, names: ['Ria Kastanjehof'] })
    expect(await of('notRecorded')).toMatchObject({ entries: [{ title: 'Theemiddag', invited: 2 }] })
  })

  it('does not name a follow-up before its day, nor one that is closed', async () => {
    const { deputy } = await aGoodGroup('Kastanjehof')
    const agreed = { personId: deputy, gatheringId: null, ownerPersonId: null, ownerName: 'Wim', how: null } as const
    const { id } = await book.api.followUps.plan({ ...agreed, dueDay: '2026-11-24' })
    expect(await kinds()).toEqual([])
    book.setDay('2026-11-24')
    expect(await of('followUps')).toMatchObject({ count: 1, overdue: 0 })
    await book.api.followUps.lapse({ id })
    expect(await kinds()).toEqual([])
  })

  it('tells of a term that ends within sixty days, and of two people in one place for too long', async () => {
    const { group, contact } = await aGoodGroup('Kastanjehof')
    await write(book.context, { kind: 'roleChanged' }, (tx) =>
      tx.updateTable('role_term').set({ planned_end: '2026-12-31' }).where('person_id', '=', contact).execute(),
    )
    const successor = await book.aPerson('Wim Groot', { groupId: group })
    expect(await of('endingTerms')).toMatchObject({ entries: [{ name: 'Henk Kastanjehof', day: '2026-12-31' }] })

    await book.aTerm(successor, group, 'contactpersoon', '2026-10-01')
    expect(await of('endingTerms')).toBeUndefined()
    expect(await of('longOverlaps')).toMatchObject({
      entries: [{ names: ['Henk Kastanjehof', 'Wim Groot'], role: 'contactpersoon', days: 53 }],
    })
  })
})

describe('this year', () => {
  it('counts what was written down; called off, planned and last year count nowhere', async () => {
    const { group } = await aGoodGroup('Kastanjehof')
    const cancelled = await held(group, '2026-09-01')
    await book.api.gatherings.cancel({ id: cancelled })
    await plan(group, '2026-11-05')
    await held(group, '2025-11-08')
    expect((await overview()).year).toEqual({
      year: 2026,
      count: 1,
      onSchedule: 1,
      groups: [
        {
          neighbourhoodId: group,
          neighbourhoodName: 'Kastanjehof',
          held: 2,
          promised: 3,
          onSchedule: true,
        },
      ],
    })
  })

  it('holds a group to its own number, and asks nothing of one that rests', async () => {
    await book.aPerson('Ria Berg')
    const monthly = await book.aGroup('Maandhof', { cadence: 12 })
    await book.aGroup('Rusthof', { status: 'slapend' })
    for (const month of ['01', '02', '03']) await held(monthly, `2026-${month}-10`)
    expect(await of('behindSchedule')).toMatchObject({
      count: 1,
      entries: [{ neighbourhoodName: 'Maandhof', held: 3, promised: 12, expected: 10 }],
    })
  })

  it('does not ask of a book that was just begun what the whole year would bring', async () => {
    await book.aPerson('Ria Berg')
    expect(await of('behindSchedule')).toBeUndefined()
    expect((await overview()).year.groups).toMatchObject([{ held: 0, promised: 0, onSchedule: true }])
    book.setDay('2027-05-01')
    expect(await of('behindSchedule')).toMatchObject({ entries: [{ held: 0, expected: 1, promised: 3 }] })
  })

  it('asks of a group that began during the year its part of it', async () => {
    await book.aPerson('Ria Berg')
    await book.aGroup('Maandhof', { activeFrom: '2026-09-01', cadence: 12 })
    expect((await overview()).year.groups).toMatchObject([{ promised: 4 }])
    expect(await of('behindSchedule')).toMatchObject({ entries: [{ held: 0, expected: 2, promised: 4 }] })
  })

  it('counts for the association in a book without groups', async () => {
    await book.close()
    book = await openNeighbourhoodBook('2025-06-01')
    book.setDay('2026-11-23')
    await book.aPerson('Ria Berg')
    expect(await of('behindSchedule')).toMatchObject({
      entries: [{ neighbourhoodId: null, held: 0, expected: 2, promised: 3 }],
    })
    await held(null, '2026-03-14')
    await held(null, '2026-06-20')
    expect(await of('behindSchedule')).toBeUndefined()
  })
})

describe('gatherings', () => {
  it('shows the next one with who is known to come, and how many came to the last ones', async () => {
    const { group, contact, deputy } = await aGoodGroup('Kastanjehof')
    await plan(group, '2027-01-10', 'Nieuwjaar')
    const { id } = await plan(group, '2026-12-12', 'Borrel')
    await book.api.gatherings.expect({ gatheringId: id, personId: contact, coming: true })
    await book.api.gatherings.mark({ gatheringId: id, personId: deputy, status: 'afgemeld' })
    const late = await book.aPerson('Anh Nguyen', { groupId: group })
    await book.api.gatherings.invite({ gatheringId: id, personIds: [late] })
    const shown = await overview()
    expect(shown.next).toMatchObject({ title: 'Borrel', invited: 3, coming: 1, excused: 1, unknown: 1 })
    expect(shown.turnout.map(({ day, present, invited }) => [day, present, invited])).toEqual([
      ['2026-06-20', 0, 2],
      ['2026-03-14', 0, 2],
    ])
  })
})

describe('open dues', () => {
  const due = (id: string, personId: string, start: string, more: Partial<NewRow<'due'>> = {}): NewRow<'due'> => ({
    id,
    agreement_id: 'an agreement',
    person_id: personId,
    kind: 'dues',
    period_start: start,
    period_end: start,
    reason: null,
    created_at: '2026-01-01T00:00:00Z',
    created_by: 'test',
    amount_cents: 1000,
    reverses_id: null,
    ...more,
  })
  const post = (rows: NewRow<'due'>[]) => write(book.context, { kind: 'duesRun' }, (tx) => insertRows(tx, 'due', rows))

  it('asks attention only once a month that is over is open, and counts households', async () => {
    const ria = await book.aPerson('Ria Berg')
    const henk = await book.aPerson('Henk Brouwer')
    await post([due('november', ria, '2026-11-01')])
    expect(await book.api.overview.openDues({})).toBeNull()
    await post([due('september', ria, '2026-09-01'), due('oktober', henk, '2026-10-01')])
    expect(await book.api.overview.openDues({})).toEqual({ households: 2, openCents: 3000, oldest: '2026-09-01' })
  })

  it('leaves out what was reversed', async () => {
    const ria = await book.aPerson('Ria Berg')
    await post([due('september', ria, '2026-09-01')])
    await post([due('back', ria, '2026-09-01', { amount_cents: -1000, reverses_id: 'september' })])
    expect(await book.api.overview.openDues({})).toBeNull()
  })

  it('says nothing in a book without dues', async () => {
    const ria = await book.aPerson('Ria Berg')
    await post([due('september', ria, '2026-09-01')])
    await write(book.context, { kind: 'bookChanged' }, (tx) =>
      tx.updateTable('book').set({ dues_enabled: 0 }).execute(),
    )
    expect(await book.api.overview.openDues({})).toBeNull()
  })
})
