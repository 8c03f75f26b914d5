import { useTranslation } from 'react-i18next'
import { Link, useRoute } from 'wouter'
import { paths } from '../app/paths.ts'
import styles from './DuesTabs.module.css'
import { LockNotice } from './LockNotice.tsx'

/** The screens about money, in the order of the work: what is open, what the bank says, what is asked, and the year. */
const sections = [
  { href: paths.dues, label: 'overview' },
  { href: paths.openDues, label: 'open' },
  { href: paths.bank, label: 'bank' },
  { href: paths.assign, label: 'assign' },
  { href: paths.collections, label: 'collections' },
  { href: paths.cash, label: 'cash' },
  { href: paths.year, label: 'year' },
] as const

/** The way between the screens about money, and what must be said of the lock on them; stands first on each. */
export function DuesTabs() {
  const { t } = useTranslation()
  return (
    <>
      {sections.length > 1 && (
        <nav aria-label={t('dues.tabs.label')} className={styles.tabs}>
          {sections.map(({ href, label }) => (
            <DuesTab key={href} href={href}>
              {t(`dues.tabs.${label}`)}
            </DuesTab>
          ))}
        </nav>
      )}
      <LockNotice />
    </>
  )
}

function DuesTab({ href, children }: { readonly href: string; readonly children: string }) {
  const [isCurrent] = useRoute(href)
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </Link>
  )
}
