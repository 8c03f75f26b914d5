import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'
import { Icon } from './Icon.tsx'

export interface DisclosureProps {
  /** What is behind it: "Meer over deze bijeenkomst". */
  readonly title: string
  readonly children: ReactNode
  readonly isOpenAtFirst?: boolean
}

/** The rest, for who needs it. */
export function Disclosure({ title, children, isOpenAtFirst = false }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={isOpenAtFirst}>
      <summary className={styles.title}>
        <Icon name="down" className={styles.arrow} />
        <span>{title}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}
