import { useCallback } from 'react'
import { downloadUrl } from './api.ts'

/** Saves a file the backend made: `const download = useDownload()`, then `download(handle)` after the export command. */
export function useDownload(): (handle: string) => void {
  return useCallback((handle) => {
    const link = document.createElement('a')
    link.href = downloadUrl(handle)
    link.download = ''
    document.body.append(link)
    link.click()
    link.remove()
  }, [])
}
