import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { Notice } from '../components/Notice.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'

/** Beside the first day of an agreement: for months before the books begin nothing is asked, whatever was agreed. */
export function BeforeBooksNotice({ day }: { readonly day: Day | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const settings = useQuery(api.books.settings, {})
  const start = settings.state === 'ready' ? settings.value.accountingStart : null
  return (
    <div role="status">
      {day !== null && start !== null && day < start && (
        <Notice kind="att">
          {t('dues.agreement.beforeBooks', { day: format.day(start), field: t('settings.book.accountingStart') })}
        </Notice>
      )}
    </div>
  )
}
