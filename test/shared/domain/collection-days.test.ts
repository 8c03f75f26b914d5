import { describe, expect, it } from 'vitest'
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
})
