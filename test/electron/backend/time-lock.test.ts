import { expect, it } from 'vitest'
import { createLock } from '../../../electron/backend/time-lock.ts'

it('shuts by itself, later when somebody is at work, and no later because it is looked at', () => {
  let minute = 0
  const lock = createLock(() => new Date(minute * 60_000), 10)
  const isOpenAt = (at: number) => {
    minute = at
    return lock.opensUntil() !== null
  }
  lock.stay()
  expect(isOpenAt(0)).toBe(false)
  lock.open()
  expect([isOpenAt(4), isOpenAt(9), isOpenAt(10)]).toEqual([true, true, false])
  lock.open()
  isOpenAt(15)
  lock.stay()
  expect([isOpenAt(24), isOpenAt(25)]).toEqual([true, false])
  lock.open()
  lock.shut()
  expect(isOpenAt(26)).toBe(false)
})
