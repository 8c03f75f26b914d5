import { useTranslation } from 'react-i18next'
import type { PayerView } from '../../shared/contract/dues.ts'
import { Answered } from '../data/Answered.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import styles from './PersonDues.module.css'
import { useReminderSentence } from './use-reminder-sentence.ts'

/** All letters about dues that a payer got, newest first; nothing when there were none. */
export function ReminderLog({ payer }: { readonly payer: PayerView }) {
  const { t } = useTranslation()
  const sentence = useReminderSentence()
  const sent = useQuery(api.reminders.ofPayer, { payer: { kind: payer.kind, id: payer.id } })
  if (sent.state === 'loading' || (sent.state === 'ready' && sent.value.length === 0)) return null
  return (
    <div className={styles.part}>
      <h3>{t('reminders.person.title')}</h3>
      <Answered of={sent}>
        {(letters) => (
          <ul>
            {letters.map((letter) => (
              <li key={letter.id}>{sentence(letter)}</li>
            ))}
          </ul>
        )}
      </Answered>
    </div>
  )
}
