import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { careTasks } from '../../../../electron/backend/care/care-tasks.ts'
import { peopleAwayOn } from '../../../../electron/backend/care/planned-absence.ts'
import { agreed, type CareBook, openCareBook } from '../../../support/care-book.ts'

let book: CareBook
beforeEach(async () => {
  book = await openCareBook()
})
afterEach(() => book.close())

const spoken = async () => (await book.api.care.longestNotSpoken({ group: null, limit: 50 })).rows
const contact = (personId: string, day: string, result: 'gesproken' | 'niet_bereikt' = 'gesproken') =>
  book.api.care.recordContact({
    ...{ personId, day, how: 'bellen', result, byPersonId: null, byName: 'Wim', note: null, consent: null },
  })

describe('"Langst niet gesproken"', () => {
  it('goes by the last contact of any kind; not being reached is none', async () => {
    await contact(book.ria, '2026-06-01')
    await contact(book.ria, '2026-11-01', 'niet_bereikt')
    await contact(book.henk, '2026-02-01')
    expect((await spoken()).map(({ name, lastDay }) => [name, lastDay])).toEqual([
      ['Henk Brouwer', '2026-02-01'],
      ['Ria Berg', '2026-06-01'],
    ])
  })

  it('counts being at a gathering and a follow-up that was done as contact', async () => {
    const { id } = await book.api.followUps.plan({
      ...{
        personId: book.ria,
        gatheringId: null,
        ownerPersonId: null,
        ownerName: 'Wim',
        dueDay: '2026-12-01',
        how: null,
      },
    })
    await book.api.followUps.finish({ id, doneDay: '2026-11-22', how: 'bellen', outcome: 'niet_bereikt' })
    expect((await spoken()).find(({ name }) => name === 'Ria Berg')?.lastDay).toBeNull()
    const second = await book.api.followUps.plan({
      ...{
        personId: book.ria,
        gatheringId: null,
        ownerPersonId: null,
        ownerName: 'Wim',
        dueDay: '2026-12-01',
        how: null,
      },
    })
    await book.api.followUps.finish({ id: second.id, doneDay: '2026-11-23', how: 'bellen', outcome: 'gesproken' })
    expect((await spoken()).find(({ name }) => name === 'Ria Berg')?.lastDay).toBe('2026-11-23')
  })

  it('counts meeting and visiting somebody new as contact', async () => {
    const welcomed = { contactByPersonId: null, invitedByPersonId: null, informedDay: '2026-11-20', visitedDay: null }
    await book.api.newcomers.save({
      ...welcomed,
      personId: book.ria,
      arrivedDay: '2026-11-01',
      contactDay: '2026-11-02',
    })
    expect((await spoken()).find(({ name }) => name === 'Ria Berg')?.lastDay).toBe('2026-11-02')
    await book.api.newcomers.markStep({ personId: book.ria, step: 'visited', day: '2026-11-12' })
    expect((await spoken()).find(({ name }) => name === 'Ria Berg')?.lastDay).toBe('2026-11-12')
  })

  it('says who is away, until when, and that somebody already looks in', async () => {
    await book.api.care.planAway({
      personId: book.ria,
      from: '2026-11-01',
      until: '2027-01-10',
      why: 'reis',
      consent: null,
    })
    await book.aSignal({ about: { kind: 'person', personId: book.henk } })
    expect(await spoken()).toMatchObject([
      { name: 'Ria Berg', isAway: true, awayUntil: '2027-01-10', dueDay: null },
      { name: 'Henk Brouwer', isAway: false, dueDay: '2026-12-01' },
    ])
  })

  it('leaves out who left or died', async () => {
    await book.aPerson('Oud Lid', { until: '2026-01-01' })
    await book.aPerson('Ko Dood', { deceasedOn: '2026-01-01' })
    expect((await spoken()).map(({ name }) => name).sort()).toEqual(['Henk Brouwer', 'Ria Berg'])
  })
})

describe('"Langer weg"', () => {
  it('holds from the first day until the day somebody is back', async () => {
    const { id } = await book.api.care.planAway({
      ...{ personId: book.ria, from: '2026-12-01', until: '2026-12-20', why: null, consent: null },
    })
    const away = (day: string) => peopleAwayOn(book.context.db, day)
    expect([...(await away('2026-11-30')), ...(await away('2026-12-20'))]).toEqual([])
    expect([...(await away('2026-12-01'))]).toEqual([[book.ria, '2026-12-20']])
    await book.api.care.changeAway({ id, from: '2026-12-01', until: null })
    expect([...(await away('2027-06-01'))]).toEqual([[book.ria, null]])
    expect(await book.api.care.away({})).toMatchObject({ now: [], later: [{ personName: 'Ria Berg', until: null }] })
    await book.api.care.removeAway({ id })
    expect(await book.api.care.away({})).toMatchObject({ now: [], later: [] })
  })

  it('keeps a reason of health with consent alone', async () => {
    const absence = { personId: book.ria, from: '2026-12-01', until: null } as const
    await expect(book.api.care.planAway({ ...absence, why: 'ziekenhuis', consent: null })).rejects.toMatchObject({
      code: 'consentNeeded',
    })
    await book.api.care.planAway({ ...absence, why: 'ziekenhuis', consent: agreed })
    expect((await book.api.care.away({})).later).toMatchObject([{ why: 'ziekenhuis' }])
  })
})

it('counts on nobody who lies in the bin to look in, and on them again when they come back', async () => {
  await book.aSignal()
  const agreement = { ownerPersonId: book.henk, ownerName: null, dueDay: '2026-11-25', how: null }
  await book.api.followUps.plan({ ...agreement, personId: book.ria, gatheringId: null })
  const owners = async () => (await book.api.care.week({})).items.map(({ ownerName }) => ownerName)
  const without = async () =>
    (await careTasks(book.context.db, '2026-11-23')).find(({ code }) => code === 'signalsWithoutOwner')?.count ?? 0
  const before = await owners()
  expect(new Set(before)).toEqual(new Set(['Henk Brouwer']))
  expect(await without()).toBe(0)
  await book.api.members.remove({ personId: book.henk })
  expect(new Set(await owners())).toEqual(new Set([null]))
  expect((await book.api.followUps.list({ closed: false })).open).toMatchObject([{ ownerPersonId: null }])
  expect(await without()).toBe(1)
  await book.api.trash.restore({ table: 'person', id: book.henk })
  expect(await owners()).toEqual(before)
  expect(await without()).toBe(0)
})
