// The balance of giving, being able and wanting: what people said of their own limits comes before what is needed, and who asks the
// same neighbour every time is a hint for the coordinator, never a debt.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDays } from '../../shared/domain/calendar-date.ts'
import { type HelpingBook, openHelpingBook } from '../support/helping-book.ts'

let book: HelpingBook
beforeEach(async () => {
  book = await openHelpingBook('small_help', '2026-09-01')
})
afterEach(() => book.close())

it('proposes nobody beyond what they said they can, and says with how many that is so', async () => {
  const [an, bo, cas] = [await book.neighbour('An Aa'), await book.neighbour('Bo Bee'), await book.neighbour('Cas Cee')]
  await book.offers(an, ['vervoer'], { perMonth: 2 })
  await book.offers(bo, ['vervoer'], { pausedUntil: '2026-11-01' })
  await book.helps(an, cas)
  const { id } = await book.asks(cas, 'vervoer')
  const namesOn = async (day: string) => {
    book.setDay(day)
    const { helpers, resting } = await book.api.mutualHelp.matches({ requestId: id })
    return [helpers.map(({ name }) => name), resting]
  }
  expect(await namesOn('2026-09-10')).toEqual([['An Aa'], 1])
  await book.helps(an, cas)
  expect(await namesOn('2026-09-11')).toEqual([[], 2])
  expect(await namesOn('2026-10-01')).toEqual([['An Aa'], 1])
  // Who helped least lately is asked first.
  expect(await namesOn('2026-11-01')).toEqual([['Bo Bee', 'An Aa'], 0])
})

it('hints that A asked seven times in ninety days, always B; it is in no report and in no list that leaves the program', async () => {
  const [an, bo] = [await book.neighbour('Anna Vraag'), await book.neighbour('Bob Geeft')]
  await book.offers(bo, ['vervoer'])
  for (let times = 0; times < 7; times += 1) {
    book.setDay(addDays('2026-09-01', times * 13))
    await book.helps(bo, an)
  }
  const { patterns } = await book.api.mutualHelp.list({ acts: 20 })
  expect(patterns).toEqual([
    { receiver: { id: an, name: 'Anna Vraag' }, giver: { id: bo, name: 'Bob Geeft' }, times: 7, days: 90 },
  ])
  for (const report of ['help_acts', 'help_balance']) {
    const page = await book.api.reports.get({ report, from: '2026-09-01', until: '2026-11-30' })
    expect(JSON.stringify(page)).not.toMatch(/Anna|Bob/)
  }
  // The list of offers holds the one who offers, and not the one who asked.
  const { file } = await book.api.exports.make({ list: 'helpOffers', format: 'csv' })
  const made = await book.backend.produceFile(file)
  const csv = Buffer.from(made?.bytes ?? []).toString('utf8')
  expect(csv).toContain('Bob Geeft')
  expect(csv).not.toContain('Anna')
})
