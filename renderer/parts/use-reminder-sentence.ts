import { useTranslation } from 'react-i18next'
import type { SentReminderView } from '../../shared/contract/reminders.ts'
import { useFormat } from '../i18n/use-format.ts'

/** A letter that went out: "verzoek van 23 november 2026 over € 30, per brief". */
export function useReminderSentence(): (sent: SentReminderView) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (sent) =>
    t('reminders.payer.letter', {
      level: t(`reminders.level.${sent.level}`),
      day: format.day(sent.day),
      amount: format.amount(sent.cents),
      way: t(`reminders.payer.way.${sent.way}`),
    })
}
