import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followDays, queryClient } from '../../../renderer/data/query-client.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const minute = 60_000

test('a window that stays open overnight asks everything again when the day is another, once', () => {
  const asked = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue()
  vi.setSystemTime(new Date(2026, 11, 31, 23, 58))
  const stop = followDays()
  vi.advanceTimersByTime(minute)
  expect(asked).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2 * minute)
  expect(asked).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(60 * minute)
  expect(asked).toHaveBeenCalledTimes(1)
  stop()
  vi.advanceTimersByTime(48 * 60 * minute)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('so does one on a computer that slept for days, or whose clock was put right', () => {
  const asked = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue()
  vi.setSystemTime(new Date(2026, 2, 27, 17, 0))
  const stop = followDays()
  // The clock went on and no timer did; in between summer time began.
  vi.setSystemTime(new Date(2026, 2, 30, 9, 0))
  vi.advanceTimersByTime(minute + 100)
  expect(asked).toHaveBeenCalledTimes(1)
  vi.setSystemTime(new Date(2026, 2, 29, 9, 0))
  vi.advanceTimersByTime(minute + 100)
  expect(asked).toHaveBeenCalledTimes(2)
  stop()
})
