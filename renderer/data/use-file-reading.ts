import { useState } from 'react'
import { CallError } from '../../shared/contract/create-client.ts'
import { uploadFile } from './api.ts'
import type { Outcome } from './use-command.ts'
import { useErrorText } from './use-error-text.ts'

/**
 * Hands a file that the user chose to the backend and opens it there: `const open = useCommand(api.bank.open)`, then
 * `const reading = useFileReading((file) => open.run({ file }), onOpened)`.
 */
export function useFileReading<Opened>(
  open: (file: string) => Promise<Outcome<Opened>>,
  onOpened: (opened: Opened, file: string) => void,
) {
  const textOf = useErrorText()
  const [isReading, setReading] = useState(false)
  const [error, setError] = useState<string>()
  const read = async (chosen: File) => {
    setReading(true)
    setError(undefined)
    const received = await uploadFile(chosen)
    const opened = received.ok ? await open(received.value.file) : undefined
    setReading(false)
    if (received.ok && opened?.ok) onOpened(opened.value, received.value.file)
    else if (opened && !opened.ok) setError(textOf(opened.error))
    else if (!received.ok) setError(textOf(new CallError(received.error.code, received.error.details)))
  }
  return { read, isReading, error }
}
