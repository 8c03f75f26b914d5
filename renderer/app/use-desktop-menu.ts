import { useEffect } from 'react'
import { onEvent } from '../data/api.ts'

/** Follows the menu of the desktop app to a screen. */
export function useDesktopMenu(navigate: (path: string) => void): void {
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'goTo') navigate(event.path)
      }),
    [navigate],
  )
}
