import { describe, expect, it } from 'vitest'
import { weekdayOf } from '../../../shared/domain/calendar-date.ts'
import { isLastOfMonth, lastInMonth, meetingDays, nthOfMonth } from '../../../shared/domain/series-rhythm.ts'

const weekly = { kind: 'weken', every: 1, nth: null, firstDay: '2026-11-03' } as const
const monthly = { kind: 'maand', every: 1, nth: 3, firstDay: '2026-01-20' } as const

describe('every so many weeks', () => {
  it('falls on the weekday of the first day', () => {
    expect(meetingDays(weekly, '2026-11-10', 3)).toEqual(['2026-11-17', '2026-11-24', '2026-12-01'])
  })

  it('counts two weeks from the first day, whatever day it is now', () => {
    expect(meetingDays({ ...weekly, every: 2 }, '2026-11-10', 2)).toEqual(['2026-11-17', '2026-12-01'])
    expect(meetingDays({ ...weekly, every: 2 }, '2026-11-16', 1)).toEqual(['2026-11-17'])
  })

  it('has its first meeting on the first day when that is still to come', () => {
    expect(meetingDays(weekly, '2026-10-01', 1)).toEqual(['2026-11-03'])
  })
})

describe('every month on one weekday', () => {
  it('is the third Tuesday, also where a month begins on a Tuesday', () => {
    const days = meetingDays(monthly, '2026-06-01', 3)
    expect(days).toEqual(['2026-06-16', '2026-07-21', '2026-08-18'])
    expect(days.map(weekdayOf)).toEqual([2, 2, 2])
  })

  it('is the last one in months of four and of five', () => {
    const last = { ...monthly, nth: lastInMonth, firstDay: '2026-01-27' }
    expect(meetingDays(last, '2026-02-28', 3)).toEqual(['2026-03-31', '2026-04-28', '2026-05-26'])
  })

  it('never falls before the first day, and keeps every third month', () => {
    expect(meetingDays({ ...monthly, every: 3 }, '2025-12-31', 2)).toEqual(['2026-01-20', '2026-04-21'])
    expect(meetingDays({ ...monthly, nth: 1 }, '2026-01-01', 1)).toEqual(['2026-02-03'])
  })
})

it('ends before the day it ends on', () => {
  expect(meetingDays(weekly, '2026-11-10', 9, '2026-11-24')).toEqual(['2026-11-17'])
})

it('ends where the calendar does', () => {
  const late = '9999-12-20'
  expect(meetingDays({ ...weekly, firstDay: late }, '2026-11-10', 4)).toEqual(['9999-12-20', '9999-12-27'])
  expect(meetingDays({ ...monthly, firstDay: late }, '2026-11-10', 4)).toEqual(['9999-12-20'])
})

it('plans nothing on separate days', () => {
  expect(meetingDays({ ...weekly, kind: 'los' }, '2026-01-01', 5)).toEqual([])
})

it('knows the fourth from the last', () => {
  expect([nthOfMonth('2026-11-24'), isLastOfMonth('2026-11-24')]).toEqual([4, true])
  expect([nthOfMonth('2026-12-22'), isLastOfMonth('2026-12-22')]).toEqual([4, false])
})
