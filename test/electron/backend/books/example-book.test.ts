import { readdir } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestBackend } from '../../../support/test-backend.ts'
import { openTestBackend } from '../../../support/test-backend.ts'

let test: TestBackend

// Making it takes a hundred actions: those who only look at it share one.
describe('the example book', () => {
  beforeAll(async () => {
    test = await openTestBackend({ book: 'none' })
    expect(await test.api.books.openDemo({})).toMatchObject({
      state: 'open',
      book: { name: 'Stadsdorp Oosterweide', demo: true },
    })
  })
  afterAll(() => test.close())

  it('has 52 made-up neighbours in three binnenbuurten, and something to do', async () => {
    const { api } = test
    expect(test.logged).toEqual([])
    const people = await api.members.counts({ neighbourhood: null, kind: 'now', text: '' })
    expect(people.total).toBe(52)
    expect(people.neighbourhoods.map(({ name, count }) => `${name} ${count}`).sort()).toEqual([
      'De Kade 12',
      'Kastanjehof 24',
      'Lijsterpad 16',
    ])
    const { open } = await api.neighbourhoods.list({})
    expect(open.map(({ name, seatState }) => `${name} ${seatState}`).sort()).toEqual([
      'De Kade bezet',
      'Kastanjehof kwetsbaar',
      'Lijsterpad bezet',
    ])
    expect(open.find(({ name }) => name === 'Lijsterpad')?.seats.some((seat) => seat.endsSoon)).toBe(true)
    const gatherings = await api.gatherings.list({ year: null, group: null })
    expect([gatherings.toRecord.length, gatherings.planned.length, gatherings.past.length > 3]).toEqual([1, 8, true])
    expect((await api.followUps.list({ closed: true })).open).toHaveLength(2)
  })

  it('has four households that have something open: 10, 20, 40 and 60 euros', async () => {
    const overview = await test.api.dues.overview({ limit: 100 })
    expect(overview.payers.map((payer) => payer.openCents / 100).sort((a, b) => a - b)).toEqual([10, 20, 40, 60])
    expect((await test.api.dues.run({})).added.count).toBe(0)
  })

  it('has something on every screen of the treasurer, and asks for no sheet or key', async () => {
    const { api } = test
    expect(await api.sealing.asks({})).toEqual({ asks: null })
    const { isReadable, lines } = await api.bank.toAssign({})
    const count = (group: string) => lines.filter((line) => line.group === group).length
    expect(isReadable).toBe(true)
    expect([count('certain') > 0, count('confirm') > 0, count('other') > 0]).toEqual([true, true, true])
    expect(await api.directDebit.overview({})).toMatchObject({
      account: { creditorId: expect.any(String) },
      wanting: 2,
      withMandate: 2,
    })
    const cash = await api.bookkeeping.cash({ year: null })
    expect([cash.lines.length > 0, cash.counts.length]).toEqual([true, 1])
    expect((await api.bank.accounts({}))[0]).toMatchObject({ lines: 6 })
    expect(test.logged).toEqual([])
  })

  it('has a history that goes back a year and never lies ahead of the clock', async () => {
    const { actions } = await test.api.history.list({ limit: 200 })
    const latest =
      actions
        .map((action) => action.at)
        .sort()
        .at(-1) ?? ''
    expect(latest <= new Date('2026-11-23T12:00:00').toISOString()).toBe(true)
    expect(actions.length).toBeGreaterThan(100)
  })
})

describe('an example book', () => {
  beforeEach(async () => {
    test = await openTestBackend({ book: 'none' })
  })
  afterEach(() => test.close())

  it('stands in a file of its own and is gone when one stops looking', async () => {
    await test.api.books.openDemo({})
    expect(await readdir(test.folder)).not.toContain('boek.db')
    await expect(test.api.backups.make({})).rejects.toMatchObject({ code: 'notInExample' })
    expect((await test.api.books.leaveDemo({})).state).toBe('none')
    expect((await readdir(test.folder)).filter((name) => name.startsWith('voorbeeld'))).toEqual([])
  })

  it('leaves the own book as it is', async () => {
    await test.close()
    test = await openTestBackend()
    const before = await test.api.books.settings({})
    await test.api.books.openDemo({})
    const groups = await test.api.neighbourhoods.list({})
    expect(groups.open).toHaveLength(3)
    await test.api.books.leaveDemo({})
    expect(await test.api.books.settings({})).toEqual(before)
    expect((await test.api.neighbourhoods.list({})).open).toEqual([])
  })
})
