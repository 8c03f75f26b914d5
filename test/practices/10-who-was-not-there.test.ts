import { afterEach, expect, it } from 'vitest'
import { agreed } from '../support/care-book.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'

let book: PracticeBook
afterEach(() => book.close())

/** Tea, a story, and then: who is not here, and is there a reason that needs attention? */
it('asks after whoever was not there twice, knows who is away, and ends in contact', async () => {
  book = await openPracticeBook('inner_circles')
  const { care, gatherings, followUps } = book.api
  const group = await book.aGroup('Kastanjehof')
  const ria = await book.aPerson('Ria Berg', { groupId: group })
  const henk = await book.aPerson('Henk Brouwer', { groupId: group })
  const wim = await book.aPerson('Wim Ver', { groupId: group })
  await book.appoint('contactpersoon', group, henk)
  const goTo = async (day: string) => {
    book.setDay(day)
    await care.unlock({ passphrase: null })
  }
  await goTo('2026-11-23')
  await care.planAway({ personId: wim, from: '2026-11-24', until: '2027-03-01', why: 'reis', consent: null })
  const gathering = async (day: string) => {
    const { id } = await gatherings.plan({
      ...plainGathering,
      groupId: group,
      day,
      title: 'Thee met een verhaal',
      programme: 'Tea, a story, who is not here?',
    })
    return id
  }
  for (const day of ['2026-11-25', '2027-01-20']) {
    await goTo(day)
    const gatheringId = await gathering(day)
    await gatherings.mark({ gatheringId, personId: ria, status: 'niet_gekomen' })
    await gatherings.mark({ gatheringId, personId: wim, status: 'niet_gekomen' })
    await gatherings.markRest({ gatheringId })
    await gatherings.complete({ gatheringId })
    // The reason is a code; one of health waits for her word.
    const cause = { gatheringId, personId: ria }
    await expect(care.setCause({ ...cause, cause: 'ziek', consent: null })).rejects.toMatchObject({
      code: 'consentNeeded',
    })
    await care.setCause({ ...cause, cause: 'trap', consent: agreed })
    await care.setCause({ ...cause, cause: 'vervoer', consent: null })
    expect((await care.causes({ gatheringId })).causes).toEqual([{ personId: ria, cause: 'vervoer' }])
    await gatherings.answerContact({ gatheringId, personId: ria, contact: true })
  }
  // Running absences beside the last contact of any kind; who is away is said to be away.
  expect((await care.longestNotSpoken({ group: group, limit: 50 })).rows).toMatchObject([
    { name: 'Ria Berg', absences: 2, isAway: false, lastDay: null },
    { name: 'Wim Ver', isAway: true, awayUntil: '2027-03-01' },
    { name: 'Henk Brouwer', absences: 0, lastDay: '2027-01-20' },
  ])
  // Attention has an owner and a date, and ends in an outcome.
  await goTo('2027-02-01')
  const due = (await care.week({})).items
  expect(due).toMatchObject([
    { kind: 'followUp', personName: 'Ria Berg', ownerName: 'Henk Brouwer', dueDay: '2026-12-09', overdue: true },
    { kind: 'followUp', personName: 'Ria Berg', dueDay: '2027-02-03' },
  ])
  for (const { id } of due)
    await followUps.finish({ id, doneDay: '2027-02-01', how: 'langsgaan', outcome: 'gesproken' })
  expect((await care.week({})).items).toEqual([])
  expect(
    (await care.longestNotSpoken({ group: null, limit: 50 })).rows.find(({ name }) => name === 'Ria Berg'),
  ).toMatchObject({
    lastDay: '2027-02-01',
    absences: 2,
  })
})
