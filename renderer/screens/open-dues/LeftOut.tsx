import { useTranslation } from 'react-i18next'
import type { LettersAnswer } from '../../../shared/contract/reminders.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import styles from './OpenDues.module.css'
import { keyOf, useReminderWords } from './use-reminder-words.ts'

/** Who gets no letter, each with the reason. */
export function LeftOut({ left, today }: { readonly left: LettersAnswer['left']; readonly today: Day }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const reminderWords = useReminderWords(today)
  return (
    <ul className={styles.left}>
      {left.map(({ payer, reason }) => (
        <li key={keyOf(payer)}>
          {t('reminders.letters.leftOne', { name: words.people(payer.people), reason: reminderWords.reason(reason) })}
        </li>
      ))}
    </ul>
  )
}
