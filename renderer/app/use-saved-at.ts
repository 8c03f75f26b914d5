import { useEffect, useState } from 'react'
import { onEvent } from '../data/api.ts'

/** When the book was last known to be on the disk: at start, and after everything that was committed since. ISO text. */
export function useSavedAt(): string {
  const [savedAt, setSavedAt] = useState(() => new Date().toISOString())
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'changed' || event.topic === 'book') setSavedAt(new Date().toISOString())
      }),
    [],
  )
  return savedAt
}
