import { useCallback, useRef, useState } from 'react'
import type { CallError } from '../../shared/contract/create-client.ts'
import { isFormSending } from '../components/form-sending.ts'
import { refreshSoon, seenNow } from './query-client.ts'
import { createTurns } from './turns.ts'
import { useErrorText } from './use-error-text.ts'
import { asCallError, type Question } from './use-query.ts'

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CallError }

export interface RunningCommand<Input, Value> {
  /** Does it. Never rejects. While it is going on, the same once more is the same wish, and another waits for its turn. */
  readonly run: (input: Input) => Promise<Outcome<Value>>
  readonly isRunning: boolean
  /** The last error, as long as nothing else was tried. */
  readonly error: CallError | undefined
  /** What is wrong with one field, in words. */
  readonly fieldError: (field: string) => string | undefined
  /** What is wrong with the whole, in words: the first thing that points at none of the fields asked for so far. */
  readonly formError: string | undefined
  /** Forgets the error: the form is opened anew. */
  readonly clear: () => void
}

/**
 * Does something in the backend: `const register = useCommand(api.members.register)`, then
 * `const outcome = await register.run(input)`. What is on the screen is asked again by itself.
 */
export function useCommand<Input, Value>(command: Question<Input, Value>): RunningCommand<Input, Value> {
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<CallError>()
  const [turns] = useState(() => createTurns<Outcome<Value>>())
  const isRefused = useRef(false)
  const fields = useRef(new Set<string>())
  const textOf = useErrorText()
  // A form shows what was there when it was opened; everything else what is there now.
  const [seenAtOpening] = useState(seenNow)

  const run = useCallback(
    (input: Input) => {
      const seen = isFormSending() ? seenAtOpening : seenNow()
      setRunning(true)
      return turns
        .take(input, async () => {
          try {
            const value = await command(input, seen)
            // What was refused just before it is still to be told.
            if (!isRefused.current) setError(undefined)
            refreshSoon()
            return { ok: true as const, value }
          } catch (thrown) {
            const told = asCallError(thrown)
            isRefused.current = true
            setError(told)
            return { ok: false as const, error: told }
          }
        })
        .finally(() => {
          if (!turns.areOver()) return
          isRefused.current = false
          setRunning(false)
        })
    },
    [command, seenAtOpening, turns],
  )
  const clear = useCallback(() => setError(undefined), [])

  const wrong = error ? [error, ...error.others] : []
  const fieldError = (name: string) => {
    fields.current.add(name)
    const found = wrong.find(({ details }) => details.field === name)
    return found && textOf(found)
  }
  // Fields are asked for while the form is drawn, before the next answer: here they are known.
  const ofWhole = wrong.find(({ details }) => typeof details.field !== 'string' || !fields.current.has(details.field))
  return {
    run,
    isRunning,
    error,
    fieldError,
    formError: ofWhole && textOf(ofWhole),
    clear,
  }
}
