import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bar } from '../../components/Bar.tsx'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Series.module.css'
import type { OpenSeries } from './SeriesDialogs.tsx'

/** How many came over time: a table whose bars are only drawn, its numbers stand in words. */
export function PastMeetings({ series }: { readonly series: OpenSeries }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { past, average, today } = series
  const most = Math.max(1, ...past.map(({ came }) => came))
  const withWords = past.some(({ language, theme }) => language !== null || theme !== null)
  return (
    <Section title={t('series.past')}>
      {average === null ? (
        <p className="soft">{t('series.pastNone')}</p>
      ) : (
        <>
          <p>{t('series.average', { count: average })}</p>
          <table className={styles.bars}>
            <caption className="hide">{t('series.past')}</caption>
            <thead className="hide">
              <tr>
                <th scope="col">{t('series.day')}</th>
                <th scope="col">{t('series.bar')}</th>
                <th scope="col">{t('series.came')}</th>
                {withWords && <th scope="col">{`${t('series.theme')}, ${t('series.language')}`}</th>}
              </tr>
            </thead>
            <tbody>
              {past.map(({ id, day, came, language, theme }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link href={paths.gathering(id)}>
                      {format.day(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'plain')}
                    </Link>
                  </th>
                  <td className={styles.bar}>
                    <Bar part={came / most} />
                  </td>
                  <td className={styles.number}>{t('series.peopleCame', { count: came })}</td>
                  {withWords && (
                    <td className={styles.words}>
                      <bdi>{[theme, language].filter(Boolean).join(' · ')}</bdi>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Section>
  )
}
