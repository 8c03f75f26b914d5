// DAMmetjes: one neighbour does something for another, once. It may grow into more and need not; with the act it is over.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type HelpingBook, openHelpingBook } from '../support/helping-book.ts'

let book: HelpingBook
beforeEach(async () => {
  book = await openHelpingBook('small_help', '2026-07-01')
})
afterEach(() => book.close())

it('counts acts per quarter and how many led to a second contact, of all that were done', async () => {
  const [an, bo, cas] = [await book.neighbour('An Aa'), await book.neighbour('Bo Bee'), await book.neighbour('Cas Cee')]
  book.setDay('2026-07-10')
  // They met again later: that is a second contact without anybody saying so.
  await book.helps(an, bo)
  await book.helps(cas, null, { grewInto: 'niets' })
  book.setDay('2026-09-20')
  const { id } = await book.asks(bo, 'tuin')
  await book.helps(bo, an, { requestId: id, category: 'tuin' })
  book.setDay('2026-10-05')
  await book.helps(null, cas, { grewInto: 'vast' })
  await book.helps(an, null, { outcome: 'niet_aangenomen' })

  const { requests, closed } = await book.api.mutualHelp.list({ acts: 20 })
  expect([requests, closed.map(({ state }) => state)]).toEqual([[], ['gedaan']])
  const period = { from: '2026-07-01', until: '2026-10-05' }
  expect(await book.tableOf('help_acts', 'help_by_quarter', period)).toEqual([
    ['2026-Q3', 3, 0, '1/3'],
    ['2026-Q4', 1, 1, '1/1'],
  ])
  expect(await book.factsOf('help_acts', period)).toMatchObject({
    help_done: 4,
    help_not_taken: 1,
    second_contact: '2/4',
  })
})

it('is never an obligation: nothing is asked of whoever was helped', async () => {
  const [an, bo] = [await book.neighbour('An Aa'), await book.neighbour('Bo Bee')]
  for (let times = 0; times < 4; times += 1) await book.helps(an, bo)
  book.setDay('2026-09-30')
  expect(await book.api.overview.moduleTasks({})).toEqual([])
  expect(await book.api.mutualHelp.forPerson({ personId: bo })).toMatchObject({ gave: 0, received: 4, pattern: null })
})
