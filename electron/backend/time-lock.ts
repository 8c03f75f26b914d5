// A lock that is shut until somebody opens it, and shuts by itself. It lives in memory only: a program begun anew begins with all of
// them shut. Reading does not keep it open, for windows read anew by themselves; somebody at work says so.

export interface TimeLock {
  /** ISO instant at which it shuts unless somebody goes on; null while it is shut. */
  opensUntil(): string | null
  open(): void
  shut(): void
  /** Somebody is at work: it stays open for as long again. Nothing where it is shut. */
  stay(): void
}

export function createLock(now: () => Date, minutes: number): TimeLock {
  let until = 0
  const isOpen = () => now().getTime() < until
  const open = () => {
    until = now().getTime() + minutes * 60_000
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
  }
}
