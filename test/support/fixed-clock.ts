// A clock that stands still until a test moves it, and ids in a fixed order.
import type { Day } from '../../shared/domain/calendar-date.ts'

export interface FixedClock {
  readonly now: () => Date
  /** Moves to noon of that day, or to that time of it. */
  readonly setDay: (day: Day, time?: string) => void
}

export function fixedClock(day: Day = '2026-11-23'): FixedClock {
  let current = new Date(`${day}T12:00:00`)
  return {
    now: () => current,
    setDay: (next, time = '12:00') => {
      current = new Date(`${next}T${time}:00`)
    },
  }
}

/** `00000000-0000-7000-8000-000000000001`, then ...2, and so on. */
export function countingIds(device = ''): () => string {
  let count = 0
  // Of another computer: another beginning.
  const start = device === '' ? '00000000' : Buffer.from(device).toString('hex').padStart(8, '0').slice(-8)
  return () => `${start}-0000-7000-8000-${String(++count).padStart(12, '0')}`
}
