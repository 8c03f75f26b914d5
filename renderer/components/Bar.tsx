import styles from './Bar.module.css'

export interface BarProps {
  /** Where the bar ends, and where it begins: from 0 to 1. */
  readonly part: number
  readonly from?: number
}

/** A part of a whole as a drawn bar. Its number stands beside it in words: who cannot see it misses nothing. */
export function Bar({ part, from = 0 }: BarProps) {
  const start = within(from) * 100
  // Where a bar begins and ends at one number there is still something to see.
  const width = Math.max(within(part) * 100 - start, from > 0 ? thinnest : 0)
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.part} x={Math.min(start, 100 - width)} width={width} height="10" />
    </svg>
  )
}

const thinnest = 2
const within = (part: number) => Math.min(1, Math.max(0, part))
