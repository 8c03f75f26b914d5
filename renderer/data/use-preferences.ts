import { useCallback } from 'react'
import { type Api, api } from './api.ts'
import { queryClient, refreshSoon } from './query-client.ts'
import { type Outcome, type RunningCommand, useCommand } from './use-command.ts'
import { type Answer, useQuery } from './use-query.ts'

export type Preferences = Awaited<ReturnType<Api['preferences']['get']>>
type Change = Parameters<Api['preferences']['set']>[0]
type Kept = Awaited<ReturnType<Api['preferences']['set']>>

export interface PreferencesInHand {
  readonly answer: Answer<Preferences>
  /** Takes effect at once, and is taken back when it could not be kept. */
  readonly change: (change: Change) => Promise<Outcome<Kept>>
  readonly command: RunningCommand<Change, Kept>
}

/** What this person chose on this computer, and a way to choose otherwise. */
export function usePreferences(): PreferencesInHand {
  const answer = useQuery(api.preferences.get, {})
  const command = useCommand(api.preferences.set)
  const { run } = command
  const change = useCallback(
    async (wish: Change) => {
      queryClient.setQueryData(
        [api.preferences.get.method, {}],
        (old: Preferences | undefined) => old && { ...old, ...wish },
      )
      const outcome = await run(wish)
      if (!outcome.ok) refreshSoon()
      return outcome
    },
    [run],
  )
  return { answer, change, command }
}
