import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import { aNeighbour, aPair, aProgramme, aRound, theyMet } from '../../../support/pairs-book.ts'
import { tasksButDues } from '../../../support/tasks-but-dues.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend({ today: '2026-01-12' })
})
afterEach(() => book.close())

const nothing = {
  roundId: null,
  day: '2026-01-12',
  interests: null,
  availability: null,
  languages: null,
  brings: null,
  spokenOn: null,
}
const together = { sharedGround: null, aBrings: null, bBrings: null, isOnce: false, coachPersonId: null }
const showProgramme = (id: string) => book.api.pairs.programme({ id })

describe('who waits', () => {
  it('is in the list until a pair is made of them, and again after that ended and they came back', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    const [semret, ria] = [await aNeighbour(book, 'Semret Tesfay'), await aNeighbour(book, 'Ria Berg')]
    const one = await book.api.pairs.takeIntake({
      ...nothing,
      programmeId,
      personId: semret,
      side: 'a',
      interests: 'koken',
    })
    const other = await book.api.pairs.takeIntake({ ...nothing, programmeId, personId: ria, side: 'b' })
    expect((await showProgramme(programmeId)).waiting.map(({ party, side }) => [party.name, side])).toEqual([
      ['Semret Tesfay', 'a'],
      ['Ria Berg', 'b'],
    ])

    const { id } = await book.api.pairs.form({
      aIntakeId: one.id,
      bIntakeId: other.id,
      roundId: null,
      fromDay: '2026-01-12',
      ...together,
    })
    const shown = await showProgramme(programmeId)
    expect(shown.waiting).toEqual([])
    expect(shown.running).toMatchObject([{ id, from: '2026-01-12', plannedUntil: '2026-05-12', contacts: 0 }])

    book.setDay('2026-02-20')
    await book.api.pairs.end({ id, day: '2026-02-20', reason: 'geen_klik', continued: false })
    expect((await showProgramme(programmeId)).waiting).toEqual([])
    book.setDay('2026-02-21')
    await book.api.pairs.takeIntake({ ...nothing, programmeId, personId: semret, side: 'a', day: '2026-02-21' })
    expect((await showProgramme(programmeId)).waiting).toHaveLength(1)
  })

  it('waits once, and no longer when they withdraw: then the words go', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    const personId = await aNeighbour(book, 'Ria Berg')
    const { id } = await book.api.pairs.takeIntake({
      ...nothing,
      programmeId,
      personId,
      side: 'b',
      interests: 'muziek',
    })
    expect(await codeOf(book.api.pairs.takeIntake({ ...nothing, programmeId, personId, side: 'b' }))).toBe(
      'alreadyWaiting',
    )
    await book.api.pairs.withdrawIntake({ id })
    expect((await showProgramme(programmeId)).waiting).toEqual([])
    await book.api.history.undo({})
    expect((await showProgramme(programmeId)).waiting).toMatchObject([{ id, interests: 'muziek' }])
  })

  it('is a whole household in a programme between households, named together', async () => {
    const programmeId = await aProgramme(book, 'huishoudens')
    const ruud = await aNeighbour(book, 'Ruud Pinas')
    const joyce = await aNeighbour(book, 'Joyce Pinas', ruud)
    await book.api.pairs.takeIntake({ ...nothing, programmeId, personId: ruud, side: 'b' })
    expect((await showProgramme(programmeId)).waiting[0]?.party).toMatchObject({
      kind: 'household',
      name: 'Joyce & Ruud Pinas',
    })
    expect(await codeOf(book.api.pairs.takeIntake({ ...nothing, programmeId, personId: joyce, side: 'b' }))).toBe(
      'alreadyWaiting',
    )
    expect((await book.api.pairs.forPerson({ personId: joyce })).waiting).toHaveLength(1)
  })
})

describe('a pair', () => {
  it('is made of two who wait on different sides, and of nobody twice', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    const a = await book.api.pairs.takeIntake({
      ...nothing,
      programmeId,
      personId: await aNeighbour(book, 'Anh Le'),
      side: 'a',
    })
    const b = await book.api.pairs.takeIntake({
      ...nothing,
      programmeId,
      personId: await aNeighbour(book, 'Bep Kok'),
      side: 'b',
    })
    const c = await book.api.pairs.takeIntake({
      ...nothing,
      programmeId,
      personId: await aNeighbour(book, 'Cor Mol'),
      side: 'b',
    })
    const form = (aIntakeId: string, bIntakeId: string) =>
      book.api.pairs.form({ aIntakeId, bIntakeId, roundId: null, fromDay: '2026-01-12', ...together })
    expect(await codeOf(form(b.id, c.id))).toBe('badInput')
    expect(await codeOf(form(a.id, a.id))).toBe('pairNeedsTwo')
    await form(a.id, b.id)
    expect(await codeOf(form(a.id, c.id))).toBe('notWaiting')
  })

  it('takes a contact from its first day up to today, and none after it ended', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    const id = await aPair(book, {
      programmeId,
      a: await aNeighbour(book, 'Anh Le'),
      b: await aNeighbour(book, 'Bep Kok'),
      day: '2026-01-12',
    })
    const met = (day: string) =>
      book.api.pairs.recordContact({ pairId: id, day, confirmedBy: 'begeleider', initiatedBy: 'a' })
    expect(await codeOf(met('2026-01-11'))).toBe('dayBeforeStart')
    expect(await codeOf(met('2026-01-13'))).toBe('dayInFuture')
    book.setDay('2026-03-01')
    const { id: contact } = await met('2026-02-01')
    await book.api.pairs.end({ id, day: '2026-02-10', reason: 'verhuisd', continued: null })
    expect(await codeOf(met('2026-02-11'))).toBe('dayAfterEnd')
    await book.api.pairs.changeContact({ id: contact, day: '2026-02-02', confirmedBy: null, initiatedBy: 'b' })
    expect(await book.api.pairs.pair({ pairId: id })).toMatchObject({
      contacts: [{ day: '2026-02-02', confirmedBy: null, initiatedBy: 'b' }],
      pair: { contacts: 0, lastContact: null },
    })
    await book.api.pairs.removeContact({ id: contact })
    expect((await book.api.pairs.pair({ pairId: id })).contacts).toEqual([])
  })

  it('stays in what came of its round when it ends early, and keeps its programme from being thrown away', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    const roundId = await aRound(book, programmeId, 'Voorjaar', '2026-01-10')
    const id = await aPair(book, {
      programmeId,
      roundId,
      a: await aNeighbour(book, 'Anh Le'),
      b: await aNeighbour(book, 'Bep Kok'),
      day: '2026-01-12',
    })
    await book.api.pairs.end({ id, day: '2026-01-12', reason: 'geen_klik', continued: null })
    const shown = await showProgramme(programmeId)
    expect(shown.rounds).toMatchObject([{ outcome: { pairs: 1, never: 1, once: 0, oftener: 0 } }])
    expect(shown.ended).toHaveLength(1)
    expect(await codeOf(book.api.pairs.removeProgramme({ id: programmeId }))).toBe('programmeInUse')
    expect(await codeOf(book.api.pairs.removeRound({ id: roundId }))).toBe('programmeInUse')
    await book.api.pairs.remove({ id })
    await book.api.pairs.removeProgramme({ id: programmeId })
    expect((await book.api.pairs.programmes({})).programmes).toEqual([])
  })

  it('asks attention on the Overzicht when its rhythm drops, only while the book keeps pairs', async () => {
    const programmeId = await aProgramme(book, 'huishoudens')
    const pair = await aPair(book, {
      programmeId,
      a: await aNeighbour(book, 'Semret Tesfay'),
      b: await aNeighbour(book, 'Ria Berg'),
      day: '2026-01-12',
    })
    book.setDay('2026-02-28')
    await theyMet(book, pair, '2026-02-03')
    book.setDay('2026-03-01')
    expect(await tasksButDues(book)).toEqual([])
    await book.api.books.useModules({ modules: ['pairs'], preset: 'families' })
    expect(await tasksButDues(book)).toMatchObject([
      { code: 'pairRhythm', count: 1, names: ['Semret Tesfay · Ria Berg'], target: 'pairs' },
    ])
    await theyMet(book, pair, '2026-02-20')
    expect(await tasksButDues(book)).toEqual([])
  })

  it('is named in the history by both', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    await aPair(book, {
      programmeId,
      a: await aNeighbour(book, 'Anh Le'),
      b: await aNeighbour(book, 'Bep Kok'),
      day: '2026-01-12',
    })
    expect(await book.api.history.lastAction({})).toMatchObject({
      kind: 'pairFormed',
      subject: { name: 'Anh Le · Bep Kok' },
    })
    const [pair] = (await showProgramme(programmeId)).running
    const { actions } = await book.api.history.ofRecord({ table: 'pair', id: pair?.id ?? '' })
    expect(actions.map(({ kind }) => kind)).toEqual(['pairFormed'])
  })
})

describe('whoever goes', () => {
  it('leaves the pair when they die or are thrown away, and it still counts', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    const roundId = await aRound(book, programmeId, 'Voorjaar', '2026-01-10')
    const [anh, bep] = [await aNeighbour(book, 'Anh Le'), await aNeighbour(book, 'Bep Kok')]
    const id = await aPair(book, { programmeId, roundId, a: anh, b: bep, day: '2026-01-12' })
    book.setDay('2026-02-01')
    await book.api.members.remove({ personId: bep })
    expect(await showProgramme(programmeId)).toMatchObject({
      running: [],
      ended: [{ id, until: '2026-02-01' }],
      rounds: [{ outcome: { pairs: 1 } }],
    })
    await book.api.trash.erase({ table: 'person', id: bep })
    const { pair } = await book.api.pairs.pair({ pairId: id })
    expect(pair).toMatchObject({ b: { name: '' }, sharedGround: null, bBrings: null })
  })

  it('is a whole household: only when nobody is left there do its pairs end and does it wait no more', async () => {
    const programmeId = await aProgramme(book, 'huishoudens')
    const ruud = await aNeighbour(book, 'Ruud Pinas')
    const joyce = await aNeighbour(book, 'Joyce Pinas', ruud)
    const id = await aPair(book, { programmeId, a: ruud, b: await aNeighbour(book, 'Ria Berg'), day: '2026-01-12' })
    const waiting = await aNeighbour(book, 'Wim Ver')
    await book.api.pairs.takeIntake({ ...nothing, programmeId, personId: waiting, side: 'b' })
    await book.api.members.markDeceased({ personId: ruud, day: '2026-01-12' })
    await book.api.members.remove({ personId: waiting })
    expect(await showProgramme(programmeId)).toMatchObject({ running: [{ id }], waiting: [] })
    await book.api.members.remove({ personId: joyce })
    expect(await showProgramme(programmeId)).toMatchObject({ running: [], ended: [{ id }] })
  })

  it('is not asked after again: a pair with nobody on one side cannot go on', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    const [anh, bep] = [await aNeighbour(book, 'Anh Le'), await aNeighbour(book, 'Bep Kok')]
    const id = await aPair(book, { programmeId, a: anh, b: bep, day: '2026-01-12' })
    await book.api.members.markDeceased({ personId: bep, day: '2026-01-12' })
    expect(await codeOf(book.api.pairs.reopen({ id }))).toBe('pairSideGone')
    expect(await showProgramme(programmeId)).toMatchObject({ running: [], ended: [{ id }] })
  })

  it('goes on when somebody comes back from the bin, unless it was ended otherwise or the other has gone', async () => {
    const programmeId = await aProgramme(book, 'maatjes')
    const [anh, bep, cor] = [
      await aNeighbour(book, 'Anh Le'),
      await aNeighbour(book, 'Bep Kok'),
      await aNeighbour(book, 'Cor Dam'),
    ]
    const id = await aPair(book, { programmeId, a: anh, b: bep, day: '2026-01-12' })
    const other = await aPair(book, { programmeId, a: cor, b: await aNeighbour(book, 'Els Mol'), day: '2026-01-12' })
    const [second, jo] = [await aProgramme(book, 'maatjes', 'Wandelen'), await aNeighbour(book, 'Jo Pool')]
    const lost = await aPair(book, { programmeId: second, a: cor, b: jo, day: '2026-01-12' })
    await book.api.members.remove({ personId: bep })
    await book.api.trash.restore({ table: 'person', id: bep })
    expect((await showProgramme(programmeId)).running.map((pair) => pair.id).sort()).toEqual([id, other].sort())
    await book.api.members.remove({ personId: cor })
    await book.api.pairs.end({ id: other, day: '2026-01-12', reason: 'klaar', continued: true })
    await book.api.members.markDeceased({ personId: jo, day: '2026-01-12' })
    await book.api.trash.restore({ table: 'person', id: cor })
    expect(await showProgramme(programmeId)).toMatchObject({ running: [{ id }], ended: [{ id: other }] })
    expect(await showProgramme(second)).toMatchObject({ running: [], ended: [{ id: lost }] })
  })

  it('takes the words about their household along when they are erased', async () => {
    const programmeId = await aProgramme(book, 'huishoudens')
    const [ruud, ria] = [await aNeighbour(book, 'Ruud Pinas'), await aNeighbour(book, 'Ria Berg')]
    const id = await aPair(book, { programmeId, a: ruud, b: ria, day: '2026-01-12' })
    await book.api.members.remove({ personId: ruud })
    await book.api.trash.erase({ table: 'person', id: ruud })
    expect((await book.api.pairs.pair({ pairId: id })).pair).toMatchObject({ sharedGround: null, aBrings: null })
  })
})
