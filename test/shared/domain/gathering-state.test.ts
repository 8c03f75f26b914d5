import { describe, expect, it } from 'vitest'
import {
  gatheringState,
  gatheringsAYear,
  promisedIn,
  scheduleOf,
  wholeMonthsBetween,
} from '../../../shared/domain/gathering-state.ts'

describe('where a gathering stands', () => {
  it('asks to be recorded from the day after it was planned', () => {
    expect(gatheringState('gepland', '2026-11-22', '2026-11-23')).toBe('niet_vastgelegd')
    expect(gatheringState('gepland', '2026-11-23', '2026-11-23')).toBe('gepland')
    expect(gatheringState('gepland', '2026-12-12', '2026-11-23')).toBe('gepland')
  })

  it('does not ask for one that was recorded or called off', () => {
    expect(gatheringState('gehouden', '2026-01-01', '2026-11-23')).toBe('gehouden')
    expect(gatheringState('afgelast', '2026-01-01', '2026-11-23')).toBe('afgelast')
  })
})

describe('months passed', () => {
  it('counts whole months only', () => {
    expect(wholeMonthsBetween('2026-01-01', '2026-11-23')).toBe(10)
    expect(wholeMonthsBetween('2026-03-15', '2026-04-14')).toBe(0)
    expect(wholeMonthsBetween('2026-03-15', '2026-04-15')).toBe(1)
    expect(wholeMonthsBetween('2025-12-01', '2026-01-01')).toBe(1)
  })

  it('is never below zero', () => {
    expect(wholeMonthsBetween('2026-11-23', '2026-01-01')).toBe(0)
  })
})

describe('the promise of so many gatherings a year', () => {
  it('is the number of the group where it has one', () => {
    expect(gatheringsAYear(12, 3)).toBe(12)
    expect(gatheringsAYear(null, 3)).toBe(3)
    expect(gatheringsAYear(0, 3)).toBe(0)
  })

  it.each([
    { today: '2026-01-31', held: 0, expected: 0, onSchedule: true },
    { today: '2026-04-30', held: 0, expected: 0, onSchedule: true },
    { today: '2026-05-01', held: 0, expected: 1, onSchedule: false },
    { today: '2026-11-23', held: 2, expected: 2, onSchedule: true },
    { today: '2026-11-23', held: 1, expected: 2, onSchedule: false },
    { today: '2026-12-31', held: 2, expected: 2, onSchedule: true },
  ])('on $today expects $expected of 3 when $held were held', ({ today, held, expected, onSchedule }) => {
    expect(scheduleOf({ held, perYear: 3, beganOn: null, firstHeld: null }, today)).toEqual({
      held,
      promised: 3,
      expected,
      onSchedule,
    })
  })

  it('counts a new group from the day it began', () => {
    expect(scheduleOf({ held: 0, perYear: 12, beganOn: '2026-10-01', firstHeld: null }, '2026-11-23').expected).toBe(1)
    expect(scheduleOf({ held: 0, perYear: 12, beganOn: '2020-10-01', firstHeld: null }, '2026-11-23').expected).toBe(10)
  })

  it.each([
    { beganOn: '2026-10-12', promised: 0 },
    { beganOn: '2026-09-01', promised: 1 },
    { beganOn: '2026-07-01', promised: 1 },
    { beganOn: '2026-05-01', promised: 2 },
    { beganOn: '2026-01-01', promised: 3 },
    { beganOn: '2019-10-12', promised: 3 },
    { beganOn: '2027-02-01', promised: 3 },
    { beganOn: null, promised: 3 },
  ])(
    'asks $promised of 3 in 2026 of who began on $beganOn, in proportion to what was left of it',
    ({ beganOn, promised }) => {
      expect(promisedIn({ perYear: 3, beganOn, firstHeld: null }, '2026-11-23')).toBe(promised)
      expect(scheduleOf({ held: 0, perYear: 3, beganOn, firstHeld: null }, '2026-12-31').expected).toBeLessThanOrEqual(
        promised,
      )
    },
  )

  it('counts the whole year of a group that met before it was written down', () => {
    const promise = { perYear: 3, beganOn: '2026-10-12' }
    expect(promisedIn({ ...promise, firstHeld: '2026-03-14' }, '2026-11-23')).toBe(3)
    expect(promisedIn({ ...promise, firstHeld: '2026-11-14' }, '2026-11-23')).toBe(0)
  })

  it('is always kept when nothing was promised', () => {
    expect(scheduleOf({ held: 0, perYear: 0, beganOn: null, firstHeld: null }, '2026-11-23').onSchedule).toBe(true)
  })
})
