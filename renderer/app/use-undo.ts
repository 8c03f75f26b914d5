import { useCallback, useEffect, useState } from 'react'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import type { DoneAction } from '../parts/use-action-sentence.ts'

export interface Undo {
  /** What was just done in this window, until it is closed or something else is done. */
  readonly shown: DoneAction | undefined
  readonly close: () => void
  readonly undo: (actionId: string) => void
  /** Takes back the newest action that still counts (Ctrl+Z, the button in the top line). */
  readonly undoLast: () => void
  readonly isBusy: boolean
  /** Why it did not work, in words. */
  readonly problem: string | undefined
}

/** What was last done and the ways to take it back. */
export function useUndo(): Undo {
  const last = useQuery(api.history.lastAction, {})
  const command = useCommand(api.history.undo)
  // What was done before this window was opened is history, not news.
  const [closed, setClosed] = useState<string | null>()
  const lastId = last.state === 'ready' ? (last.value?.id ?? null) : undefined
  useEffect(() => {
    if (closed === undefined && lastId !== undefined) setClosed(lastId)
  }, [closed, lastId])

  const { run, clear } = command
  // What was refused is old news once something else was done, and its way back stands in the same place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another last action is the signal
  useEffect(clear, [clear, lastId])
  const isNews = last.state === 'ready' && closed !== undefined && last.value !== null && last.value.id !== closed
  const close = useCallback(() => {
    clear()
    setClosed(lastId ?? null)
  }, [clear, lastId])
  const undo = useCallback((actionId: string) => void run({ actionId }), [run])
  const undoLast = useCallback(() => void run({}), [run])
  return {
    shown: isNews && last.value ? last.value : undefined,
    close,
    undo,
    undoLast,
    isBusy: command.isRunning,
    problem: command.formError,
  }
}
