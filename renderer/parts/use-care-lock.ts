import { useEffect } from 'react'
import { type Api, api } from '../data/api.ts'
import { forgetAnswers, giveAnswer, refreshSoon } from '../data/query-client.ts'
import { type Answer, useQuery } from '../data/use-query.ts'
import { isBehindCareLock } from './behind-care-lock.ts'
import { useActivity } from './use-activity.ts'

type Lock = Awaited<ReturnType<Api['care']['lockState']>>

/**
 * Whether care is open. As long as somebody is at work it stays open; when it shuts, the window forgets what it was told as well. Only
 * hiding happens here: the backend gives nothing out while it is shut.
 */
export function useCareLock(): Answer<Lock> {
  const lock = useQuery(api.care.lockState, {})
  const opensUntil = lock.state === 'ready' ? lock.value.opensUntil : null
  const isShut = lock.state === 'ready' && !lock.value.isOpen

  useEffect(() => {
    if (opensUntil === null) return
    const left = Date.parse(opensUntil) - Date.now()
    const timer = setTimeout(refreshSoon, Math.max(left, 0) + 500)
    return () => clearTimeout(timer)
  }, [opensUntil])

  useEffect(() => {
    if (isShut) forgetAnswers(isBehindCareLock)
  }, [isShut])

  useActivity('care', opensUntil !== null, stay)
  return lock
}

/** When it cannot be told, care shuts at its time. */
function stay(): void {
  void api.care.stay({}).then(
    (state) => giveAnswer(api.care.lockState.method, {}, state),
    () => undefined,
  )
}
