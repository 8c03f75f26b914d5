import { useTranslation } from 'react-i18next'
import { LinkButton } from '../components/Button.tsx'
import { Page } from '../components/Page.tsx'
import { EmptyState } from '../components/States.tsx'
import { paths } from './paths.ts'

/** An address without a screen. */
export function NotFoundScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('app.notFound.title')}>
      <EmptyState
        title={t('app.notFound.text')}
        actions={<LinkButton href={paths.overview}>{t('app.broken.overview')}</LinkButton>}
      />
    </Page>
  )
}
