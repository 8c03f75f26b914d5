import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterWish } from '../../../shared/contract/documents.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { copyText } from '../../components/copy-text.ts'
import { Facts } from '../../components/Facts.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { MailButton } from '../../parts/MailButton.tsx'
import type { Parties } from './LettersPage.tsx'
import styles from './Printing.module.css'

/** The e-mails one after the other: each goes to one address, so that nobody sees who else got it. */
export function MailWalk({ letter, mails }: { readonly letter: LetterWish; readonly mails: Parties }) {
  const { t } = useTranslation()
  const [wanted, setAt] = useState(0)
  const at = Math.min(wanted, mails.length - 1)
  const party = mails[at]
  const mail = useQuery(api.documents.mail, { letter, key: party?.key ?? '-' }, { keep: true })
  if (!party) return null
  return (
    <div className="stack">
      <div className={styles.walk}>
        <p>{t('printing.letter.which', { at: at + 1, count: mails.length, name: party.names })}</p>
        {mails.length > 1 && (
          <div className="cluster">
            <Button isDisabled={at === 0} onPress={() => setAt(at - 1)}>
              {t('printing.letter.previous')}
            </Button>
            <Button isDisabled={at === mails.length - 1} onPress={() => setAt(at + 1)}>
              {t('printing.letter.next')}
            </Button>
          </div>
        )}
      </div>
      <Answered of={mail}>{(draft) => <Mail key={party.key} draft={draft} />}</Answered>
    </div>
  )
}

function Mail({ draft }: { readonly draft: Awaited<ReturnType<Api['documents']['mail']>> }) {
  const { t } = useTranslation()
  const [told, setTold] = useState('')
  const { to, subject, body } = draft
  const copy = async (text: string, what: string) =>
    setTold((await copyText(text)) ? t('printing.letter.copied', { what }) : t('printing.letter.copyFailed'))
  return (
    <>
      <Facts
        facts={[
          { term: t('printing.letter.to'), value: <Bdi>{to}</Bdi> },
          { term: t('printing.letter.subject'), value: subject },
        ]}
      />
      <div className="cluster">
        <MailButton draft={{ to: [to], bcc: [], subject, body }} />
        <Button icon="copy" onPress={() => void copy(to, to)}>
          {t('printing.letter.copyTo')}
        </Button>
        <Button icon="copy" onPress={() => void copy(body, t('printing.letter.text'))}>
          {t('printing.letter.copyText')}
        </Button>
      </div>
      <p role="status">{told}</p>
      <div className={styles.mail} dir="auto">
        {body}
      </div>
    </>
  )
}
