import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plain as bare, factsOf, readReport, rowsOf } from '../../../support/read-report.ts'

let book: NeighbourhoodBook
beforeEach(async () => {
  book = await openNeighbourhoodBook('2026-06-01')
})
afterEach(() => book.close())

const plain = { place: null, hostPersonId: null, startTime: null, capacity: null, language: null, theme: null }
const add = () =>
  book.api.subsidies.add({
    giver: 'Gemeente',
    purpose: 'Ontmoeting',
    grantedDay: '2026-06-01',
    grantedCents: 50000,
    otherCents: 5000,
    otherNote: null,
    accountDay: '2026-09-01',
  })

describe('a subsidy', () => {
  it('is spent by what was held and the rest, planned for what is to come; what was called off without cost is not there', async () => {
    const { id } = await add()
    const plan = { ...plain, groupId: null, programme: null, note: null, subsidyId: id }
    const soup = await book.api.gatherings.plan({ ...plan, day: '2026-06-10', title: 'Soep', costCents: 12345 })
    const off = await book.api.gatherings.plan({ ...plan, day: '2026-06-11', title: 'Thee' })
    await book.api.gatherings.cancel({ id: off.id })
    const sums = async () => {
      const [subsidy] = (await book.api.subsidies.list({})).open
      return [subsidy?.spentCents, subsidy?.plannedCents, subsidy?.leftCents]
    }
    expect(await sums()).toEqual([5000, 12345, 45000])
    book.setDay('2026-06-10')
    await book.api.gatherings.complete({ gatheringId: soup.id })
    expect(await sums()).toEqual([17345, 0, 32655])
    const [subsidy] = (await book.api.subsidies.list({})).open
    expect(subsidy?.daysLeft).toBe(83)
    expect(subsidy?.gatherings.map(({ title }) => title)).toEqual(['Soep'])
  })

  it('stays spent by what was called off after it had cost something, on the paper for the giver too', async () => {
    const { id } = await add()
    const plan = { ...plain, groupId: null, programme: null, note: null, subsidyId: id }
    const soup = await book.api.gatherings.plan({ ...plan, day: '2026-06-10', title: 'Soep', costCents: 12345 })
    await book.api.gatherings.cancel({ id: soup.id })
    const [subsidy] = (await book.api.subsidies.list({})).open
    expect(subsidy).toMatchObject({ spentCents: 17345, plannedCents: 0, leftCents: 32655 })
    expect(subsidy?.gatherings).toMatchObject([{ title: 'Soep', isHeld: false, isCalledOff: true }])
    const page = await readReport(book.api, 'subsidy_account', '2026-01-01', '2026-12-31')
    expect(factsOf(page, 'spent').map(bare)).toEqual([17345])
    expect(factsOf(page, 'gatherings_held').map(bare)).toEqual([0])
    expect(rowsOf(page, 'paid_gatherings')).toEqual([
      ['Soep', '2026-06-10', 'called_off', 12345],
      ['other_spending', null, null, 5000],
      ['total', null, 0, 17345],
    ])
    // Nothing was paid for it after all.
    const { groupId: _group, ...free } = { ...plan, day: '2026-06-10', title: 'Soep', costCents: null }
    await book.api.gatherings.change({ id: soup.id, ...free })
    expect((await book.api.subsidies.list({})).open[0]).toMatchObject({ spentCents: 5000, gatherings: [] })
  })

  it('a gathering cannot be paid by one that is not there', async () => {
    const plan = { ...plain, groupId: null, programme: null, note: null, subsidyId: 'nothing' }
    await expect(book.api.gatherings.plan({ ...plan, day: '2026-06-10', title: 'Soep' })).rejects.toMatchObject({
      code: 'notFound',
      details: { table: 'subsidy', field: 'subsidyId' },
    })
  })

  it('comes back whole from the bin, with the gatherings it paid for', async () => {
    const { id } = await add()
    const plan = { ...plain, groupId: null, programme: null, note: null, subsidyId: id }
    await book.api.gatherings.plan({ ...plan, day: '2026-06-10', title: 'Soep', costCents: 100 })
    await book.api.subsidies.remove({ id })
    expect((await book.api.subsidies.list({})).open).toEqual([])
    await book.api.trash.restore({ table: 'subsidy', id })
    expect((await book.api.subsidies.list({})).open[0]?.gatherings).toHaveLength(1)
  })
})
