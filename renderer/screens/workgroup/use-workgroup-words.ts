import { useTranslation } from 'react-i18next'
import type { ShownCount } from '../../../shared/domain/few-people.ts'
import type { GroupFile } from '../../../shared/domain/workgroup-overview.ts'
import type { DuesSum } from '../../../shared/domain/workgroup-sums.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** What files say, in words: a number that is not said is not guessed. */
export function useWorkgroupWords() {
  const { t } = useTranslation()
  const format = useFormat()
  return {
    people(count: ShownCount): string {
      if (count === null) return t('workgroup.unsaid')
      return count === '<5' ? '<5' : format.count(count)
    },
    dues({ receivedCents, expectedCents }: DuesSum): string {
      return t('workgroup.duesOf', { received: format.amount(receivedCents), expected: format.amount(expectedCents) })
    },
    /** 2026, or the two days. */
    period({ from, until }: GroupFile['period']): string {
      const year = from.slice(0, 4)
      if (from === `${year}-01-01` && until === `${year}-12-31`) return year
      return t('workgroup.period', { from: format.day(from), until: format.day(until) })
    },
  }
}
