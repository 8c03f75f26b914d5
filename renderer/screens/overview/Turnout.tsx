import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bar } from '../../components/Bar.tsx'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Overview.module.css'
import type { Overview } from './OverviewScreen.tsx'

/** How many of those invited were there: a table whose bars are only drawn, its numbers stand in words. */
export function Turnout(props: { readonly gatherings: Overview['turnout']; readonly today: string }) {
  const { gatherings, today } = props
  const { t } = useTranslation()
  const format = useFormat()
  if (gatherings.length === 0) return null
  return (
    <Section title={t('overview.turnout.title')} isRuled>
      <table className={styles.bars}>
        <caption className="hide">{t('overview.turnout.title')}</caption>
        <thead className="hide">
          <tr>
            <th scope="col">{t('overview.turnout.day')}</th>
            <th scope="col">{t('overview.turnout.bar')}</th>
            <th scope="col">{t('overview.turnout.came')}</th>
          </tr>
        </thead>
        <tbody>
          {gatherings.map(({ id, day, title, present, invited, guests }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={paths.gathering(id)}>
                  {format.day(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'plain')}
                  <span className="hide">, {title}</span>
                </Link>
              </th>
              <td className={styles.bar}>{invited > 0 && <Bar part={present / invited} />}</td>
              <td className={styles.number}>
                {invited === 0 ? (
                  t('series.peopleCame', { count: present + guests })
                ) : (
                  <>
                    {t('overview.turnout.of', { present, invited })}
                    {guests > 0 && (
                      <span className={styles.guests}>{t('gatherings.list.guests', { count: guests })}</span>
                    )}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
