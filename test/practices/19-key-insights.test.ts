// What was learnt, as fields: a newcomer hears in time what is on, and who reads little is told by telephone or in person.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type HelpingBook, openHelpingBook } from '../support/helping-book.ts'
import { plainGathering } from '../support/plain-gathering.ts'

let book: HelpingBook
beforeEach(async () => {
  book = await openHelpingBook('taking_part', '2026-09-01')
})
afterEach(() => book.close())

const plan = (day: string, title: string) =>
  book.api.gatherings.plan({ ...plainGathering, groupId: null, day, title, place: 'Buurthuis', startTime: '14:00' })

it('has the list of what is on ready for each newcomer, with how they like to be reached', async () => {
  await plan('2026-09-12', 'Vrouwenmiddag')
  await plan('2026-10-03', 'Inloop op zaterdag')
  const amal = await book.neighbour('Amal Kom', { preferredContact: 'bellen' })
  await book.isNew(amal, '2026-09-01')
  expect(await book.api.newcomers.whatIsOn({ personId: amal })).toMatchObject({
    preferredContact: 'bellen',
    gatherings: [{ title: 'Vrouwenmiddag', day: '2026-09-12' }, { title: 'Inloop op zaterdag' }],
  })
})

it('asks attention until it was told, and reports how many heard in time', async () => {
  const told: string[] = []
  for (let at = 0; at < 12; at += 1) {
    const id = await book.neighbour(`Nieuw${at} Kom`)
    await book.isNew(id, '2026-09-01', { contactDay: '2026-09-01' })
    told.push(id)
  }
  book.setDay('2026-09-10')
  for (const personId of told.slice(0, 6))
    await book.api.newcomers.markStep({ personId, step: 'informed', day: '2026-09-10' })
  book.setDay('2026-09-16')
  expect(await book.api.overview.moduleTasks({})).toMatchObject([{ code: 'newcomersWaiting', count: 6 }])
  for (const personId of told.slice(6))
    await book.api.newcomers.markStep({ personId, step: 'informed', day: '2026-09-16' })
  book.setDay('2026-11-30')
  const rows = await book.tableOf('newcomers', 'newcomers_welcome', { from: '2026-09-01', until: '2026-11-30' })
  expect(rows.map(([step, target, done, inTime]) => [step, target, done, inTime])).toEqual([
    ['step_contact', 1, 12, '12/12'],
    ['step_informed', 14, 12, '6/12'],
    ['step_visited', 30, 0, '0/12'],
  ])
})
