import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Page } from '../../components/Page.tsx'
import { BookFileForm } from '../../parts/BookFileForm.tsx'

/** A book from a file, for who has one already: the way back from a stick. */
export function OpenFileScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return (
    <Page
      title={t('bookFiles.open.title')}
      sub={t('bookFiles.open.sub')}
      back={{ href: paths.backups, label: t('backups.title') }}
    >
      <BookFileForm onDone={() => navigate(paths.overview)} />
    </Page>
  )
}
