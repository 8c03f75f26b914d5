// Vraagverlegenheid: offering is easier than asking. What somebody would gladly do is there before anybody asks, a request can be
// made for another, and an offer that was not taken counts as what it is.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type HelpingBook, openHelpingBook } from '../support/helping-book.ts'

let book: HelpingBook
beforeEach(async () => {
  book = await openHelpingBook('looking_after', '2026-09-01')
})
afterEach(() => book.close())

it('shows how much is offered for what is asked per group, and how many only ever gave', async () => {
  const hof = await book.group('Hof')
  const kade = await book.group('Kade')
  const givers: string[] = []
  for (const name of ['An', 'Bo', 'Cas', 'Dee', 'Eva']) {
    const id = await book.neighbour(`${name} Hof`, { groupId: hof })
    await book.offers(id, ['vervoer', 'koken'])
    givers.push(id)
  }
  const contact = await book.neighbour('Coen Kade', { groupId: kade })
  await book.offers(contact, ['tuin'])

  book.setDay('2026-10-01')
  const other = await book.asks(null, 'vervoer', { askedByPersonId: contact, groupId: kade })
  await book.asks(await book.neighbour('Vera Hof', { groupId: hof }), 'koken')
  const near = await book.api.mutualHelp.matches({ requestId: other.id })
  expect(near.helpers).toHaveLength(5)

  book.setDay('2026-11-30')
  for (const id of givers) await book.helps(id, null)
  await book.helps(givers[0] ?? null, null, { requestId: other.id })
  await book.helps(contact, null, { outcome: 'niet_aangenomen', groupId: kade })

  const period = { from: '2026-09-01', until: '2026-11-30' }
  expect(await book.tableOf('help_balance', 'help_by_group', period)).toEqual([
    ['Hof', 10, 1, 10, '0/1'],
    ['Kade', 1, 1, 1, '1/1'],
  ])
  expect(await book.factsOf('help_balance', period)).toEqual({
    help_offers: 11,
    help_requests: 2,
    requests_met: '1/2',
    requests_for_others: '1/2',
    only_gave: 5,
  })
  expect(await book.factsOf('help_acts', period)).toMatchObject({ help_not_taken: 1 })
})

it('does not say how many only ever gave when they are few enough to be known by name', async () => {
  await book.helps(await book.neighbour('An Hof'), null)
  const facts = await book.factsOf('help_balance', { from: '2026-09-01', until: '2026-09-01' })
  expect(facts.only_gave).toBe('<5')
})
