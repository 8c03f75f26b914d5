import type { ReactNode } from 'react'
import styles from './OnPaper.module.css'

interface OnPaperProps {
  /** What the screen says, and what stands there where the page is printed. */
  readonly screen: ReactNode
  readonly paper: ReactNode
}

/** Something that a printed page says otherwise than the screen: without who is left off it. */
export function OnPaper({ screen, paper }: OnPaperProps) {
  return screen === paper ? (
    screen
  ) : (
    <>
      <span className={styles.screen}>{screen}</span>
      <span className={styles.paper}>{paper}</span>
    </>
  )
}
