// Which sealed programmes are open on this PC now, each behind a lock of its own.
import type { BookContext } from '../context.ts'
import { RuleBroken } from '../rule-broken.ts'
import { createLock, type TimeLock } from '../time-lock.ts'

/** So long nobody may be at work in it before it closes by itself. */
const minutesOpen = 10

/** Per open book, by programme. */
const locks = new WeakMap<BookContext['sealing'], Map<string, TimeLock>>()

export function lockOf({ sealing, now }: BookContext, programmeId: string): TimeLock {
  const ofBook = locks.get(sealing) ?? new Map<string, TimeLock>()
  locks.set(sealing, ofBook)
  const lock = ofBook.get(programmeId) ?? createLock(now, minutesOpen)
  ofBook.set(programmeId, lock)
  return lock
}

/** @throws RuleBroken sealedClosed */
export function requireOpen(context: BookContext, programmeId: string): void {
  if (lockOf(context, programmeId).opensUntil() === null) throw new RuleBroken('sealedClosed')
}
