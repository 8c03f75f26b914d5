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
/** A short list of things in words, one under the other, with a hairline between them. */
export function Lines({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={styles.lines} aria-label={label}>
      {children}
    </ul>
  )
}

export interface LineProps {
  /** What it is called; the first thing read. */
  readonly title: ReactNode
  /** More about it, in soft words. */
  readonly children?: ReactNode
  /** What can be done with it, at the end. */
  readonly verbs?: ReactNode
}

export function Line({ title, children, verbs }: LineProps) {
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
