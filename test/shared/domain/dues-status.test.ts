import { describe, expect, it } from 'vitest'
import { coverAhead, dueState, duesStatus } from '../../../shared/domain/dues-status.ts'

const quarter = (settledCents: number) => ({
  kind: 'dues' as const,
  periodStart: '2026-10-01',
  periodEnd: '2027-01-01',
  amountCents: 3000,
  settledCents,
  months: [
    { start: '2026-10-01', cents: 1000 },
    { start: '2026-11-01', cents: 1000 },
    { start: '2026-12-01', cents: 1000 },
  ],
})

describe('duesStatus', () => {
  it('is paid until the first month that is not wholly paid', () => {
    expect(duesStatus([quarter(0)])).toMatchObject({ paidUntil: '2026-10-01', openCents: 3000, isBegun: false })
    expect(duesStatus([quarter(500)])).toMatchObject({ paidUntil: '2026-10-01', openCents: 2500, isBegun: true })
    expect(duesStatus([quarter(1500)])).toMatchObject({
      paidUntil: '2026-11-01',
      openCents: 1500,
      openMonths: [
        { start: '2026-11-01', cents: 500 },
        { start: '2026-12-01', cents: 1000 },
      ],
    })
    expect(duesStatus([quarter(3000)])).toMatchObject({ paidUntil: '2027-01-01', openCents: 0, openMonths: [] })
  })

  it('keeps a debt from before apart from the months', () => {
    const opening = {
      kind: 'opening' as const,
      periodStart: '2025-12-31',
      periodEnd: '2025-12-31',
      amountCents: 2500,
      settledCents: 500,
      months: [{ start: '2025-12-31', cents: 2500 }],
    }
    expect(duesStatus([opening, quarter(3000)])).toMatchObject({
      paidUntil: '2027-01-01',
      openCents: 2000,
      openingCents: 2000,
      openMonths: [],
    })
  })

  it('says nothing of somebody who was never asked', () => {
    expect(duesStatus([])).toEqual({
      paidUntil: null,
      firstDueStart: null,
      isBegun: false,
      openCents: 0,
      openingCents: 0,
      openMonths: [],
    })
  })
})

it('a due is open, partly paid, paid, waived or reversed by what stands against it', () => {
  const state = (netCents: number, paidCents: number, waivedCents: number) =>
    dueState({ netCents, paidCents, waivedCents })
  expect([state(1000, 0, 0), state(1000, 400, 0), state(1000, 0, 400)]).toEqual(['open', 'part', 'part'])
  expect([state(1000, 1000, 0), state(1000, 600, 400), state(1000, 0, 1000)]).toEqual(['paid', 'paid', 'waived'])
  expect(state(0, 0, 0)).toBe('reversed')
})

it('money ahead covers whole months only, in order', () => {
  const month = (start: string, cents: number) => ({ start, end: '', cents, personId: 'p' })
  const { covered, restCents } = coverAhead(2500, [month('a', 1000), month('b', 1000), month('c', 1000)])
  expect(covered.map(({ start }) => start)).toEqual(['a', 'b'])
  expect(restCents).toBe(500)
})
