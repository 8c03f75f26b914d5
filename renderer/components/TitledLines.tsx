import type { ReactNode } from 'react'
import styles from './TitledLines.module.css'

/** A list of things in words, one under the other, each with what it is called, more about it, and its verbs. */
export function TitledLines({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={styles.lines} aria-label={label}>
      {children}
    </ul>
  )
}

export interface TitledLineProps {
  /** What it is called; the first thing read. */
  readonly title: ReactNode
  /** More about it, in soft words. */
  readonly children?: ReactNode
  /** What can be done with it, at the end. */
  readonly verbs?: ReactNode
}

export function TitledLine({ title, children, verbs }: TitledLineProps) {
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        {children}
      </div>
      {verbs && <div className={styles.verbs}>{verbs}</div>}
    </li>
  )
}
