import type { ReactNode } from 'react'
import styles from './Columns.module.css'

export interface ColumnsProps {
  readonly children: ReactNode
  /** even: two of about the same width. lead: the first is the wide one. */
  readonly kind?: 'even' | 'lead'
}

/** Two columns that become one in a narrow or enlarged window. Give it two children. */
export function Columns({ children, kind = 'even' }: ColumnsProps) {
  return <div className={`${styles.columns} ${styles[kind]}`}>{children}</div>
}
