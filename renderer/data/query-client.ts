import { QueryClient } from '@tanstack/react-query'
import type { WindowEvent } from '../../shared/contract/bridge.ts'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import { onEvent } from './api.ts'
import { oldestSeen } from './seen.ts'

// Nothing grows old by itself but with the day: what changes is announced. The network says nothing about a backend on the same computer.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

let planned: ReturnType<typeof setTimeout> | undefined

/** Asks everything on the screen again. The reply to a command and its event arrive together: they become one round. */
export function refreshSoon(): void {
  clearTimeout(planned)
  planned = setTimeout(() => void queryClient.invalidateQueries(), 15)
}

/** Keeps nothing of the answers to these questions; what is on the screen is asked anew. */
export function forgetAnswers(isMeant: (method: string) => boolean): void {
  const predicate = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => isMeant(String(queryKey[0]))
  queryClient.removeQueries({ type: 'inactive', predicate })
  void queryClient.resetQueries({ type: 'active', predicate })
}

/** Answers that are being drawn for the first time: the query client does not count them as on the screen yet. */
const drawing = new Set<string>()

/** @returns what to call once the answer is on the screen */
export function drawsAnswer(hash: string): () => void {
  drawing.add(hash)
  return () => void drawing.delete(hash)
}

/** What the user can have seen of others: the mark of the oldest answer on the screen. undefined: the book is not shared. */
export function seenNow(): string | undefined {
  const active = queryClient.getQueryCache().findAll({ type: 'active' })
  return oldestSeen([...active.map(({ queryHash }) => queryHash), ...drawing])
}

/** The answer to a question came along with something else. */
export function giveAnswer(method: string, input: unknown, value: unknown): void {
  queryClient.setQueryData([method, input], value)
}

/** What changes something that a screen may show. */
const topics: readonly WindowEvent['topic'][] = ['changed', 'book', 'updates', 'preferences']

/** Asks again whenever something was committed or another book was opened; the answer ends it. */
export function followChanges(): () => void {
  return onEvent((event) => {
    if (topics.includes(event.topic)) refreshSoon()
  })
}

const lookAtDayEvery = 60_000

/** Asks again when another day has begun: what is today and who is late was answered for the day of asking. The answer ends it. */
export function followDays(): () => void {
  let known = dayOfClock(new Date())
  const timer = setInterval(() => {
    const today = dayOfClock(new Date())
    if (today === known) return
    known = today
    refreshSoon()
  }, lookAtDayEvery)
  return () => clearInterval(timer)
}
