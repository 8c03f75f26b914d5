import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Overview.module.css'
import type { Overview } from './OverviewScreen.tsx'

/** The first one to come, and who is known to come. */
export function NextGathering(props: { readonly gathering: Overview['next']; readonly today: string }) {
  const { gathering, today } = props
  const { t } = useTranslation()
  const format = useFormat()
  if (!gathering) {
    return (
      <Section title={t('overview.next.title')} isRuled>
        <div className={styles.block}>
          <p className="soft">{t('overview.next.none')}</p>
          <Link href={`${paths.gatherings}?plan`}>{t('overview.next.plan')}</Link>
        </div>
      </Section>
    )
  }
  const { title, hostName, place, groupName, coming, excused, unknown, invited, startTime } = gathering
  const what = hostName === null ? title : t('overview.next.atHome', { what: title, name: hostName })
  const where = hostName === null ? place : null
  const day = format.dayNear(gathering.day, today)
  return (
    <Section title={t('overview.next.title')} isRuled>
      <div className={styles.block}>
        <p className="value">{day.slice(0, 1).toUpperCase() + day.slice(1)}</p>
        <p dir="auto">
          {[startTime === null ? what : t('overview.next.at', { time: format.time(startTime), what }), where, groupName]
            .filter(Boolean)
            .join(', ')}
        </p>
        <p className="soft">
          {coming + excused > 0
            ? [
                t('overview.next.coming', { count: coming }),
                ...(excused > 0 ? [t('overview.next.excused', { count: excused })] : []),
                ...(unknown > 0 ? [t('overview.next.unknown', { count: unknown })] : []),
              ].join(' ')
            : invited > 0 && t('overview.next.invited', { count: invited })}
        </p>
        <Link href={paths.gathering(gathering.id)}>{t('overview.next.open')}</Link>
      </div>
    </Section>
  )
}
