import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { firstMonthAsked } from '../../shared/domain/dues-schedule.ts'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useDuesWords } from './use-dues-words.ts'

/** Which month is asked first of somebody who pays from a day on; beside it BeforeBooksNotice says when that is a later one. */
export function useFirstMonthHint(from: Day | null): string | undefined {
  const { t } = useTranslation()
  const words = useDuesWords()
  const book = useQuery(api.books.settings, {})
  if (from === null || book.state !== 'ready') return undefined
  return t('dues.agreement.fromHint', { month: words.months([firstMonthAsked(from, book.value.accountingStart)]) })
}
