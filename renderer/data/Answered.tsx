import type { ReactNode } from 'react'
import { ErrorState, LoadingState } from '../components/States.tsx'
import { useErrorText } from './use-error-text.ts'
import type { Answer } from './use-query.ts'

export interface AnsweredProps<Value> {
  readonly of: Answer<Value>
  readonly children: (value: Value, isStale: boolean) => ReactNode
}

/** Draws an answer: the values when they are there, and until then what is going on or what went wrong. */
export function Answered<Value>({ of: answer, children }: AnsweredProps<Value>) {
  const textOf = useErrorText()
  if (answer.state === 'loading') return <LoadingState />
  if (answer.state === 'error') return <ErrorState text={textOf(answer.error)} onRetry={answer.retry} />
  return children(answer.value, answer.isStale)
}
