import type { ReactNode } from 'react'
import styles from './Lines.module.css'

/** A list of lines with a hairline under each; each line is a `Line`. */
export function Lines({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <ul className={styles.lines} aria-label={label}>
      {children}
    </ul>
  )
}

interface LineProps {
  readonly children: ReactNode
  readonly verbs?: ReactNode
  /** Left out where the list is printed. */
  readonly isOffPaper?: boolean
}

/** What it is about, and the verbs that can be done with it at the end. */
export function Line({ children, verbs, isOffPaper = false }: LineProps) {
  return (
    <li className={isOffPaper ? styles.offPaper : undefined}>
      <div className={styles.words}>{children}</div>
      {verbs && <Verbs>{verbs}</Verbs>}
    </li>
  )
}

/** The first words of a line that says more. */
export function LineTitle({ children }: { readonly children: ReactNode }) {
  return <p className={styles.title}>{children}</p>
}

/** What can be done, beside each other as far as there is room. On paper nothing can. */
export function Verbs({ children }: { readonly children: ReactNode }) {
  return <div className={styles.verbs}>{children}</div>
}
