// A family that is new and a family from the neighbourhood, one year, at least two contacts in every calendar month; a month that
// stays behind asks attention in the next one, and after twelve months they close festively.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aNeighbour, aPair, theyMet } from '../support/pairs-book.ts'
import { tasksButDues } from '../support/tasks-but-dues.ts'
import { openTestBackend, type TestBackend } from '../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend({ today: '2026-01-10' })
  await book.api.books.useModules({ preset: 'families', modules: ['pairs'] })
})
afterEach(() => book.close())

it('counts the months that were met of twelve, asks after a month that stayed behind, and ends festively', async () => {
  const { api } = book
  const { id: programmeId } = await api.pairs.addProgramme({
    name: 'Aan tafel',
    kind: 'huishoudens',
    aName: 'Nieuw gezin',
    bName: 'Gezin uit de buurt',
    rhythm: { unit: 'maand', times: 2 },
    months: 12,
  })
  const yusuf = await aNeighbour(book, 'Yusuf Kaya')
  await aNeighbour(book, 'Leyla Kaya', yusuf)
  const pair = await aPair(book, { programmeId, a: yusuf, b: await aNeighbour(book, 'Ria Berg'), day: '2026-01-10' })
  const line = async () => (await api.pairs.programme({ id: programmeId })).running[0]
  expect(await line()).toMatchObject({
    a: { kind: 'household', name: 'Leyla & Yusuf Kaya' },
    plannedUntil: '2027-01-10',
  })

  book.setDay('2026-03-31')
  await theyMet(book, pair, '2026-01-15', '2026-01-29', '2026-02-07', '2026-02-21', '2026-03-14')
  expect(await line()).toMatchObject({ months: { met: 2, of: 12 }, asks: { rhythm: null } })
  book.setDay('2026-04-01')
  expect(await line()).toMatchObject({ asks: { rhythm: { since: '2026-03-01', contacts: 1 } } })
  expect(await tasksButDues(book)).toMatchObject([{ code: 'pairRhythm', names: ['Leyla & Yusuf Kaya · Ria Berg'] }])

  const { page } = await api.reports.get({ report: 'pair_months', from: '2026-01-01', until: '2026-04-01' })
  const table = page.blocks.find((block) => block.kind === 'table')
  expect(table?.rows[0]?.cells).toEqual([
    { kind: 'word', word: 'months_of', values: { met: 2, of: 12 } },
    { kind: 'count', n: 1 },
  ])
  expect(JSON.stringify(page)).not.toMatch(/Kaya|Berg/)

  book.setDay('2027-01-10')
  expect(await line()).toMatchObject({ asks: { rhythm: null, talk: 'festive' } })
  await api.pairs.end({ id: pair, day: '2027-01-10', reason: 'klaar', continued: true })
  expect(await tasksButDues(book)).toEqual([])
  expect((await api.pairs.programme({ id: programmeId })).ended).toMatchObject([{ months: { met: 2, of: 12 } }])
})
