import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Page } from '../../components/Page.tsx'
import styles from './Printing.module.css'
import { papers } from './paper-wish.ts'

/** Afdrukken: everything that can be put on paper. */
export function PrintingScreen() {
  const { t } = useTranslation()
  // Whom or what the screen it came from was about.
  const [params] = useSearchParams()
  return (
    <Page title={t('printing.title')} sub={t('printing.sub')}>
      <ul className={styles.papers}>
        {papers.map(({ name, address }) => (
          <li key={name}>
            <Link href={paths.paper(address, Object.fromEntries(params))}>{t(`printing.documents.${name}.title`)}</Link>
            <p className="soft">{t(`printing.documents.${name}.about`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
