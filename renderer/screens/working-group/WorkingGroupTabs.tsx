import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { SectionTabs } from '../../parts/SectionTabs.tsx'
import { useModules } from '../../parts/use-modules.ts'

/** The way between leaders, their meetings, ideas and the network; only what this book keeps. */
export function WorkingGroupTabs() {
  const { t } = useTranslation()
  const has = useModules()
  const tabs = [
    ...(has('leaders') ? ([{ href: paths.workingGroup, label: 'leaders' }] as const) : []),
    ...(has('leaders') ? ([{ href: paths.leaderMeetings, label: 'meetings' }] as const) : []),
    ...(has('ideas') ? ([{ href: paths.ideas, label: 'ideas' }] as const) : []),
    ...(has('ideas') ? ([{ href: paths.networkPoints, label: 'points' }] as const) : []),
  ]
  return (
    <SectionTabs
      label={t('workingGroup.tabs.label')}
      tabs={tabs.map(({ href, label }) => ({ href, label: t(`workingGroup.tabs.${label}`) }))}
    />
  )
}
