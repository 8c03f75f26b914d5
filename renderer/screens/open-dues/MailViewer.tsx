import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReminderLetter } from '../../../shared/contract/reminders.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { copyText } from '../../components/copy-text.ts'
import { Facts } from '../../components/Facts.tsx'
import { MailButton } from '../../parts/MailButton.tsx'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import styles from './OpenDues.module.css'

export interface MailViewerProps {
  readonly letters: readonly ReminderLetter[]
  readonly onCopied: () => void
}

/** Letters as e-mails, one at a time. */
export function MailViewer({ letters, onCopied }: MailViewerProps) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const [wanted, setAt] = useState(0)
  const at = Math.min(wanted, letters.length - 1)
  const letter = letters[at]
  if (!letter) return null
  return (
    <>
      <div className={styles.pager}>
        <p>
          {t('reminders.letters.which', {
            at: at + 1,
            count: letters.length,
            name: words.people(letter.payer.people),
          })}
        </p>
        {letters.length > 1 && (
          <div className="cluster">
            <Button isDisabled={at === 0} onPress={() => setAt(at - 1)}>
              {t('reminders.letters.previous')}
            </Button>
            <Button isDisabled={at === letters.length - 1} onPress={() => setAt(at + 1)}>
              {t('reminders.letters.next')}
            </Button>
          </div>
        )}
      </div>
      <Mail key={letter.textHash} letter={letter} onCopied={onCopied} />
    </>
  )
}

function Mail({ letter, onCopied }: { readonly letter: ReminderLetter; readonly onCopied: () => void }) {
  const { t } = useTranslation()
  const [told, setTold] = useState('')
  const { to, subject, body } = letter.mail
  const copy = async (text: string, what: string) => {
    const isCopied = await copyText(text)
    setTold(isCopied ? t('reminders.letters.copied', { what }) : t('reminders.letters.copyFailed'))
    if (isCopied) onCopied()
  }
  return (
    <>
      <Facts
        facts={[
          { term: t('reminders.letters.to'), value: <Bdi>{to}</Bdi> },
          { term: t('reminders.letters.subject'), value: subject },
        ]}
      />
      <div className="cluster">
        {to !== null && <MailButton draft={{ to: [to], bcc: [], subject, body }} onOpened={onCopied} />}
        {to !== null && (
          <Button icon="copy" onPress={() => void copy(to, to)}>
            {t('reminders.letters.copyTo')}
          </Button>
        )}
        <Button icon="copy" onPress={() => void copy(subject, t('reminders.letters.subject'))}>
          {t('reminders.letters.copySubject')}
        </Button>
        <Button icon="copy" onPress={() => void copy(body, subject)}>
          {t('reminders.letters.copyBody')}
        </Button>
      </div>
      <div>
        <p role="status">{told}</p>
        <div className={styles.mail} lang={letter.language}>
          {body}
        </div>
      </div>
    </>
  )
}
