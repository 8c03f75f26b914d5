// Care is shut until somebody opens it, and shuts by itself. It is held by the open book and lives in memory only: another book, or the
// program begun anew, begins shut. What is behind it leaves the backend for nobody meanwhile; that is not for screens to see to.
import { RuleBroken } from '../rule-broken.ts'

export interface CareLock {
  /** ISO instant at which it shuts unless somebody goes on; null while it is shut. */
  opensUntil(): string | null
  open(): void
  shut(): void
  /** Somebody is at work: it stays open for as long again. Nothing where it is shut. */
  stay(): void
  /** Throws RuleBroken `careLocked`. */
  assertOpen(): void
}

export const careLockMinutes = 10

export function createCareLock(now: () => Date): CareLock {
  let until = 0
  const isOpen = () => now().getTime() < until
  const open = () => {
    until = now().getTime() + careLockMinutes * 60_000
  }
  return {
    opensUntil: () => (isOpen() ? new Date(until).toISOString() : null),
    open,
    shut: () => {
      until = 0
    },
    stay: () => {
      if (isOpen()) open()
    },
    assertOpen: () => {
      if (!isOpen()) throw new RuleBroken('careLocked')
    },
  }
}
