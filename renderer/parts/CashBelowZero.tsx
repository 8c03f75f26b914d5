import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/domain/calendar-date.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { Notice } from '../components/Notice.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'

interface CashBelowZeroProps {
  /** What would go out of the cash box; null while nothing does. */
  readonly cents: Cents | null
  readonly day: Day | null
}

/** Says so when the book would hold less than nothing: more went out than was in the box, so something was forgotten. */
export function CashBelowZero({ cents, day }: CashBelowZeroProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const isAsked = cents !== null && day !== null
  const known = useQuery(api.bookkeeping.cashOn, { day: day ?? '2000-01-01' }, { keep: true, isWanted: isAsked })
  const lowest = isAsked && known.state === 'ready' ? known.value.lowest : undefined
  const after = lowest && lowest.cents - (cents ?? 0)
  return (
    <div role="status">
      {lowest && after !== undefined && after < 0 && (
        <Notice kind="att">
          {t('bookkeeping.belowZero.would', { day: format.day(lowest.day), amount: format.amountExact(after) })}
        </Notice>
      )}
    </div>
  )
}
