import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../app/paths.ts'
import { LockNotice } from './LockNotice.tsx'
import { PartNotice } from './PartNotice.tsx'
import { SectionTabs } from './SectionTabs.tsx'

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

/** What belongs to who keeps the bank; the dues themselves everybody sees who may see dues. */
const ofBank: readonly string[] = [paths.bank, paths.assign, paths.collections, paths.cash, paths.year]

/** The way between the screens about money, and what must be said of the lock on them; stands first on each. */
export function DuesTabs() {
  const { t } = useTranslation()
  const [location] = useLocation()
  return (
    <>
      <SectionTabs
        label={t('dues.tabs.label')}
        tabs={sections.map(({ href, label }) => ({ href, label: t(`dues.tabs.${label}`) }))}
      />
      <LockNotice />
      {ofBank.some((path) => location.startsWith(path)) && <PartNotice part="bank" />}
    </>
  )
}
