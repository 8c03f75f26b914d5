import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
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
        {(reports) => (
          <ul className={styles.reports}>
            {reports.map(({ code }) => (
              <Line key={code} code={reportCodeOf(code)} />
            ))}
          </ul>
        )}
      </Answered>
      <Section title={t('printing.title')}>
        <p className="soft measure">{t('printing.sub')}</p>
        <LinkButton icon="print" href={paths.printing}>
          {t('printing.open')}
        </LinkButton>
      </Section>
      <Section title={t('workgroup.title')}>
        <p className="soft measure">{t('workgroup.about')}</p>
        <div className="cluster">
          <LinkButton href={paths.workgroupFile}>{t('workgroup.make.title')}</LinkButton>
          <LinkButton href={paths.workgroupFiles}>{t('workgroup.view.title')}</LinkButton>
        </div>
      </Section>
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
