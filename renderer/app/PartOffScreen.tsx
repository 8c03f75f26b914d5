import { useTranslation } from 'react-i18next'
import type { BookPart } from '../../shared/domain/modules.ts'
import { LinkButton } from '../components/Button.tsx'
import { Page } from '../components/Page.tsx'
import { EmptyState } from '../components/States.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { paths } from './paths.ts'

/** Stands in for a screen of a part that this book does not keep: which one, and where it can be switched on. */
export function PartOffScreen({ parts }: { readonly parts: readonly BookPart[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = (part: BookPart) => t(part === 'dues' ? 'settings.dues.title' : `settings.practices.names.${part}`)
  const isDues = parts.includes('dues')
  return (
    <Page title={format.list(parts.map(nameOf))}>
      <EmptyState
        title={t('app.partOff.title', { count: parts.length })}
        actions={<LinkButton href={paths.settings}>{t('app.partOff.settings')}</LinkButton>}
      >
        <p>
          {isDues
            ? t('app.partOff.dues', {
                section: t('settings.book.title'),
                question: t('settings.book.duesQuestion'),
              })
            : t('app.partOff.where', { section: t('settings.practices.title') })}
        </p>
        <p>{t('app.partOff.kept')}</p>
      </EmptyState>
    </Page>
  )
}
