import { useEffect, useEffectEvent } from 'react'
import { onEvent } from '../data/api.ts'

/** Follows the menu of the desktop app to a screen. */
export function useDesktopMenu(navigate: (path: string) => void): void {
  const go = useEffectEvent(navigate)
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'goTo') go(event.path)
      }),
    [],
  )
}
