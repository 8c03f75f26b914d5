import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Page } from '../../components/Page.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import styles from './Printing.module.css'
import { isOfGroup, papers } from './paper-wish.ts'

/** Afdrukken: everything that can be put on paper. */
export function PrintingScreen() {
  const { t } = useTranslation()
  const groups = useQuery(api.neighbourhoods.names, {})
  const hasGroups = groups.state !== 'ready' || groups.value.length > 0
  // Whom or what the screen it came from was about.
  const [params] = useSearchParams()
  return (
    <Page title={t('printing.title')} sub={t('printing.sub')}>
      <ul className={styles.papers}>
        {papers
          .filter(({ name }) => hasGroups || !isOfGroup(name))
          .map(({ name, address }) => (
            <li key={name}>
              <Link href={paths.paper(address, Object.fromEntries(params))}>
                {t(`printing.documents.${name}.title`)}
              </Link>
              <p className="soft">{t(`printing.documents.${name}.about`)}</p>
            </li>
          ))}
      </ul>
    </Page>
  )
}
