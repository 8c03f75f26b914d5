// No members and no dues: an e-mail list, street barbecues that the municipality pays for, and an account of what it went to.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aMember } from '../support/people.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { factsOf, plain, readReport, rowsOf } from '../support/read-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('free_events', '2026-06-01')
})
afterEach(() => book.close())

it('lives a summer of barbecues on a subsidy, without any dues, and accounts for it', async () => {
  const { api } = book
  for (const firstName of ['Ria', 'Wim', 'Anh'])
    await api.members.register(
      aMember({
        firstName,
        email: `${firstName.toLowerCase()}@voorbeeld.nl`,
        membership: { kind: 'belangstellende', from: '2026-06-01', number: null },
      }),
    )
  const subsidy = await api.subsidies.add({
    giver: 'Gemeente Voorbeeld',
    purpose: 'Straatbarbecues',
    grantedDay: '2026-06-01',
    grantedCents: 150000,
    otherCents: 12550,
    otherNote: 'Huur van de tent',
    accountDay: '2026-10-01',
  })
  const barbecues = [
    { day: '2026-06-20', title: 'Barbecue Meidoornplein', came: 120, cents: 41250 },
    { day: '2026-07-11', title: 'Barbecue Duinweg', came: 85, cents: 38000 },
    { day: '2026-08-22', title: 'Barbecue Zandpad', came: 140, cents: 52000 },
  ]
  for (const { day, title, came, cents } of barbecues) {
    const plan = { day, title, ...plainGathering, subsidyId: subsidy.id, goals: ['saamhorigheid' as const] }
    const { id, invited } = await api.gatherings.plan({
      ...plan,
      groupId: null,
      counted: 'aantal',
      workForm: 'eenmalig',
    })
    expect(invited).toBe(0)
    book.setDay(day)
    await api.gatherings.recordHeadcount({ gatheringId: id, count: came })
    await api.gatherings.change({ id, ...plan, costCents: cents })
  }

  // Before the day it asks attention, and no longer once it was accounted for.
  expect(await api.overview.moduleTasks({})).toMatchObject([
    { code: 'subsidyDue', names: ['Straatbarbecues'], day: '2026-10-01' },
  ])
  await api.subsidies.account({ id: subsidy.id, day: '2026-08-22', returnedCents: 6200 })
  expect(await api.overview.moduleTasks({})).toEqual([])

  const page = await readReport(book.api, 'subsidy_account', '2026-01-01', '2026-12-31')
  expect(factsOf(page, 'granted').map(plain)).toEqual([150000])
  expect(factsOf(page, 'spent').map(plain)).toEqual([143800])
  expect(factsOf(page, 'left').map(plain)).toEqual([0])
  expect(factsOf(page, 'gatherings_held').map(plain)).toEqual([3])
  expect(rowsOf(page, 'paid_gatherings')).toEqual([
    ['Barbecue Meidoornplein', '2026-06-20', 120, 41250],
    ['Barbecue Duinweg', '2026-07-11', 85, 38000],
    ['Barbecue Zandpad', '2026-08-22', 140, 52000],
    ['other_spending', null, null, 12550],
    ['total', null, 345, 143800],
  ])
  expect((await api.reports.list({})).map(({ code }) => code)).not.toContain('dues_months')
  await expect(api.overview.openDues({})).resolves.toBeNull()
})
