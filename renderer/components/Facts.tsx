import type { ReactNode } from 'react'
import styles from './Facts.module.css'

export interface Fact {
  readonly term: string
  /** A fact without a value is left out. */
  readonly value: ReactNode
}

/** What is known, as term and value: Telefoon - 06-1000 2241. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '' && fact.value !== false)
        .map((fact) => (
          <div key={fact.term} className={styles.fact}>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  )
}
