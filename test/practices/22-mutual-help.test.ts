// What works between two people: common ground, both bring something, a click, somebody who guides, often, mutual. The book says so
// softly when a pair is made, refuses nothing, asks about one side that always begins, and never about anybody's standing.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pairs as contract } from '../../shared/contract/pairs.ts'
import { adviseOnPair } from '../../shared/domain/pair-advice.ts'
import { aNeighbour, aPair, aProgramme } from '../support/pairs-book.ts'
import { openTestBackend, type TestBackend } from '../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend({ today: '2026-01-05' })
  await book.api.books.useModules({ preset: 'buddies', modules: ['pairs'] })
})
afterEach(() => book.close())

it('advises on ground, on what each brings, on a one-off and on guidance, and makes the pair all the same', async () => {
  const draft = { sharedGround: null, aBrings: 'Tijd', bBrings: null, isOnce: true }
  expect(adviseOnPair({ ...draft, hasCoach: false })).toEqual(['noGround', 'onlyA', 'once', 'noCoach'])

  const { api } = book
  const programmeId = await aProgramme(book, 'maatjes')
  const blank = { roundId: null, day: '2026-01-05', interests: null, availability: null, languages: null, brings: null }
  const sign = async (name: string, side: 'a' | 'b') =>
    api.pairs.takeIntake({
      programmeId,
      personId: await aNeighbour(book, name),
      side,
      spokenOn: '2026-01-04',
      ...blank,
    })
  const [a, b] = [await sign('Anh Le', 'a'), await sign('Bep Kok', 'b')]
  const pair = { aIntakeId: a.id, bIntakeId: b.id, roundId: null, fromDay: '2026-01-05', coachPersonId: null }
  const { id } = await api.pairs.form({ ...pair, ...draft })
  expect(await api.pairs.pair({ pairId: id })).toMatchObject({ pair: { isOnce: true, aBrings: 'Tijd', bBrings: null } })
})

it('keeps the click of each apart, and the training', async () => {
  const { api } = book
  const programmeId = await aProgramme(book, 'maatjes')
  const day = '2026-01-05'
  const id = await aPair(book, {
    programmeId,
    a: await aNeighbour(book, 'Anh Le'),
    b: await aNeighbour(book, 'Bep Kok'),
    day,
  })
  const { pair } = await api.pairs.pair({ pairId: id })
  await api.pairs.change({
    id,
    roundId: null,
    fromDay: pair.from,
    plannedUntil: pair.plannedUntil,
    sharedGround: pair.sharedGround,
    aBrings: pair.aBrings,
    bBrings: pair.bBrings,
    isOnce: false,
    coachPersonId: null,
    deputyPersonId: null,
    aClick: 'ja',
    bClick: 'weet_niet',
    trainedOn: '2026-01-03',
    restUntil: null,
    guardianName: null,
    guardianContact: null,
    school: null,
    goal: null,
    parentConsentOn: null,
    vogUntil: null,
  })
  expect(await api.pairs.pair({ pairId: id })).toMatchObject({
    pair: { aClick: 'ja', bClick: 'weet_niet', trainedOn: '2026-01-03' },
  })
})

it('asks after three months in which one side always began, and not when the other did once', async () => {
  const { api } = book
  const programmeId = await aProgramme(book, 'anders')
  const day = '2026-01-05'
  const id = await aPair(book, {
    programmeId,
    a: await aNeighbour(book, 'Anh Le'),
    b: await aNeighbour(book, 'Bep Kok'),
    day,
  })
  for (const when of [
    '2026-01-10',
    '2026-01-20',
    '2026-02-05',
    '2026-02-20',
    '2026-03-05',
    '2026-03-20',
    '2026-04-02',
  ]) {
    book.setDay(when)
    await api.pairs.recordContact({ pairId: id, day: when, confirmedBy: 'allebei', initiatedBy: 'a' })
  }
  book.setDay('2026-04-06')
  const codes = async () => (await api.overview.moduleTasks({})).map(({ code }) => code)
  expect(await codes()).toContain('pairOneSided')
  await api.pairs.recordContact({ pairId: id, day: '2026-04-05', confirmedBy: 'b', initiatedBy: 'b' })
  expect(await codes()).not.toContain('pairOneSided')
})

it('asks nothing about standing, work, money, schooling or origin', () => {
  const asked = Object.keys({ ...contract.takeIntake.input.shape, ...contract.form.input.shape })
  expect(
    asked.filter((field) => /status|income|work|job|education|origin|religion|gender|orient/i.test(field)),
  ).toEqual([])
})
