import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyOldTrash } from '../../../../electron/backend/history/empty-old-trash.ts'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

type Start = Parameters<NeighbourhoodBook['api']['series']['start']>[0]

let book: NeighbourhoodBook
beforeEach(async () => {
  book = await openNeighbourhoodBook('2026-11-23')
})
afterEach(() => book.close())

const table: Start = {
  title: 'Praattafel',
  groupId: null,
  counted: 'aantal',
  place: 'Buurthuis',
  startTime: '19:30',
  rhythm: { kind: 'maand', every: 1, nth: 1, firstDay: '2026-12-01' },
  asksLanguages: true,
}
const start = (more: Partial<Start> = {}) => book.api.series.start({ ...table, ...more })
const open = (id: string) => book.api.series.get({ id })
const plannedDays = async (id: string) => (await open(id)).planned.map(({ day }) => day)
const firstPlanned = async (id: string) => {
  const [meeting] = (await open(id)).planned
  if (!meeting) throw new Error('nothing planned')
  return meeting.id
}

describe('a series', () => {
  it('plans its next six meetings and invites nobody when people are only counted', async () => {
    const { id, planned } = await start()

    expect(planned).toBe(6)
    expect(await plannedDays(id)).toEqual([
      '2026-12-01',
      '2027-01-05',
      '2027-02-02',
      '2027-03-02',
      '2027-04-06',
      '2027-05-04',
    ])
    const meeting = await book.api.gatherings.detail({ id: await firstPlanned(id) })
    expect([meeting.title, meeting.place, meeting.startTime, meeting.counts.invited, meeting.lateJoiners]).toEqual([
      'Praattafel',
      'Buurthuis',
      '19:30',
      0,
      [],
    ])
  })

  it('invites the group to each meeting when people are written down by name', async () => {
    const groupId = await book.aGroup('Kastanjehof')
    await book.aPerson('Ria van den Berg', { groupId })
    const { id } = await start({ counted: 'namen', groupId })
    const meeting = await book.api.gatherings.detail({ id: await firstPlanned(id) })
    expect(meeting.counts.invited).toBe(1)
  })

  it('begins at the next day of the rhythm when its first day has passed', async () => {
    const { id } = await start({ rhythm: { kind: 'weken', every: 2, nth: null, firstDay: '2026-11-10' } })
    expect((await plannedDays(id)).slice(0, 2)).toEqual(['2026-11-24', '2026-12-08'])
  })
})

describe('writing down how many came', () => {
  it('is one action that closes the meeting and plans one more; undo takes back both', async () => {
    const { id } = await start()
    const meeting = await firstPlanned(id)
    book.setDay('2026-12-02')

    await book.api.gatherings.recordHeadcount({ gatheringId: meeting, count: 23, languages: 'Nederlands, Tigrinya' })

    const after = await open(id)
    expect(after.last).toEqual({ id: meeting, day: '2026-12-01', came: 23 })
    expect(after.planned).toHaveLength(6)
    expect(after.planned.at(-1)?.day).toBe('2027-06-01')
    expect(after.languages).toEqual([
      { language: 'Nederlands', meetings: 1 },
      { language: 'Tigrinya', meetings: 1 },
    ])

    await book.undoLast()
    const undone = await open(id)
    expect([undone.held, undone.planned.length, undone.toRecord.length]).toEqual([0, 5, 1])
  })

  it('waits for the day, and is refused where people are written down by name', async () => {
    const { id } = await start()
    const ahead = { gatheringId: await firstPlanned(id), count: 4 }
    await expect(book.api.gatherings.recordHeadcount(ahead)).rejects.toMatchObject({ code: 'gatheringNotYetHeld' })
    const { id: byName } = await start({ counted: 'namen' })
    book.setDay('2026-12-01')
    const named = { gatheringId: await firstPlanned(byName), count: 4 }
    await expect(book.api.gatherings.recordHeadcount(named)).rejects.toMatchObject({ code: 'countedByName' })
  })

  it('counts a language once a meeting, however it is written', async () => {
    const { id } = await start({ rhythm: { kind: 'weken', every: 1, nth: null, firstDay: '2026-11-23' } })
    const spoken = ['Arabisch, Nederlands', 'arabisch en Oekraïens; ARABISCH', null]
    for (const [week, languages] of spoken.entries()) {
      const meeting = (await open(id)).toRecord[0]?.id ?? (await firstPlanned(id))
      await book.api.gatherings.recordHeadcount({ gatheringId: meeting, count: 8, languages })
      book.setDay(['2026-11-30', '2026-12-07', '2026-12-14'][week] ?? '')
    }
    expect((await open(id)).languages).toEqual([
      { language: 'Arabisch', meetings: 2 },
      { language: 'Nederlands', meetings: 1 },
      { language: 'Oekraïens', meetings: 1 },
    ])
  })
})

describe('changing', () => {
  it('a meeting that was moved or skipped stays as it is; the others follow', async () => {
    const { id } = await start()
    const [first, second, third] = (await open(id)).planned
    const detail = await book.api.gatherings.detail({ id: first?.id ?? '' })
    const { title, language, theme, programme, note, capacity, hostPersonId } = detail
    const facts = { title, language, theme, programme, note, capacity, hostPersonId }
    await book.api.gatherings.change({
      id: detail.id,
      day: '2026-12-03',
      place: 'De Ekster',
      startTime: '20:00',
      ...facts,
    })
    await book.api.gatherings.cancel({ id: second?.id ?? '' })

    await book.api.series.change({
      id,
      title: 'Taaltafel',
      place: 'Bibliotheek',
      startTime: '10:00',
      rhythm: table.rhythm,
      asksLanguages: false,
    })

    const moved = await book.api.gatherings.detail({ id: first?.id ?? '' })
    expect([moved.day, moved.title, moved.place, moved.startTime]).toEqual([
      '2026-12-03',
      'Taaltafel',
      'De Ekster',
      '20:00',
    ])
    const usual = await book.api.gatherings.detail({ id: third?.id ?? '' })
    expect([usual.day, usual.title, usual.place, usual.startTime]).toEqual([
      '2027-02-02',
      'Taaltafel',
      'Bibliotheek',
      '10:00',
    ])
    const planned = (await open(id)).planned
    expect(planned[0]).toMatchObject({ day: '2026-12-03', moved: true })
    expect(planned[1]).toMatchObject({ day: '2027-01-05', cancelled: true })
  })

  it('another rhythm plans anew, keeps what was moved, and can go back', async () => {
    const { id } = await start()
    const before = await plannedDays(id)
    const weekly = { kind: 'weken', every: 1, nth: null, firstDay: '2026-12-03' } as const
    const { groupId: _group, counted: _counted, ...settings } = table

    await book.api.series.change({ id, ...settings, rhythm: weekly })
    expect((await plannedDays(id)).slice(0, 3)).toEqual(['2026-12-03', '2026-12-10', '2026-12-17'])

    await book.api.series.change({ id, ...settings })
    expect(await plannedDays(id)).toEqual(before)
  })

  it('another rhythm keeps the meetings that somebody worked on', async () => {
    const { id } = await start()
    const planned = (await open(id)).planned
    const [host, place, lift, speaker, theme] = planned.map((meeting) => meeting.id)
    const person = await book.aPerson('Ria van den Berg')
    const changeOne = async (gatheringId: string, change: { hostPersonId?: string; place?: string }) => {
      const detail = await book.api.gatherings.detail({ id: gatheringId })
      const { day, title, startTime, language, programme, note, capacity } = detail
      const plan = { day, title, startTime, language, theme: detail.theme, programme, note, capacity }
      const before = { place: detail.place, hostPersonId: detail.hostPersonId }
      await book.api.gatherings.change({ id: gatheringId, ...plan, ...before, ...change })
    }
    await changeOne(host ?? '', { hostPersonId: person })
    await changeOne(place ?? '', { place: 'De Ekster' })
    await book.api.lifts.add({ gatheringId: lift ?? '', personId: person, kind: 'nodig', seats: 1, note: '' })
    const spoke = { kind: 'spreker', personId: person, name: '', topic: 'Fietsen', consentDay: '2026-11-23' } as const
    await book.api.speakers.add({ gatheringId: speaker ?? '', ...spoke })
    const asked = await book.api.themes.ask({ theme: 'Zorg', seriesId: null })
    await book.api.themes.hold({ id: asked.id, gatheringId: theme ?? '' })

    const { groupId: _group, counted: _counted, ...settings } = table
    const fridays = { kind: 'weken', every: 1, nth: null, firstDay: '2026-12-04' } as const
    await book.api.series.change({ id, ...settings, title: 'Taaltafel', rhythm: fridays })
    expect(await plannedDays(id)).toEqual(['2026-12-04', ...planned.slice(0, 5).map(({ day }) => day)].sort())
  })

  it('a first day typed far away is refused, also before it is saved', async () => {
    const { id } = await start()
    const far = { ...table.rhythm, firstDay: '9999-12-20' }
    const { groupId: _group, counted: _counted, ...settings } = table
    const refused = { code: 'gatheringDayFarAway', details: { day: '9999-12-20' } }
    await expect(book.api.series.change({ id, ...settings, rhythm: far })).rejects.toMatchObject(refused)
    await expect(book.api.series.preview({ rhythm: far })).rejects.toMatchObject(refused)
  })

  it('after another rhythm the next meeting is planned where that rhythm goes on', async () => {
    const { id } = await start()
    const weekly = { kind: 'weken', every: 1, nth: null, firstDay: '2026-12-01' } as const
    const { groupId: _group, counted: _counted, ...settings } = table
    await book.api.series.change({ id, ...settings, rhythm: weekly })
    const meeting = await firstPlanned(id)
    book.setDay('2026-12-02')
    await book.api.gatherings.recordHeadcount({ gatheringId: meeting, count: 9 })
    expect((await plannedDays(id)).slice(-2)).toEqual(['2027-01-05', '2027-01-12'])

    // The first Tuesday of February was planned by the old rhythm, and made way.
    book.setDay('2027-01-06')
    await book.api.series.planAhead({ id })
    expect((await plannedDays(id)).slice(-4)).toEqual(['2027-01-26', '2027-02-02', '2027-02-09', '2027-02-16'])
  })

  it('what somebody threw away does not come back with another rhythm or by going on again', async () => {
    const { id } = await start()
    await book.api.gatherings.remove({ id: await firstPlanned(id) })
    const { groupId: _group, counted: _counted, ...settings } = table
    const weekly = { kind: 'weken', every: 1, nth: null, firstDay: '2026-12-01' } as const
    await book.api.series.change({ id, ...settings, rhythm: weekly })
    const weeks = ['2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05', '2027-01-12']
    expect(await plannedDays(id)).toEqual(weeks)
    await book.api.series.end({ id, day: '2026-11-24' })
    expect(await book.api.series.resume({ id })).toEqual({ planned: 6 })
    expect(await plannedDays(id)).toEqual(weeks)
  })

  it('what somebody threw away does not come back when the Prullenbak was emptied', async () => {
    const { id } = await start()
    const skipped = (await open(id)).planned.find(({ day }) => day === '2027-05-04')
    await book.api.gatherings.remove({ id: skipped?.id ?? '' })
    expect((await book.api.trash.list({})).items).toMatchObject([{ id: skipped?.id, goesOn: '2027-05-05' }])
    book.setDay('2027-01-10')
    await emptyOldTrash(book.context)
    await book.api.series.planAhead({ id })
    expect(await plannedDays(id)).toEqual([
      ...['2027-02-02', '2027-03-02', '2027-04-06', '2027-06-01', '2027-07-06', '2027-08-03'],
    ])
    book.setDay('2027-05-05')
    expect(await emptyOldTrash(book.context)).toBe(1)
  })

  it('ends on a day: what was planned after it goes, and nothing is planned any more', async () => {
    const { id } = await start()
    const meeting = await firstPlanned(id)
    expect(await book.api.series.end({ id, day: '2026-12-15' })).toEqual({ removed: 5 })
    expect(await plannedDays(id)).toEqual(['2026-12-01'])
    book.setDay('2026-12-20')
    await book.api.gatherings.recordHeadcount({ gatheringId: meeting, count: 12 })
    expect(await plannedDays(id)).toEqual([])
    expect((await book.api.series.list({})).ended.map((one) => one.id)).toEqual([id])

    expect((await book.api.series.resume({ id })).planned).toBe(6)
    expect((await plannedDays(id))[0]).toBe('2027-01-05')
  })

  it('a meeting is the same one whenever it is planned: two computers make one of it', async () => {
    const { id } = await start()
    const ids = (await open(id)).planned.map((meeting) => meeting.id)
    await book.api.series.end({ id, day: '2026-11-24' })
    expect(await plannedDays(id)).toEqual([])
    await book.api.series.resume({ id })
    expect((await open(id)).planned.map((meeting) => meeting.id)).toEqual(ids)
  })

  it('a day of the rhythm that was added by hand gets no second meeting', async () => {
    const { id } = await start({ rhythm: { kind: 'los', every: 1, nth: null, firstDay: '2026-12-01' } })
    await book.api.series.addMeeting({ seriesId: id, day: '2026-12-01' })
    const { groupId: _group, counted: _counted, ...settings } = table
    await book.api.series.change({ id, ...settings })
    const days = await plannedDays(id)
    expect(days.filter((day) => day === '2026-12-01')).toHaveLength(1)
    expect(days).toContain('2027-01-05')
  })

  it('by name, the next meeting is planned when one is filled in', async () => {
    const { id } = await start({ counted: 'namen' })
    const meeting = await firstPlanned(id)
    book.setDay('2026-12-01')
    await book.api.gatherings.complete({ gatheringId: meeting })
    expect((await plannedDays(id)).at(-1)).toBe('2027-06-01')
  })

  it('has one meeting a day: none moves to the day of another, by hand nor in the form', async () => {
    const { id } = await start()
    const meetingId = await firstPlanned(id)
    const taken = { code: 'seriesDayTaken', details: { field: 'day', day: '2027-01-05' } }
    await expect(book.api.gatherings.move({ id: meetingId, day: '2027-01-05' })).rejects.toMatchObject(taken)
    const { title, place, startTime, capacity, language, theme, programme, note } = await book.api.gatherings.detail({
      id: meetingId,
    })
    const form = { ...plainGathering, title, place, startTime, capacity, language, theme, programme, note }
    await expect(book.api.gatherings.change({ id: meetingId, ...form, day: '2027-01-05' })).rejects.toMatchObject(taken)
    await book.api.gatherings.move({ id: meetingId, day: '2027-01-06' })
    expect((await plannedDays(id)).slice(0, 2)).toEqual(['2027-01-05', '2027-01-06'])
  })

  it('can be planned ahead while its rhythm gives more days than stand in the list', async () => {
    const { id } = await start()
    expect((await open(id)).canPlanAhead).toBe(false)
    await book.api.gatherings.cancel({ id: await firstPlanned(id) })
    expect((await open(id)).canPlanAhead).toBe(true)
    await book.api.series.end({ id, day: '2027-03-01' })
    expect((await open(id)).canPlanAhead).toBe(false)
  })

  it('takes an extra day, also one that has passed, but not twice the same', async () => {
    const { id } = await start({ rhythm: { kind: 'los', every: 1, nth: null, firstDay: '2026-11-23' } })
    expect(await plannedDays(id)).toEqual([])
    const { id: extra } = await book.api.series.addMeeting({ seriesId: id, day: '2026-11-21' })
    await book.api.gatherings.recordHeadcount({ gatheringId: extra, count: 5 })
    expect((await open(id)).last).toMatchObject({ came: 5 })
    await expect(book.api.series.addMeeting({ seriesId: id, day: '2026-11-21' })).rejects.toMatchObject({
      code: 'seriesDayTaken',
    })
  })
})

it('a meeting thrown away does not come back by planning ahead', async () => {
  const { id } = await start()
  const last = (await open(id)).planned.at(-1)
  await book.api.gatherings.remove({ id: last?.id ?? '' })
  await book.api.series.planAhead({ id })
  const days = await plannedDays(id)
  expect(days).toHaveLength(6)
  expect(days).not.toContain(last?.day)
})

it('a group that is closed plans no more, and one with a series is not thrown away', async () => {
  const groupId = await book.aGroup('Kastanjehof')
  const { id } = await start({ groupId })
  await expect(book.api.neighbourhoods.remove({ id: groupId })).rejects.toMatchObject({ code: 'groupInUse' })
  await book.api.neighbourhoods.close({ id: groupId, day: '2026-12-31' })
  expect((await open(id)).untilDay).toBe('2026-12-31')
})
