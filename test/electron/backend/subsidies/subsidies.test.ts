import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'

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
  it('is spent by its gatherings and the rest; what was called off costs nothing', async () => {
    const { id } = await add()
    const plan = { ...plain, groupId: null, programme: null, note: null, subsidyId: id }
    await book.api.gatherings.plan({ ...plan, day: '2026-06-10', title: 'Soep', costCents: 12345 })
    const off = await book.api.gatherings.plan({ ...plan, day: '2026-06-11', title: 'Thee', costCents: 9999 })
    await book.api.gatherings.cancel({ id: off.id })
    const [subsidy] = (await book.api.subsidies.list({})).open
    expect([subsidy?.spentCents, subsidy?.leftCents, subsidy?.daysLeft]).toEqual([17345, 32655, 92])
    expect(subsidy?.gatherings.map(({ title }) => title)).toEqual(['Soep'])
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
