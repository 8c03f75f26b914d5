import type { ReactNode } from 'react'
import styles from './Desk.module.css'

/** One sheet of paper on the desk, without the notebook around it: for as long as there is no book to show. */
export function Desk({ children, isWide = false }: { readonly children: ReactNode; readonly isWide?: boolean }) {
  return (
    <div className={styles.desk}>
      <main className={isWide ? `${styles.sheet} ${styles.wide}` : styles.sheet}>{children}</main>
    </div>
  )
}
