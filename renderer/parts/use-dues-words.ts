import { useTranslation } from 'react-i18next'
import type { PayerView } from '../../shared/contract/dues.ts'
import { addDays, type Day, dayOfClock, monthsBetween } from '../../shared/domain/calendar-date.ts'
import type { Interval } from '../../shared/domain/dues-schedule.ts'
import { joinNames } from '../../shared/domain/joined-names.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { useFormat } from '../i18n/use-format.ts'

export interface DuesWords {
  readonly today: Day
  /** "september" for 1 October, the first day not paid for; the day itself where months begin on another day. */
  readonly lastMonth: (until: Day) => string
  /** september, oktober en november */
  readonly months: (starts: readonly Day[]) => string
  /** "oktober", or "oktober tot en met december" for more months. */
  readonly period: (period: { periodStart: Day; periodEnd: Day; kind?: 'dues' | 'opening' }) => string
  /** "€ 10 per maand", "€ 25 per jaar" */
  readonly rate: (cents: Cents, months: Interval) => string
  /** "Joyce en Ruud Pinas" */
  readonly people: (people: PayerView['people']) => string
  /** "Joyce en Ruud Pinas, Lijsterpad 5" */
  readonly payer: (payer: PayerView) => string
}

/** How months, periods and payers are called in a sentence. */
export function useDuesWords(): DuesWords {
  const { t } = useTranslation()
  const format = useFormat()
  const today = dayOfClock(new Date())

  const month = (start: Day) => format.month(start, today)
  const lastMonth = (until: Day) => {
    const last = addDays(until, -1)
    return until.endsWith('-01') ? month(last) : format.day(last)
  }
  const people = (all: PayerView['people']) => joinNames(all, format.list) || t('dues.names.unknown')
  return {
    today,
    lastMonth,
    people,
    rate: (cents, months) => t(`dues.rate.${months}`, { amount: format.amount(cents) }),
    months: (starts) => format.list(starts.map(month)),
    period: ({ periodStart, periodEnd, kind }) => {
      if (kind === 'opening') return t('dues.person.opening', { day: format.day(periodStart) })
      if (monthsBetween(periodStart, periodEnd) <= 1) return month(periodStart)
      const last = addDays(periodEnd, -1)
      const sameYear = periodStart.slice(0, 4) === last.slice(0, 4)
      // The year once: "oktober tot en met december 2025".
      const from = sameYear ? format.month(periodStart, periodStart) : format.month(periodStart)
      const to = sameYear ? month(last) : format.month(last)
      return t('dues.payment.monthsTo', { from, to })
    },
    payer: (payer) =>
      payer.address === null
        ? people(payer.people)
        : t('dues.names.at', { names: people(payer.people), address: payer.address }),
  }
}
