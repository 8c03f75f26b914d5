// Which sealed programmes are open on this PC now. Kept in memory alone: a program that starts anew begins with all of them closed.
import type { BookContext } from '../context.ts'
import { RuleBroken } from '../rule-broken.ts'

/** So long nobody may look before it closes by itself. */
const minutesOpen = 10

/** Per open book, by programme: when it was last looked at. */
const lookedAt = new WeakMap<BookContext['sealing'], Map<string, number>>()

export function openProgramme({ sealing, now }: BookContext, id: string): void {
  const opened = lookedAt.get(sealing) ?? new Map<string, number>()
  opened.set(id, now().getTime())
  lookedAt.set(sealing, opened)
}

export function closeProgramme({ sealing }: BookContext, id: string): void {
  lookedAt.get(sealing)?.delete(id)
}

export function isProgrammeOpen({ sealing, now }: BookContext, id: string): boolean {
  const last = lookedAt.get(sealing)?.get(id)
  return last !== undefined && now().getTime() - last < minutesOpen * 60_000
}

/** Looking keeps it open. @throws RuleBroken sealedClosed */
export function requireOpen(context: BookContext, id: string): void {
  if (!isProgrammeOpen(context, id)) throw new RuleBroken('sealedClosed')
  openProgramme(context, id)
}
