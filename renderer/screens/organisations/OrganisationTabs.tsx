import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { SectionTabs } from '../../parts/SectionTabs.tsx'

/** The way between the map, what is offered where, the money, and who wants to join. */
export function OrganisationTabs() {
  const { t } = useTranslation()
  return (
    <SectionTabs
      label={t('organisations.tabs.label')}
      tabs={[
        { href: paths.organisations, label: t('organisations.tabs.map') },
        { href: paths.offers, label: t('organisations.tabs.offers') },
        { href: paths.funding, label: t('organisations.tabs.funding') },
        { href: paths.joinRequests, label: t('organisations.tabs.requests') },
      ]}
    />
  )
}
