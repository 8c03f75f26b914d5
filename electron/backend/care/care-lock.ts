// Care is shut until somebody opens it. The lock is held by the open book: another book begins shut. What is behind it leaves the backend
// for nobody meanwhile; that is not for screens to see to.
import { RuleBroken } from '../rule-broken.ts'
import { createLock, type TimeLock } from '../time-lock.ts'

export interface CareLock extends TimeLock {
  /** Throws RuleBroken `careLocked`. */
  assertOpen(): void
}

export const careLockMinutes = 10

export function createCareLock(now: () => Date): CareLock {
  const lock = createLock(now, careLockMinutes)
  return {
    ...lock,
    assertOpen: () => {
      if (lock.opensUntil() === null) throw new RuleBroken('careLocked')
    },
  }
}
