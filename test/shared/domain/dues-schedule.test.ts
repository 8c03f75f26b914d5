import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../shared/domain/calendar-date.ts'
import type { FeeTerms } from '../../../shared/domain/dues-schedule.ts'
import {
  anchorFor,
  compareDues,
  firstMonthAsked,
  firstWholeMonth,
  intervals,
  monthAmount,
  monthsOfDue,
  rateOn,
  startMonthOf,
  wantedDues,
} from '../../../shared/domain/dues-schedule.ts'

const terms = (changes: Partial<FeeTerms> = {}): FeeTerms => ({
  intervalMonths: 1,
  anchorDay: '2026-01-01',
  fromDay: '2026-01-01',
  untilDay: null,
  reduction: null,
  rateMonths: 1,
  rates: [{ amountCents: 1000, validFrom: '2020-01-01' }],
  ...changes,
})
const bounds = { accountingStart: null, horizon: '2026-03-15' }
const shown = (wanted: ReturnType<typeof wantedDues>) =>
  wanted.map((due) => `${due.periodStart}..${due.periodEnd} ${due.amountCents}`)

describe('wantedDues', () => {
  it('asks each month up to the one that has begun', () => {
    expect(shown(wantedDues(terms(), bounds))).toEqual([
      '2026-01-01..2026-02-01 1000',
      '2026-02-01..2026-03-01 1000',
      '2026-03-01..2026-04-01 1000',
    ])
  })

  it('counts periods from the anchor, so that the 31st never drifts to the 28th', () => {
    const wanted = wantedDues(terms({ anchorDay: '2026-01-31', fromDay: '2026-01-31' }), {
      accountingStart: null,
      horizon: '2026-05-31',
    })
    expect(wanted.map((due) => due.periodStart)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
  })

  it('keeps a leap day in a leap year only', () => {
    const wanted = wantedDues(terms({ anchorDay: '2024-02-29', fromDay: '2024-02-29', intervalMonths: 12 }), {
      accountingStart: null,
      horizon: '2028-12-31',
    })
    expect(wanted.map((due) => due.periodStart)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  it('starts at the accounts when the agreement is older, in the middle of a period when need be', () => {
    const wanted = wantedDues(terms({ anchorDay: '2025-11-01', fromDay: '2025-11-01', intervalMonths: 3 }), {
      accountingStart: '2026-01-01',
      horizon: '2026-02-10',
    })
    expect(shown(wanted)).toEqual(['2026-01-01..2026-02-01 1000', '2026-02-01..2026-05-01 3000'])
  })

  it('never splits a month: a mid-month start or end counts by the first day of the month', () => {
    const joined = terms({ fromDay: '2026-01-15', intervalMonths: 12 })
    expect(shown(wantedDues(joined, bounds))).toEqual(['2026-02-01..2027-01-01 11000'])
    const left = terms({ untilDay: '2026-02-10', intervalMonths: 12 })
    expect(shown(wantedDues(left, bounds))).toEqual(['2026-01-01..2026-03-01 2000'])
  })

  it('asks nothing before a partial period begins, after the end, or where the end is the start', () => {
    expect(wantedDues(terms({ fromDay: '2026-03-20', intervalMonths: 12 }), bounds)).toEqual([])
    expect(wantedDues(terms({ untilDay: '2026-01-01' }), bounds)).toEqual([])
    expect(wantedDues(terms({ anchorDay: '2026-06-01' }), bounds)).toEqual([])
  })

  it('adds up the rate of each month', () => {
    const rates = [
      { amountCents: 1200, validFrom: '2026-03-01' },
      { amountCents: 1000, validFrom: '2026-01-01' },
    ]
    expect(shown(wantedDues(terms({ rates, intervalMonths: 6 }), bounds))).toEqual(['2026-01-01..2026-07-01 6800'])
    expect(rateOn(rates, '2025-12-31')).toBe(0)
  })
})

describe('monthAmount', () => {
  const amount = (kind: 'amount' | 'percent' | 'exempt', value: number, until: string | null = null) =>
    monthAmount(
      { ...terms(), rates: [{ amountCents: 999, validFrom: '2020-01-01' }], reduction: { kind, value, until } },
      '2026-03-01',
    )
  it('takes the reduction off, never below nothing, half cents up', () => {
    expect(amount('amount', 300)).toBe(699)
    expect(amount('amount', 2000)).toBe(0)
    expect(amount('percent', 50)).toBe(500)
    expect(amount('exempt', 0)).toBe(0)
  })
  it('stops on the day the reduction ends', () => {
    expect(amount('exempt', 0, '2026-03-01')).toBe(999)
    expect(amount('exempt', 0, '2026-03-02')).toBe(0)
  })
})

describe('compareDues', () => {
  const wanted = wantedDues(terms(), bounds)
  const live = wanted.map((due, index) => ({ ...due, id: String(index) }))
  it('changes nothing when all is as wanted', () => {
    expect(compareDues(wanted, live)).toEqual({ add: [], reverse: [] })
  })
  it('adds what is missing, reverses what is wrong and what is there twice', () => {
    const [first, second, third] = live
    if (!first || !second || !third) throw new Error('three dues')
    const wrong = { ...second, amountCents: 900 }
    const difference = compareDues(wanted, [first, wrong, { ...first, id: 'again' }])
    expect(difference.add).toEqual([wanted[1], wanted[2]])
    expect(difference.reverse.map(({ id }) => id)).toEqual(['1', 'again'])
  })
})

describe('an amount for more months', () => {
  const aYear = { rateMonths: 12, rates: [{ amountCents: 2500, validFrom: '2020-01-01' }] } as const

  it('comes to itself in any row of as many months, however they are asked and wherever they begin', () => {
    const sumOf = (more: Partial<FeeTerms>) =>
      wantedDues(terms({ ...aYear, untilDay: '2027-08-31', ...more }), { accountingStart: null, horizon: '2030-01-01' })
    const oneYear = (anchorDay: string) => ({ anchorDay, fromDay: anchorDay, untilDay: addMonths(anchorDay, 12) })
    for (const start of ['2026-01-01', '2026-06-01', '2026-11-15', '2026-01-31'])
      for (const intervalMonths of intervals)
        expect(
          sumOf({ ...oneYear(start), intervalMonths }).reduce((sum, due) => sum + due.amountCents, 0),
          `${start} each ${intervalMonths}`,
        ).toBe(2500)
  })
  it('is asked at once by the year, and in parts that differ no more than a cent by the month', () => {
    expect(shown(wantedDues(terms({ ...aYear, intervalMonths: 12 }), bounds))).toEqual(['2026-01-01..2027-01-01 2500'])
    const months = Array.from({ length: 12 }, (_, at) => monthAmount(terms(aYear), addMonths('2026-01-01', at)))
    expect(new Set(months)).toEqual(new Set([208, 209]))
  })
  it('has its reduction taken off the whole of it', () => {
    const half = terms({ ...aYear, intervalMonths: 12, reduction: { kind: 'percent', value: 50, until: null } })
    expect(shown(wantedDues(half, bounds))).toEqual(['2026-01-01..2027-01-01 1250'])
    const less = terms({ ...aYear, intervalMonths: 12, reduction: { kind: 'amount', value: 1000, until: null } })
    expect(shown(wantedDues(less, bounds))).toEqual(['2026-01-01..2027-01-01 1500'])
  })
  it('is asked for the months of a membership only', () => {
    const left = terms({ ...aYear, intervalMonths: 12, untilDay: '2026-07-01' })
    expect(shown(wantedDues(left, bounds))).toEqual(['2026-01-01..2026-07-01 1250'])
  })
})

describe('monthsOfDue', () => {
  const quarter = { periodStart: '2026-01-01', periodEnd: '2026-04-01', amountCents: 3000 }
  it('names each month with what it costs', () => {
    const rates = [
      { amountCents: 900, validFrom: '2020-01-01' },
      { amountCents: 1200, validFrom: '2026-03-01' },
    ]
    expect(
      monthsOfDue(quarter, '2025-10-01', { rates, rateMonths: 1, reduction: null }).map(({ cents }) => cents),
    ).toEqual([900, 900, 1200])
  })
  it('divides evenly, odd cents last, when the terms no longer say how it was made', () => {
    expect(monthsOfDue({ ...quarter, amountCents: 1000 }, '2026-01-01').map(({ cents }) => cents)).toEqual([
      333, 333, 334,
    ])
  })
})

describe('anchorFor', () => {
  it('begins a year, and its quarters and halves, with the calendar or with a month that was chosen', () => {
    expect(anchorFor('2026-06-10', 12)).toBe('2026-01-01')
    expect(anchorFor('2026-06-10', 12, 9)).toBe('2025-09-01')
    expect(anchorFor('2026-12-02', 3)).toBe('2027-01-01')
    expect(anchorFor('2026-06-10', 1)).toBe('2026-07-01')
  })
  it('asks who comes halfway for the rest first, and then for whole years in the same month as everybody', () => {
    const halfway = { intervalMonths: 12, fromDay: '2026-06-10', anchorDay: anchorFor('2026-06-10', 12) }
    expect(shown(wantedDues(terms(halfway), { accountingStart: null, horizon: '2027-03-01' }))).toEqual([
      '2026-07-01..2027-01-01 6000',
      '2027-01-01..2028-01-01 12000',
    ])
  })
  it('is found again from an anchor', () => {
    expect([startMonthOf('2025-09-01', 12), startMonthOf('2026-04-01', 3), startMonthOf('2026-05-31', 3)]).toEqual([
      9, 1, 2,
    ])
  })
})

it('the first whole month of somebody who starts halfway is the next one', () => {
  expect(firstWholeMonth('2026-03-01')).toBe('2026-03-01')
  expect(firstWholeMonth('2026-12-02')).toBe('2027-01-01')
})

it('asks nobody for months before the book kept dues', () => {
  expect(firstMonthAsked('2026-01-01', '2026-11-01')).toBe('2026-11-01')
  expect(firstMonthAsked('2026-12-02', '2026-11-01')).toBe('2027-01-01')
  expect(firstMonthAsked('2026-02-01', null)).toBe('2026-02-01')
})
