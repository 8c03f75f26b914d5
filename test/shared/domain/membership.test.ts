import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adviseSize, doOverlap, findCurrent, findStatus, isDuring } from '../../../shared/domain/membership.ts'

const day = '2026-11-23'
const lid = { kind: 'lid' as const, from: '2020-01-01', until: null }

test('the last day of a period is the one before its end', () => {
  const period = { from: '2026-01-01', until: '2026-02-01' }
  expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((each) => isDuring(period, each))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('status follows the membership that lasts, then that there was one, then death', () => {
  expect(findStatus([lid], null, day)).toBe('lid')
  expect(findStatus([{ ...lid, until: day }], null, day)).toBe('oud_lid')
  expect(findStatus([{ ...lid, until: '2026-12-31' }], null, day)).toBe('lid')
  expect(findStatus([{ ...lid, from: '2027-01-01' }], null, day)).toBe('lid')
  expect(findStatus([lid], day, day)).toBe('overleden')
  expect(findStatus([lid], '2026-11-24', day)).toBe('lid')
})

test('the current period is the latest begun', () => {
  expect(findCurrent([lid, { ...lid, from: '2021-01-01' }], day)?.from).toBe('2021-01-01')
  expect(findCurrent([{ ...lid, until: day }], day)).toBeNull()
})

test('periods overlap exactly when they share a day', () => {
  const days = fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}`)
  const period = fc
    .record({ from: days, until: fc.option(days) })
    .filter(({ from, until }) => until === null || until > from)
  const everyDay = Array.from({ length: 12 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`)
  fc.assert(
    fc.property(period, period, (a, b) => {
      expect(doOverlap(a, b)).toBe(everyDay.some((each) => isDuring(a, each) && isDuring(b, each)))
    }),
  )
})

test('advice on size is around the target', () => {
  expect([0, 14, 15, 60, 61].map((people) => adviseSize(people, 50))).toEqual([
    null,
    'samenvoegen',
    null,
    null,
    'splitsen',
  ])
})
