// Two sides sign up, are spoken to apart, meet at a dinner and then see each other every week. Measured over all pairs that were
// formed: 15 % of them met twice or more, and after the way of working was changed 75 %.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDays } from '../../shared/domain/calendar-date.ts'
import { aNeighbour, aPair, aRound, theyMet } from '../support/pairs-book.ts'
import { openTestBackend, type TestBackend } from '../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend({ today: '2026-01-05' })
  await book.api.books.useModules({ preset: 'buddies', modules: ['pairs'] })
})
afterEach(() => book.close())

const pairsInRound = 20

/** A round of twenty pairs: so many never met, so many once, the rest twice, week after week. */
async function liveRound(roundId: string, programmeId: string, from: string, met: { never: number; once: number }) {
  for (let at = 0; at < pairsInRound; at += 1) {
    const a = await aNeighbour(book, `Nieuw ${from} ${at}`)
    const b = await aNeighbour(book, `Buurt ${from} ${at}`)
    const pair = await aPair(book, { programmeId, roundId, a, b, day: from })
    if (at < met.never) continue
    await theyMet(book, pair, addDays(from, 0), ...(at < met.never + met.once ? [] : [addDays(from, 7)]))
  }
}

it('goes from 15 % to 75 % of all pairs that met twice or more, with the change in between beside it', async () => {
  const { api } = book
  const { id: programmeId } = await api.pairs.addProgramme({
    name: 'Maatjes',
    kind: 'maatjes',
    aName: 'Nieuwkomer',
    bName: 'Amsterdammer',
    rhythm: { unit: 'week', times: 1 },
    months: 4,
  })
  const first = await aRound(book, programmeId, 'Winter', '2026-01-05')
  book.setDay('2026-01-19')
  await liveRound(first, programmeId, '2026-01-05', { never: 12, once: 5 })
  book.setDay('2026-02-23')
  const second = await aRound(book, programmeId, 'Voorjaar', '2026-02-23', 'Eerst apart gesproken, dan samen gegeten')
  book.setDay('2026-03-09')
  await liveRound(second, programmeId, '2026-02-23', { never: 2, once: 3 })
  book.setDay('2026-04-05')

  // Who never reported stays in the denominator, also after the coach closed the pair.
  const before = await api.pairs.programme({ id: programmeId })
  const silent = before.running.find(({ contacts, roundId }) => contacts === 0 && roundId === first)
  await api.pairs.end({ id: silent?.id ?? '', day: '2026-04-01', reason: 'geen_klik', continued: null })
  expect((await api.pairs.programme({ id: programmeId })).rounds.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['Voorjaar', { pairs: 20, never: 2, once: 3, oftener: 15 }],
    ['Winter', { pairs: 20, never: 12, once: 5, oftener: 3 }],
  ])

  const { page } = await api.reports.get({ report: 'pair_rounds', from: '2026-01-01', until: '2026-04-05' })
  const table = page.blocks.find((block) => block.kind === 'table')
  const oftener = table?.rows.map(({ cells }) => cells.at(-1))
  expect(oftener).toEqual([
    { kind: 'share', part: 3, whole: 20 },
    { kind: 'share', part: 15, whole: 20 },
  ])
  const changes = page.blocks.find((block) => block.kind === 'list')
  expect(changes?.items).toEqual(['Voorjaar: Eerst apart gesproken, dan samen gegeten'])
  expect(JSON.stringify(page)).not.toMatch(/Nieuw |Buurt /)
})
