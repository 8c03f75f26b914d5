import { useTranslation } from 'react-i18next'
import type { LeftReason, RemindersOverview, SentReminderView } from '../../../shared/contract/reminders.ts'
import { type Day, monthsBetween } from '../../../shared/domain/calendar-date.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useReminderSentence } from '../../parts/use-reminder-sentence.ts'

export type OpenPayer = RemindersOverview['payers'][number]
export type Way = 'letter' | 'mail'

export const keyOf = (payer: { readonly kind: string; readonly id: string }) => `${payer.kind} ${payer.id}`

/** How ages, letters and reasons are called. */
export function useReminderWords(today: Day) {
  const { t } = useTranslation()
  const format = useFormat()
  const level = (sent: Pick<SentReminderView, 'level'>) => t(`reminders.level.${sent.level}`)
  return {
    /** september, 3 maanden geleden */
    since: (oldest: Day) =>
      t('reminders.since', { count: monthsBetween(oldest, today), month: format.month(oldest, today) }),
    sent: (sent: SentReminderView | undefined) =>
      sent === undefined
        ? t('reminders.never')
        : t('reminders.sent', { level: level(sent), day: format.day(sent.day, 'short') }),
    reason: (reason: LeftReason) => t(`reminders.reason.${reason}`),
    /** What happens next, or why nothing does. */
    next: ({ step }: OpenPayer): string => {
      if (step.kind === 'now') return t(`reminders.level.${step.level}`)
      if (step.kind === 'later')
        return t('reminders.later.from', {
          level: t(`reminders.level.${step.level}`),
          day: format.day(step.from, 'short'),
        })
      return step.until === null
        ? t(`reminders.reason.${step.reason}`)
        : t('reminders.reason.pauseUntil', { day: format.day(step.until, 'short') })
    },
    letter: useReminderSentence(),
  }
}
