import { useTranslation } from 'react-i18next'
import type { ReminderLog } from '../../../shared/contract/reminders.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import { LeftOut } from './LeftOut.tsx'
import styles from './OpenDues.module.css'

/** Sendings that are shown: some years of them. */
const shown = 50

/** Who got a letter when, and who did not and why; nothing as long as none went out. */
export function SentLetters({ today }: { readonly today: Day }) {
  const { t } = useTranslation()
  const log = useQuery(api.reminders.log, { limit: shown })
  if (log.state === 'loading' || (log.state === 'ready' && log.value.length === 0)) return null
  return (
    <Disclosure title={t('reminders.log.title')}>
      <Answered of={log}>
        {(sendings) => (
          <div className="stack">
            {sendings.map((sending) => (
              <Sending key={sending.id} sending={sending} today={today} />
            ))}
          </div>
        )}
      </Answered>
    </Disclosure>
  )
}

function Sending({ sending, today }: { readonly sending: ReminderLog[number]; readonly today: Day }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  return (
    <section className="stack" aria-label={format.day(sending.day)}>
      <h3>{format.day(sending.day)}</h3>
      <ul className={styles.left}>
        {sending.letters.map((letter) => (
          <li key={letter.id}>
            {t('reminders.log.letter', {
              name: words.people(letter.payer.people),
              level: t(`reminders.level.${letter.level}`),
              amount: format.amount(letter.cents),
              way: t(`reminders.payer.way.${letter.way}`),
            })}
          </li>
        ))}
      </ul>
      {sending.withheld.length > 0 && (
        <>
          <p>{t('reminders.log.withheld')}</p>
          <LeftOut left={sending.withheld} today={today} />
        </>
      )}
    </section>
  )
}
