import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planGathering } from '../../../../electron/backend/gatherings/plan-gathering.ts'
import { eraseNow } from '../../../../electron/backend/rights/erase-now.ts'
import type { AttendanceStatus } from '../../../../shared/domain/attendance.ts'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

type Plan = Parameters<NeighbourhoodBook['api']['gatherings']['plan']>[0]

const everything: Omit<Plan, 'groupId' | 'day' | 'title'> = { ...plainGathering, place: 'Buurthuis' }

let book: NeighbourhoodBook
let group: string

beforeEach(async () => {
  book = await openNeighbourhoodBook()
  group = await book.aGroup('Kastanjehof')
})
afterEach(() => book.close())

const plan = (day: string, more: Partial<Plan> = {}) =>
  book.api.gatherings.plan({ groupId: group, day, title: 'Theemiddag', ...everything, ...more })
const mark = (gatheringId: string, personId: string, status: AttendanceStatus) =>
  book.api.gatherings.mark({ gatheringId, personId, status })
const invited = async (gatheringId: string) =>
  (await book.api.gatherings.invitees({ gatheringId, find: '', limit: 1000 })).rows
const detail = (id: string) => book.api.gatherings.detail({ id })
const record = async (day: string, marks: Record<string, AttendanceStatus>) => {
  const { id } = await plan(day)
  for (const [personId, status] of Object.entries(marks)) await mark(id, personId, status)
  await book.api.gatherings.complete({ gatheringId: id })
  return id
}

describe('planning', () => {
  it('invites the members and interested people of the group on that day, and nobody else', async () => {
    const other = await book.aGroup('Lindehof')
    await book.aPerson('Ria van den Berg', { groupId: group })
    await book.aPerson('Hassan El Idrissi', { groupId: group, kind: 'belangstellende' })
    await book.aPerson('Nel Contact', { groupId: group, kind: 'contact' })
    await book.aPerson('Piet Gestopt', { groupId: group, until: '2026-10-01' })
    await book.aPerson('Joke Overleden', { groupId: group, deceasedOn: '2026-11-01' })
    await book.aPerson('Kees Later', { groupId: group, from: '2026-12-13' })
    await book.aPerson('Els Overkant', { groupId: other })

    const planned = await plan('2026-12-12')

    expect(planned.invited).toBe(2)
    const rows = await invited(planned.id)
    expect(rows.map((row) => [row.name, row.groupName, row.status])).toEqual([
      ['Ria van den Berg', 'Kastanjehof', 'onbekend'],
      ['Hassan El Idrissi', 'Kastanjehof', 'onbekend'],
    ])
  })

  it('invites everybody to a gathering of the whole association, also in a book without groups', async () => {
    await book.aPerson('Ria van den Berg', { groupId: group })
    await book.aPerson('Zonder Groep')
    const planned = await plan('2026-12-12', { groupId: null })
    expect((await invited(planned.id)).map((row) => row.groupName)).toEqual(['Kastanjehof', null])
  })

  it('refuses a group that is not there and a year typed wrong, and writes nothing', async () => {
    await expect(plan('2026-12-12', { groupId: 'nowhere' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(plan('2062-12-12')).rejects.toMatchObject({
      code: 'gatheringDayFarAway',
      details: { field: 'day', day: '2062-12-12' },
    })
    await expect(plan('2026-02-30')).rejects.toMatchObject({ code: 'badInput', details: { field: 'day' } })
    await expect(plan('2026-12-12', { title: '  ' })).rejects.toMatchObject({
      code: 'badInput',
      details: { field: 'title' },
    })
    expect(await book.rowsOf('gathering', 'attendance')).toEqual({ gathering: [], attendance: [] })
  })

  it('is gone as a whole when it is undone', async () => {
    await book.aPerson('Ria van den Berg', { groupId: group })
    await plan('2026-12-12')
    await book.undoLast()
    expect(await book.rowsOf('gathering', 'attendance')).toEqual({ gathering: [], attendance: [] })
  })
})

describe('the invitation', () => {
  it('offers who joined the group after it was made, and adds them', async () => {
    await book.aPerson('Ria van den Berg', { groupId: group })
    const { id } = await plan('2026-12-12')
    const late = await book.aPerson('Anh Nguyen', { groupId: group, from: '2026-12-01' })
    expect((await detail(id)).lateJoiners).toEqual([{ personId: late, name: 'Anh Nguyen' }])

    await book.api.gatherings.invite({ gatheringId: id, personIds: [late] })

    expect((await detail(id)).lateJoiners).toEqual([])
    expect((await detail(id)).counts.invited).toBe(2)
  })

  it('finds people of other groups by a part of their name, and not those invited already', async () => {
    await book.aPerson('Ria van den Berg', { groupId: group })
    const { id } = await plan('2026-12-12')
    const guest = await book.aPerson('Bérénice Berger')
    const found = await book.api.gatherings.findInvitable({ gatheringId: id, find: 'béren' })
    expect(found).toEqual([{ personId: guest, name: 'Bérénice Berger', groupName: null, isRestricted: false }])
    expect(await book.api.gatherings.findInvitable({ gatheringId: id, find: 'ria' })).toEqual([])
  })

  it('never invites somebody twice, and begins anew on the same row after it was taken back', async () => {
    const ria = await book.aPerson('Ria van den Berg', { groupId: group })
    const { id } = await plan('2026-11-20')
    expect(await book.api.gatherings.invite({ gatheringId: id, personIds: [ria, ria] })).toEqual({ invited: 0 })
    await mark(id, ria, 'niet_gekomen')
    await book.api.gatherings.uninvite({ gatheringId: id, personId: ria })
    expect(await invited(id)).toEqual([])

    await book.api.gatherings.invite({ gatheringId: id, personIds: [ria] })

    expect((await invited(id)).map((row) => row.status)).toEqual(['onbekend'])
    expect(await book.context.db.selectFrom('attendance').selectAll().execute()).toHaveLength(1)
  })

  it('keeps name and group of the day when somebody moves, leaves or is renamed', async () => {
    const ria = await book.aPerson('Ria van den Berg', { groupId: group })
    const id = await record('2026-06-20', { [ria]: 'aanwezig' })
    const { insertRows } = await import('../../../../electron/backend/database/insert-rows.ts')
    const { write } = await import('../../../../electron/backend/database/write.ts')
    const other = await book.aGroup('Lindehof')
    await write(book.context, { kind: 'personMoved' }, async (tx) => {
      await tx.updateTable('neighbourhood_membership').set({ until_day: '2026-07-01' }).execute()
      await tx.updateTable('membership').set({ until_day: '2026-09-01' }).execute()
      await tx.updateTable('person').set({ last_name: 'Smit', infix: '' }).where('id', '=', ria).execute()
      await insertRows(tx, 'neighbourhood_membership', [
        { id: book.context.newId(), person_id: ria, neighbourhood_id: other, from_day: '2026-07-01' },
      ])
    })
    expect(await invited(id)).toMatchObject([
      { name: 'Ria van den Berg', groupName: 'Kastanjehof', status: 'aanwezig' },
    ])
    expect((await detail(id)).counts).toMatchObject({ invited: 1, present: 1 })
  })
})

describe('marking', () => {
  it('counts everybody by what is known, guests apart and unknown as nothing', async () => {
    const people = []
    for (const name of ['Ria Berg', 'Henk Brouwer', 'Hassan Idrissi', 'Nel Oostveen']) {
      people.push(await book.aPerson(name, { groupId: group }))
    }
    const [ria = '', henk = '', hassan = ''] = people
    const { id } = await plan('2026-11-05')
    await mark(id, ria, 'aanwezig')
    await mark(id, henk, 'afgemeld')
    await mark(id, hassan, 'niet_gekomen')
    await book.api.gatherings.setGuests({ gatheringId: id, guests: 3 })

    const shown = await detail(id)

    expect(shown.counts).toEqual({ invited: 4, present: 1, excused: 1, missed: 1, unknown: 1, coming: 0 })
    expect(shown.guests).toBe(3)
    expect(shown.state).toBe('niet_vastgelegd')
    expect(shown.absentees.map((absentee) => absentee.name)).toEqual(['Henk Brouwer', 'Hassan Idrissi'])
  })

  it('gives the rest one answer in one action, which is undone as a whole', async () => {
    const marked = await book.aPerson('Ria Berg', { groupId: group })
    for (let nr = 0; nr < 16; nr += 1) await book.aPerson(`Buur Nummer${nr}`, { groupId: group })
    const { id } = await plan('2026-11-05')
    await mark(id, marked, 'niet_gekomen')
    const before = await book.rowsOf('attendance')

    expect(await book.api.gatherings.markRest({ gatheringId: id })).toEqual({ marked: 16 })
    expect((await detail(id)).counts).toMatchObject({ present: 16, missed: 1, unknown: 0 })

    await book.undoLast()
    expect(await book.rowsOf('attendance')).toEqual(before)
  })

  it('takes only apologies before the day, and remembers who said to come', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    const henk = await book.aPerson('Henk Brouwer', { groupId: group })
    const { id } = await plan('2026-12-12')
    for (const status of ['aanwezig', 'niet_gekomen'] as const) {
      await expect(mark(id, ria, status)).rejects.toMatchObject({ code: 'gatheringNotYetHeld' })
    }
    await expect(book.api.gatherings.markRest({ gatheringId: id })).rejects.toMatchObject({
      code: 'gatheringNotYetHeld',
    })
    await expect(book.api.gatherings.complete({ gatheringId: id })).rejects.toMatchObject({
      code: 'gatheringNotYetHeld',
    })

    await book.api.gatherings.expect({ gatheringId: id, personId: ria, coming: true })
    await mark(id, henk, 'afgemeld')
    expect((await detail(id)).counts).toMatchObject({ coming: 1, excused: 1, unknown: 1, present: 0 })

    // Said to come after all: the apology is taken back.
    await book.api.gatherings.expect({ gatheringId: id, personId: henk, coming: true })
    expect((await detail(id)).counts).toMatchObject({ coming: 2, excused: 0, unknown: 2 })

    // Coming is no presence: after the day nothing is known until it is written down.
    book.setDay('2026-12-13')
    expect((await detail(id)).counts).toMatchObject({ present: 0, unknown: 2 })
  })

  it('accepts marks on the day itself', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    const { id } = await plan('2026-11-23')
    expect((await detail(id)).state).toBe('gepland')
    await mark(id, ria, 'aanwezig')
    await book.api.gatherings.complete({ gatheringId: id })
    expect((await detail(id)).state).toBe('gehouden')
  })

  it('keeps a reason between two kinds of absence, and drops it when the person was there', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    const { id } = await plan('2026-11-05')
    await expect(
      book.api.gatherings.setReason({ gatheringId: id, personId: ria, reason: 'vakantie' }),
    ).rejects.toMatchObject({ code: 'personNotAbsent' })
    await mark(id, ria, 'niet_gekomen')
    await book.api.gatherings.setReason({ gatheringId: id, personId: ria, reason: 'vakantie' })
    await mark(id, ria, 'afgemeld')
    expect((await detail(id)).absentees[0]?.reason).toBe('vakantie')
    await mark(id, ria, 'aanwezig')
    await mark(id, ria, 'niet_gekomen')
    expect((await detail(id)).absentees[0]?.reason).toBeNull()
  })

  it('knows four neutral reasons and nothing about health', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    const { id } = await plan('2026-11-05')
    await mark(id, ria, 'niet_gekomen')
    const ill = { gatheringId: id, personId: ria, reason: 'ziek' } as unknown as {
      gatheringId: string
      personId: string
      reason: 'anders'
    }
    await expect(book.api.gatherings.setReason(ill)).rejects.toMatchObject({ code: 'badInput' })
    const columns = await book.context.db.introspection.getTables()
    const named = columns
      .filter((table) => table.name === 'attendance' || table.name === 'follow_up')
      .flatMap((table) => table.columns.map((column) => column.name))
    expect(named).toContain('reason')
    expect(named.filter((name) => /note|health|care|zorg|ziek/.test(name))).toEqual([])
  })

  it('marks fifty people quickly, each as an action of its own', async () => {
    const people = []
    for (let nr = 0; nr < 50; nr += 1) people.push(await book.aPerson(`Buur Nummer${nr}`, { groupId: group }))
    const { id } = await plan('2026-11-05')
    const begin = performance.now()
    for (const person of people) await mark(id, person, 'aanwezig')
    const spent = performance.now() - begin
    expect((await detail(id)).counts.present).toBe(50)
    const { actions } = await book.api.history.list({ limit: 60 })
    expect(actions.filter((action) => action.kind === 'attendanceMarked')).toHaveLength(50)
    expect(actions[0]?.subject?.name).toBe('Buur Nummer49')
    // A person takes a second for each; the book must never be what they wait for.
    expect(spent).toBeLessThan(5000)
  })
})

describe('calling off', () => {
  it('makes it count nowhere, and can be taken back', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    const id = await record('2026-06-20', { [ria]: 'niet_gekomen' })
    const later = await record('2026-11-05', { [ria]: 'niet_gekomen' })
    expect((await detail(later)).absentees[0]?.absences).toBe(2)

    await book.api.gatherings.cancel({ id })

    expect((await detail(later)).absentees[0]?.absences).toBe(1)
    expect((await detail(id)).absentees).toEqual([])
    await expect(mark(id, ria, 'aanwezig')).rejects.toMatchObject({ code: 'gatheringCalledOff' })
    expect((await book.api.gatherings.forPerson({ personId: ria, limit: 10 })).absences).toBe(1)

    await book.api.gatherings.reinstate({ id })
    expect((await detail(id)).state).toBe('niet_vastgelegd')
  })
})

describe('absences since somebody was last there', () => {
  it('counts recorded gatherings in order of time, two on one day as well', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    await record('2026-03-14', { [ria]: 'aanwezig' })
    const evening = await plan('2026-06-20', { startTime: '20:00' })
    await mark(evening.id, ria, 'niet_gekomen')
    await book.api.gatherings.complete({ gatheringId: evening.id })
    const morning = await plan('2026-06-20', { startTime: '10:00' })
    await mark(morning.id, ria, 'aanwezig')
    await book.api.gatherings.complete({ gatheringId: morning.id })
    const last = await record('2026-11-05', { [ria]: 'afgemeld' })

    expect((await detail(last)).absentees[0]).toMatchObject({ absences: 2, unknown: 0 })
    expect(await book.api.gatherings.forPerson({ personId: ria, limit: 2 })).toMatchObject({ total: 4, absences: 2 })
  })

  it('never counts unknown as absent, and says that it lay between', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    await record('2026-02-01', { [ria]: 'niet_gekomen' })
    await record('2026-06-20', {})
    const last = await record('2026-11-05', { [ria]: 'niet_gekomen' })
    expect((await detail(last)).absentees[0]).toMatchObject({ absences: 2, unknown: 1 })
    await mark(last, ria, 'onbekend')
    expect((await detail(last)).absentees).toEqual([])
    expect((await book.api.gatherings.forPerson({ personId: ria, limit: 10 })).absences).toBe(1)
  })

  it('looks only at what was written down: a gathering still open does not count', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    const open = await plan('2026-10-01')
    await mark(open.id, ria, 'niet_gekomen')
    const last = await record('2026-11-05', { [ria]: 'niet_gekomen' })
    expect((await detail(last)).absentees[0]?.absences).toBe(1)
  })
})

describe('the list', () => {
  it('has what is planned, what asks to be written down, and the past per year and group', async () => {
    const other = await book.aGroup('Lindehof')
    await plan('2026-12-12', { title: 'Borrel' })
    await plan('2026-11-05')
    await record('2026-06-20', {})
    await record('2025-11-08', {})
    await plan('2026-11-12', { groupId: other, title: 'Lunch' })
    const cancelled = await plan('2026-04-01', { title: 'Wandeling' })
    await book.api.gatherings.cancel({ id: cancelled.id })

    const ahead = await plan('2026-12-20', { title: 'Kerst' })
    await book.api.gatherings.cancel({ id: ahead.id })

    const all = await book.api.gatherings.list({ year: null, group: null })
    expect(all.planned.map((row) => [row.title, row.state])).toEqual([
      ['Borrel', 'gepland'],
      ['Kerst', 'afgelast'],
    ])
    expect(all.toRecord.map((row) => row.day)).toEqual(['2026-11-05', '2026-11-12'])
    expect(all.past.map((row) => [row.day, row.state])).toEqual([
      ['2026-06-20', 'gehouden'],
      ['2026-04-01', 'afgelast'],
    ])
    expect(all.years).toEqual([2026, 2025])

    const earlier = await book.api.gatherings.list({ year: 2025, group: group })
    expect(earlier.past.map((row) => row.day)).toEqual(['2025-11-08'])
    const lindehof = await book.api.gatherings.list({ year: null, group: other })
    expect(lindehof.toRecord.map((row) => row.title)).toEqual(['Lunch'])
    const everybody = await book.api.gatherings.list({ year: null, group: 'association' })
    expect([everybody.planned, everybody.toRecord, everybody.past].flat()).toEqual([])
  })

  it('is empty in a book without groups and without gatherings', async () => {
    const empty = await openNeighbourhoodBook()
    const shown = await empty.api.gatherings.list({ year: null, group: null })
    expect(shown).toMatchObject({ groups: [], years: [], year: 2026, planned: [], toRecord: [], past: [] })
    await empty.close()
  })
})

describe('the bin', () => {
  it('takes a gathering out of every list and count, and gives it back whole', async () => {
    const ria = await book.aPerson('Ria Berg', { groupId: group })
    const id = await record('2026-06-20', { [ria]: 'niet_gekomen' })
    const before = await book.rowsOf('gathering', 'attendance', 'follow_up')
    await book.api.gatherings.remove({ id })
    await expect(detail(id)).rejects.toMatchObject({ code: 'notFound' })
    expect((await book.api.gatherings.forPerson({ personId: ria, limit: 10 })).total).toBe(0)
    await book.undoLast()
    expect(await book.rowsOf('gathering', 'attendance', 'follow_up')).toEqual(before)
  })
})

it('nobody is invited who was erased while the gathering was being planned', async () => {
  const ria = await book.aPerson('Ria Berg', { groupId: group })
  await book.aPerson('Henk Brouwer', { groupId: group })
  let erasing: Promise<unknown> | undefined
  const assertWhole = () => {
    // Another window is just ahead.
    erasing ??= eraseNow(book.context, ria)
  }
  const wish = { ...everything, groupId: group, day: '2026-12-01', title: 'Theemiddag' }
  expect(await planGathering({ ...book.context, assertWhole }, wish)).toMatchObject({ invited: 1 })
  await erasing
  expect(JSON.stringify(await book.rowsOf('attendance'))).not.toContain('Ria')
  expect((await book.api.history.lastAction({}))?.details).toEqual({ count: 1, day: '2026-12-01' })
})
