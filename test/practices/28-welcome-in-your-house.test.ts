// Welcome in your new house: residents help with one house for a day or two. It is a one-off that may grow into contact.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type HelpingBook, openHelpingBook } from '../support/helping-book.ts'

let book: HelpingBook
beforeEach(async () => {
  book = await openHelpingBook('house_help', '2026-09-01')
})
afterEach(() => book.close())

it('plans jobs with a team, asks afterwards whether it was done, and counts what grew out of it', async () => {
  const { mutualHelp, overview } = book.api
  const [an, bo, family] = [
    await book.neighbour('An Aa'),
    await book.neighbour('Bo Bee'),
    await book.neighbour('Tesfay Kom'),
  ]
  const plan = (title: string, firstDay: string, lastDay: string | null) =>
    mutualHelp.planJob({ title, personId: family, groupId: null, place: null, firstDay, lastDay, team: [an, bo] })
  const painting = await plan('Schilderen', '2026-09-12', '2026-09-13')
  const moving = await plan('Verhuizen', '2026-10-10', null)
  const garden = await plan('Tuin', '2026-11-07', null)

  expect(await overview.moduleTasks({})).toEqual([])
  book.setDay('2026-09-14')
  expect(await overview.moduleTasks({})).toMatchObject([{ code: 'jobsOver', names: ['Schilderen'] }])
  await mutualHelp.setJobState({ id: painting.id, state: 'gedaan', grewInto: 'vast' })
  book.setDay('2026-10-11')
  await mutualHelp.setJobState({ id: moving.id, state: 'gedaan', grewInto: null })
  await mutualHelp.setJobState({ id: garden.id, state: 'afgelast', grewInto: null })
  book.setDay('2026-11-30')

  const { jobs } = await mutualHelp.list({ acts: 20 })
  expect(jobs.map(({ title, state, team }) => [title, state, team.length])).toEqual([
    ['Tuin', 'afgelast', 2],
    ['Verhuizen', 'gedaan', 2],
    ['Schilderen', 'gedaan', 2],
  ])
  const facts = await book.factsOf('help_acts', { from: '2026-09-01', until: '2026-11-30' })
  expect(facts).toMatchObject({ jobs_done: 2, jobs_grew: '1/2' })
})
