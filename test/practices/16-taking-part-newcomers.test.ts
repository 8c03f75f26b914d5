// Doing it together from the first day: each newcomer is spoken to in person on arrival, and invites the next one as she was invited.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDays } from '../../shared/domain/calendar-date.ts'
import { type HelpingBook, openHelpingBook } from '../support/helping-book.ts'

let book: HelpingBook
beforeEach(async () => {
  book = await openHelpingBook('taking_part', '2026-09-01')
})
afterEach(() => book.close())

const period = { from: '2026-09-01', until: '2026-11-30' }

it('counts first contact by day one over all who arrived, those never spoken to included', async () => {
  // Ten arrive: seven are spoken to by the day after, one after a week, two never.
  const daysUntilContact = [0, 0, 0, 1, 1, 1, 1, 7, null, null]
  for (const [at, days] of daysUntilContact.entries()) {
    const arrived = addDays('2026-09-01', at * 3)
    book.setDay(addDays(arrived, 10))
    const id = await book.neighbour(`Nieuw${at} Kom`, { since: arrived })
    await book.isNew(id, arrived, { contactDay: days === null ? null : addDays(arrived, days) })
  }
  book.setDay('2026-11-30')
  const rows = await book.tableOf('newcomers', 'newcomers_welcome', period)
  // Eight of ten would tell of the two, and seven of the three: the report says only the middle of those who were spoken to.
  expect(rows[0]).toEqual(['step_contact', 1, 'hidden', 'hidden', 1])
  const states = (await book.api.newcomers.list({})).newcomers.map(({ steps }) => steps[0]?.state)
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  expect([count('inTime'), count('late'), count('overdue')]).toEqual([7, 1, 2])
})

it('keeps who invited whom, and how many were brought by somebody who was new herself', async () => {
  const amal = await book.neighbour('Amal Kom')
  await book.isNew(amal, '2026-09-01')
  const invited: string[] = []
  for (let at = 0; at < 6; at += 1) {
    const id = await book.neighbour(`Gast${at} Kom`)
    await book.isNew(id, '2026-09-01', { invitedByPersonId: at < 5 ? amal : (invited[0] ?? null) })
    invited.push(id)
  }
  const { chain } = await book.api.newcomers.forPerson({ personId: invited[5] ?? '' })
  expect(chain.map(({ name }) => name)).toEqual(['Amal Kom', 'Gast0 Kom', 'Gast5 Kom'])
  expect(await book.factsOf('newcomers', period)).toEqual({
    newcomers_arrived: 7,
    // Six of seven would tell of the one.
    newcomers_invited: 'hidden',
    newcomers_by_newcomers: 6,
  })
})
