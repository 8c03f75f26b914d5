import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { firstMonthAsked } from '../../shared/domain/dues-schedule.ts'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useDuesWords } from './use-dues-words.ts'

/** Which month is asked first of somebody who pays from a day on; and why, where that is because the book did not keep dues before. */
export function useFirstMonthHint(from: Day | null): { readonly month: string | undefined; readonly isLater: boolean } {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const book = useQuery(api.books.settings, {})
  if (from === null || book.state !== 'ready') return { month: undefined, isLater: false }
  const { accountingStart } = book.value
  const month = words.months([firstMonthAsked(from, accountingStart)])
  return accountingStart !== null && accountingStart > from
    ? { month: t('dues.agreement.fromHintLater', { month, day: format.day(accountingStart) }), isLater: true }
    : { month: t('dues.agreement.fromHint', { month }), isLater: false }
}
