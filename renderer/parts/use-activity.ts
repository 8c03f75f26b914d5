import { useEffect } from 'react'

/** A press or a key within this time of the last one need not be told again, whichever part of the window saw it. */
const tellAgainAfter = 30_000
const toldAt = new Map<string, number>()

/** While `isOn`: tells that somebody is at work, by keys or by pointing, at most twice a minute. `what` names what it keeps open. */
export function useActivity(what: string, isOn: boolean, tell: () => void): void {
  useEffect(() => {
    if (!isOn) return
    const notice = () => {
      if (Date.now() - (toldAt.get(what) ?? 0) < tellAgainAfter) return
      toldAt.set(what, Date.now())
      tell()
    }
    addEventListener('keydown', notice)
    addEventListener('pointerdown', notice)
    return () => {
      removeEventListener('keydown', notice)
      removeEventListener('pointerdown', notice)
    }
  }, [what, isOn, tell])
}
