import { useTranslation } from 'react-i18next'
import { HeadcountForm } from '../../parts/HeadcountForm.tsx'
import type { GatheringDetail } from './GatheringScreen.tsx'
import styles from './Gatherings.module.css'

/** Where people are only counted: one number, which can be changed afterwards. */
export function Headcount({ gathering }: { readonly gathering: GatheringDetail }) {
  const { t } = useTranslation()
  const { state, day, today, guests, title, series } = gathering
  if (day > today) return <p>{t('series.headcount.ahead')}</p>
  const isHeld = state === 'gehouden'
  return (
    <div className={`${styles.record} stack`}>
      {isHeld && <p>{t('series.headcount.was', { count: guests })}</p>}
      <HeadcountForm
        key={`${gathering.id}-${state}-${guests}`}
        gatheringId={gathering.id}
        label={title}
        question={t('series.headcount.question')}
        asksLanguages={series?.asksLanguages ?? gathering.language !== null}
        count={isHeld ? guests : null}
        languages={gathering.language}
      />
    </div>
  )
}
