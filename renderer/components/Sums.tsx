import type { ReactNode } from 'react'
import styles from './Sums.module.css'

export interface SumsProps {
  /** What they are sums of, for screen readers. */
  readonly label: string
  readonly sums: readonly {
    readonly term: string
    readonly value: ReactNode
    /** It asks for something to be done. */
    readonly isOpen?: boolean
  }[]
}

/** A few numbers that matter, large and beside each other. */
export function Sums({ label, sums }: SumsProps) {
  return (
    <dl className={styles.sums} aria-label={label}>
      {sums.map(({ term, value, isOpen = false }) => (
        <div key={term} className={isOpen ? styles.open : undefined}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
