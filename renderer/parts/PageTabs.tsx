import { Link, useRoute } from 'wouter'
import styles from './PageTabs.module.css'

export interface PageTab {
  readonly href: string
  readonly label: string
}

/** The way between the screens of one part of the book; stands first on each of them. */
export function PageTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly PageTab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <OneTab key={tab.href} {...tab} />
      ))}
    </nav>
  )
}

function OneTab({ href, label }: PageTab) {
  const [isCurrent] = useRoute(href)
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
      {label}
    </Link>
  )
}
