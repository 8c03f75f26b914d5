import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { copyText } from '../../components/copy-text.ts'
import { Notice } from '../../components/Notice.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { GroupMail } from './GroupMail.tsx'
import styles from './MembersScreen.module.css'
import type { PeopleFilter } from './people-question.ts'

/** What can be done with the people on the list: their e-mail addresses, a file. */
export function ListTools({ filter }: { readonly filter: PeopleFilter }) {
  const { t } = useTranslation()
  const [told, setTold] = useState<string | null>(null)
  const ask = useCommand(api.members.emails)

  const copy = async () => {
    const outcome = await ask.run(filter)
    if (!outcome.ok) {
      setTold(t('members.copyFailed'))
      return
    }
    const { emails, without, contacts } = outcome.value
    const leftOut = contacts > 0 ? [t('members.copiedContacts', { count: contacts })] : []
    if (emails.length === 0) {
      setTold([t('members.copiedNone'), ...leftOut].join(' '))
      return
    }
    const isCopied = await copyText(emails.join('; '))
    const words = [t('members.copied', { count: emails.length })]
    if (without > 0) words.push(t('members.copiedWithout', { count: without }))
    words.push(...leftOut)
    setTold(isCopied ? words.join(' ') : t('members.copyFailed'))
  }
  return (
    <div className={styles.tools}>
      <div role="status" className={told === null ? undefined : styles.told}>
        {told !== null && <Notice>{told}</Notice>}
      </div>
      <div className="cluster">
        <Button icon="copy" isBusy={ask.isRunning} onPress={() => void copy()}>
          {t('members.copyEmails')}
        </Button>
        {/* Another list asks anew. */}
        <GroupMail key={JSON.stringify(filter)} filter={filter} />
        <ExportButton wanted={{ list: 'members', filter }} />
        <LinkButton
          icon="print"
          href={paths.toPrint(filter.neighbourhood === null ? {} : { binnenbuurt: filter.neighbourhood })}
        >
          {t('members.toPaper')}
        </LinkButton>
        <LinkButton icon="takeIn" href={paths.takeIn}>
          {t('members.empty.takeIn')}
        </LinkButton>
      </div>
    </div>
  )
}
