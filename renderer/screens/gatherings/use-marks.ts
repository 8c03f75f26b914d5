import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallError } from '../../../shared/contract/create-client.ts'
import type { AttendanceStatus } from '../../../shared/domain/attendance.ts'
import { api } from '../../data/api.ts'
import { refreshSoon, seenNow } from '../../data/query-client.ts'
import { asCallError } from '../../data/use-query.ts'

/** What is chosen for somebody: a status, or beforehand that they said to come. */
export type Mark = AttendanceStatus | 'coming'

interface Waiting {
  readonly mark: Mark
  readonly isSaved: boolean
}

export interface Marks {
  /** What was chosen here and is not yet part of the answer. */
  readonly waiting: ReadonlyMap<string, Waiting>
  readonly choose: (personId: string, mark: Mark) => void
  /** Resolves when everything chosen so far was sent. */
  readonly settled: () => Promise<void>
  /** ISO text of the last save; undefined before the first. */
  readonly savedAt: string | undefined
  readonly error: CallError | undefined
}

/**
 * Saves each choice by itself and shows it at once. Choices are sent one after the other, so that two quick ones for one
 * person end as the last; `answer` is what the list draws: with each new one, what it already holds is forgotten here.
 */
export function useMarks(gatheringId: string, answer: unknown): Marks {
  const [waiting, setWaiting] = useState<ReadonlyMap<string, Waiting>>(new Map())
  const [savedAt, setSavedAt] = useState<string>()
  const [error, setError] = useState<CallError>()
  const queue = useRef<Promise<void>>(Promise.resolve())

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is the signal, its contents do not matter
  useEffect(() => {
    setWaiting((before) => {
      const left = [...before].filter(([, mark]) => !mark.isSaved)
      return left.length === before.size ? before : new Map(left)
    })
  }, [answer])

  const choose = useCallback(
    (personId: string, mark: Mark) => {
      setWaiting((before) => new Map(before).set(personId, { mark, isSaved: false }))
      const seen = seenNow()
      queue.current = queue.current.then(async () => {
        try {
          await send(gatheringId, personId, mark, seen)
          setError(undefined)
          setSavedAt(new Date().toISOString())
          setWaiting((before) => settle(before, personId, mark, { mark, isSaved: true }))
        } catch (thrown) {
          setError(asCallError(thrown))
          setWaiting((before) => settle(before, personId, mark, undefined))
        }
        refreshSoon()
      })
    },
    [gatheringId],
  )
  const settled = useCallback(() => queue.current, [])
  return { waiting, choose, settled, savedAt, error }
}

/** Unless something newer was chosen for the person meanwhile. */
function settle(
  before: ReadonlyMap<string, Waiting>,
  personId: string,
  mark: Mark,
  to: Waiting | undefined,
): ReadonlyMap<string, Waiting> {
  if (before.get(personId)?.mark !== mark) return before
  const after = new Map(before)
  if (to) after.set(personId, to)
  else after.delete(personId)
  return after
}

function send(gatheringId: string, personId: string, mark: Mark, seen: string | undefined): Promise<null> {
  return mark === 'coming'
    ? api.gatherings.expect({ gatheringId, personId, coming: true }, seen)
    : api.gatherings.mark({ gatheringId, personId, status: mark }, seen)
}
