import { hashKey, keepPreviousData, useQuery as useTanstackQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { CallError } from '../../shared/contract/create-client.ts'
import { drawsAnswer } from './query-client.ts'

/** A question to the backend: `api.members.list`. */
export interface Question<Input, Value> {
  (input: Input, seen?: string): Promise<Value>
  readonly method: string
}

/** What is known of an answer. `isStale`: these are the values of before; newer ones are on their way. */
export type Answer<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'error'; readonly error: CallError; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: Value; readonly isStale: boolean }

export interface QueryOptions {
  /** Keep showing the answer to the former input until the new one is there: for lists that are filtered. */
  readonly keep?: boolean
  /** false: do not ask (yet). */
  readonly isWanted?: boolean
}

/**
 * Asks the backend and keeps the answer fresh. `const people = useQuery(api.members.list, { text })`; draw it with
 * `<Answered of={people}>{(value) => ...}</Answered>`.
 */
export function useQuery<Input, Value>(
  question: Question<Input, Value>,
  input: Input,
  { keep = false, isWanted = true }: QueryOptions = {},
): Answer<Value> {
  const queryKey = [question.method, input]
  const onScreen = drawsAnswer(hashKey(queryKey))
  useEffect(() => onScreen())
  const { data, error, isPlaceholderData, refetch } = useTanstackQuery({
    queryKey,
    queryFn: () => question(input),
    enabled: isWanted,
    ...(keep && { placeholderData: keepPreviousData }),
  })
  if (error && !isPlaceholderData) return { state: 'error', error: asCallError(error), retry: () => void refetch() }
  if (data === undefined) return { state: 'loading' }
  return { state: 'ready', value: data, isStale: isPlaceholderData }
}

/** An error of our own window is told like any other that nobody expected. */
export function asCallError(error: unknown): CallError {
  return error instanceof CallError ? error : new CallError('unexpected', { id: 'window' })
}
