import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Overview.module.css'
import type { Overview } from './OverviewScreen.tsx'

/** How often people came together, against what was promised: "2 van de 3". Per group where there are more. */
export function ThisYear({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  const { year, attention, today } = overview
  const [only] = year.groups
  return (
    <Section title={t('overview.year.title')} isRuled>
      <div className={styles.block}>
        {year.count === 1 && only ? (
          <OneGroup group={only} waiting={waitingDay(attention)} today={today} />
        ) : (
          <Groups year={year} />
        )}
      </div>
    </Section>
  )
}

type Year = Overview['year']

function OneGroup(props: {
  readonly group: Year['groups'][number]
  readonly waiting: string | undefined
  readonly today: string
}) {
  const { group, waiting, today } = props
  const { t } = useTranslation()
  const format = useFormat()
  const { held, promised } = group
  // "0 van de 1" is no way to say it.
  const isOutOf = promised > 1
  return (
    <>
      <p>
        <span className="value">{isOutOf ? t('overview.year.of', { held, promised }) : held}</span>{' '}
        {isOutOf ? t('overview.year.recorded') : t('overview.year.noPromise', { count: held })}
      </p>
      {promised === 1 && <p className="soft">{t('overview.year.promisedOne')}</p>}
      {waiting !== undefined && waiting.slice(0, 4) === today.slice(0, 4) && (
        <p className="soft">{t('overview.year.waiting', { day: format.day(waiting, 'short') })}</p>
      )}
    </>
  )
}

function waitingDay(attention: Overview['attention']): string | undefined {
  const waiting = attention.find((item) => item.kind === 'notRecorded')
  return waiting?.kind === 'notRecorded' ? waiting.entries[0]?.day : undefined
}

function Groups({ year }: { readonly year: Year }) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        <span className="value">{t('overview.year.onSchedule', { count: year.onSchedule, total: year.count })}</span>{' '}
        {t('overview.year.groupsOnSchedule')}
      </p>
      <table className={styles.groups}>
        <caption className="hide">{t('overview.year.groupsTable')}</caption>
        <thead className="hide">
          <tr>
            <th scope="col">{t('overview.year.groupName')}</th>
            <th scope="col">{t('overview.year.groupHeld')}</th>
          </tr>
        </thead>
        <tbody>
          {year.groups.map(({ neighbourhoodId, neighbourhoodName, held, promised }) => (
            <tr key={neighbourhoodId}>
              <th scope="row">
                <Link href={paths.neighbourhood(neighbourhoodId ?? '')}>
                  <bdi>{neighbourhoodName}</bdi>
                </Link>
              </th>
              <td>{promised > 0 ? t('overview.year.group', { held, promised }) : held}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {year.count > year.groups.length && <Link href={paths.neighbourhoods}>{t('overview.year.all')}</Link>}
    </>
  )
}
