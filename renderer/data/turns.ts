import { hashKey } from '@tanstack/react-query'

export interface Turns<Answer> {
  /** Does the work once what was asked before is done. Asked for the same as the one before it, which is still to be done: that one's answer. */
  readonly take: (input: unknown, work: () => Promise<Answer>) => Promise<Answer>
  /** All that was asked is done. */
  readonly areOver: () => boolean
}

/** One thing after the other: two quick presses of one button are one wish, and two of two buttons are two. */
export function createTurns<Answer>(): Turns<Answer> {
  let newest: { readonly wish: string; readonly answer: Promise<Answer> } | undefined
  return {
    take(input, work) {
      const wish = hashKey([input])
      if (newest?.wish === wish) return newest.answer
      const before = newest?.answer.catch(() => undefined)
      const answer = before ? before.then(work) : work()
      const mine = {
        wish,
        answer: answer.finally(() => {
          if (newest === mine) newest = undefined
        }),
      }
      newest = mine
      return mine.answer
    },
    areOver: () => newest === undefined,
  }
}
