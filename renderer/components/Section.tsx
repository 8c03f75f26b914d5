import type { ReactNode } from 'react'
import { useId } from 'react'
import styles from './Section.module.css'

export interface SectionProps {
  readonly title: string
  readonly children: ReactNode
  /** A verb at the end of the heading line. */
  readonly action?: ReactNode
  /** The heading has a strong line under it and none above (columns of the overview). */
  readonly isRuled?: boolean
  /** Left out where the page is printed. */
  readonly isOffPaper?: boolean
}

/** A group on the sheet: its heading, and a hairline and air above it. */
export function Section({ title, children, action, isRuled = false, isOffPaper = false }: SectionProps) {
  const heading = useId()
  return (
    <section
      aria-labelledby={heading}
      className={`${isRuled ? styles.ruled : styles.section} ${isOffPaper ? styles.offPaper : ''}`}
    >
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
