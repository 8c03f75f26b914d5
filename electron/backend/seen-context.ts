// A window says with what it sends what it had seen of others. What was heard of them later stays beside what it writes.
import type { BookContext } from './context.ts'

/** @param seen undefined: the window knows of nobody else */
export function seenContext(context: BookContext, seen: string | undefined): BookContext {
  return seen === undefined ? context : { ...context, written: (tx) => context.sharing.keepUnseen(tx, seen) }
}
