import { Fragment, type ReactNode } from 'react'
import { numberRuns } from './number-runs.ts'

/** Keeps a name, phone number or address whole in a line that runs the other way, and the numbers within it. */
export function Bdi({ children }: { readonly children: ReactNode }) {
  return <bdi>{typeof children === 'string' ? <Runs text={children} /> : children}</bdi>
}

function Runs({ text }: { readonly text: string }) {
  const runs = numberRuns(text)
  if (runs.length === 1) return text
  let place = 0
  return runs.map((run) => {
    const key = place
    place += run.text.length
    return run.isNumber ? (
      <bdi key={key} dir="ltr">
        {run.text}
      </bdi>
    ) : (
      <Fragment key={key}>{run.text}</Fragment>
    )
  })
}
