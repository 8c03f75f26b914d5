import { useEffect } from 'react'
import { type Api, api } from '../data/api.ts'
import { forgetAnswers, giveAnswer, refreshSoon } from '../data/query-client.ts'
import { type Answer, useQuery } from '../data/use-query.ts'
import { isBehindCareLock } from './behind-care-lock.ts'

type Lock = Awaited<ReturnType<Api['care']['lockState']>>

/** A press or a key within this time of the last one need not be told again, whichever part of the window saw it. */
const tellAgainAfter = 30_000
let toldAt = 0

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

  useEffect(() => {
    if (opensUntil === null) return
    const tell = () => {
      if (Date.now() - toldAt < tellAgainAfter) return
      toldAt = Date.now()
      // When it cannot be told, care shuts at its time.
      void api.care.stay({}).then(
        (state) => giveAnswer(api.care.lockState.method, {}, state),
        () => undefined,
      )
    }
    addEventListener('keydown', tell)
    addEventListener('pointerdown', tell)
    return () => {
      removeEventListener('keydown', tell)
      removeEventListener('pointerdown', tell)
    }
  }, [opensUntil])
  return lock
}
