import { Link, useRoute } from 'wouter'
import styles from './SectionTabs.module.css'

export interface SectionTab {
  readonly href: string
  readonly label: string
}

/** The way between screens that belong together. One alone is no choice, and is not shown. */
export function SectionTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly SectionTab[] }) {
  if (tabs.length < 2) return null
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <OneTab key={tab.href} {...tab} />
      ))}
    </nav>
  )
}

function OneTab({ href, label }: SectionTab) {
  const [isCurrent] = useRoute(href)
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
      {label}
    </Link>
  )
}
