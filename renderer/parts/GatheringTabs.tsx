import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { PartNotice } from './PartNotice.tsx'
import { SectionTabs } from './SectionTabs.tsx'
import { useModules } from './use-modules.ts'

/** The way between the screens about gatherings, as far as the book keeps them; stands first on each. */
export function GatheringTabs() {
  const { t } = useTranslation()
  const keeps = useModules()
  return (
    <>
      <SectionTabs
        label={t('gatherings.tabs')}
        tabs={[
          { href: paths.gatherings, label: t('gatherings.tab') },
          ...(keeps('series') ? [{ href: paths.series, label: t('series.tab') }] : []),
          ...(keeps('forms') ? [{ href: paths.themes, label: t('themes.tab') }] : []),
          ...(keeps('checkins') ? [{ href: paths.checkIns, label: t('checkIns.tab') }] : []),
          ...(keeps('subsidy') ? [{ href: paths.subsidies, label: t('subsidies.tab') }] : []),
          ...(keeps('barriers') ? [{ href: paths.barriers, label: t('barriers.tab') }] : []),
        ]}
      />
      <PartNotice part="buurt" />
    </>
  )
}
