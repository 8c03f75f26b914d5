import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import styles from './Reports.module.css'
import { type ReportCode, reportCodeOf } from './report-words.ts'

/** Verslagen: pages about the whole, without names, to print and hand on. */
export function ReportsScreen() {
  const { t } = useTranslation()
  const known = useQuery(api.reports.list, {})
  return (
    <Page title={t('reports.title')} sub={t('reports.sub')}>
      <Answered of={known}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState title={t('reports.none')}>{t('reports.noneText')}</EmptyState>
          ) : (
            <ul className={styles.reports}>
              {reports.map(({ code }) => (
                <Line key={code} code={reportCodeOf(code)} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  )
}

function Line({ code }: { readonly code: ReportCode }) {
  const { t } = useTranslation()
  return (
    <li>
      <Link href={paths.report(code)}>{t(`reports.titles.${code}`)}</Link>
      <p className="soft">{t(`reports.about.${code}`)}</p>
    </li>
  )
}
