// While the book is shared, every answer says up to where others had been heard of. Whatever is filled in upon the answers on the screen
// is sent with the oldest of these marks: what came in after that was not seen by whoever filled it in, however long a form stood open.
import { hashKey } from '@tanstack/react-query'
import type { Reply } from '../../shared/contract/reply.ts'

/** Of so many answers the mark is kept, the newest; what is on the screen is asked anew whenever something came in. */
const mostMarks = 1000

const marks = new Map<string, string>()

export function noteSeen(method: string, input: unknown, reply: Reply): void {
  if (!reply.ok || reply.seen === undefined) return
  const hash = hashKey([method, input])
  marks.delete(hash)
  marks.set(hash, reply.seen)
  for (const oldest of marks.keys()) {
    if (marks.size <= mostMarks) return
    marks.delete(oldest)
  }
}

/** @param hashes of questions as TanStack Query knows them */
export function oldestSeen(hashes: Iterable<string>): string | undefined {
  let oldest: string | undefined
  for (const hash of hashes) {
    const mark = marks.get(hash)
    if (mark !== undefined && (oldest === undefined || mark < oldest)) oldest = mark
  }
  return oldest
}
