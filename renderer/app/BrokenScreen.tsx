import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { Page } from '../components/Page.tsx'
import { paths } from './paths.ts'

/** What stands in place of a screen that broke. */
export function BrokenScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('app.broken.title')}>
      <div className="stack">
        <p className="measure">{t('app.broken.text')}</p>
        <div className="cluster">
          <Button kind="main" onPress={() => location.assign(paths.overview)}>
            {t('app.broken.overview')}
          </Button>
          <Button onPress={() => location.reload()}>{t('app.broken.reload')}</Button>
        </div>
      </div>
    </Page>
  )
}
