import type { ReactNode } from 'react'
import styles from './Lines.module.css'

/** A short list of lines with a hairline under each; each line is a `Line`. */
export function Lines({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.lines}>{children}</ul>
}

/** What it is about, and the verbs that can be done with it at the end. */
export function Line({ children, verbs }: { readonly children: ReactNode; readonly verbs?: ReactNode }) {
  return (
    <li>
      <span className={styles.words}>{children}</span>
      {verbs && <span className={styles.verbs}>{verbs}</span>}
    </li>
  )
}
