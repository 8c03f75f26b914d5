import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { collectionDays, earliestCollectDay } from '../../../shared/domain/collection-days.ts'

describe('the days around a collection', () => {
  it('are told from the day it is collected', () => {
    expect(collectionDays('2026-12-28', 14)).toEqual({
      announceBy: '2026-12-14',
      // Christmas lies between.
      submitBy: '2026-12-23',
      collectDay: '2026-12-28',
      returnsUntil: '2027-01-05',
      refundsUntil: '2027-02-22',
    })
  })

  it('leave time to tell the payers', () => {
    expect(earliestCollectDay('2026-11-25', 14)).toBe('2026-12-09')
    expect(earliestCollectDay('2026-12-11', 14)).toBe('2026-12-28')
  })

  it('leave the bank its two working days where less notice was agreed', () => {
    expect(earliestCollectDay('2026-12-23', 1)).toBe('2026-12-28')
    expect(earliestCollectDay('2026-11-27', 1)).toBe('2026-12-01')
  })

  // A collection of which the file is too late on the day it is made can never be sent.
  it('are still to come on the day the collection is made, also in a weekend and at Easter', () => {
    expect(earliestCollectDay('2026-11-28', 1)).toBe('2026-12-02')
    for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1))
      for (const noticeDays of [1, 2, 3, 5, 14]) {
        const { announceBy, submitBy } = collectionDays(earliestCollectDay(day, noticeDays), noticeDays)
        expect([day, noticeDays, announceBy >= day, submitBy >= day]).toEqual([day, noticeDays, true, true])
      }
  })
})
