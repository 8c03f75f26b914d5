import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bccPortions } from '../../../shared/domain/mail-draft.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { MailButton } from '../../parts/MailButton.tsx'
import type { PeopleFilter } from './people-question.ts'

const empty = { subject: '', body: '' }

/** One message to everybody on the list, who do not see each other's address; more than one where they are many. Only where the shell can. */
export function GroupMail({ filter }: { readonly filter: PeopleFilter }) {
  const { t } = useTranslation()
  const capabilities = useQuery(api.shell.capabilities, {})
  const ask = useCommand(api.members.emails)
  const [portions, setPortions] = useState<readonly (readonly string[])[]>()
  const [contacts, setContacts] = useState(0)
  if (capabilities.state !== 'ready' || !capabilities.value.openMail) return null
  const prepare = async () => {
    const found = await ask.run(filter)
    if (!found.ok) return
    setPortions(bccPortions(found.value.emails, empty))
    setContacts(found.value.contacts)
  }
  if (!portions)
    return (
      <>
        <Button isBusy={ask.isRunning} onPress={() => void prepare()}>
          {t('members.mail.write')}
        </Button>
        <FormError text={ask.formError} />
      </>
    )
  const leftOut = contacts > 0 && t('members.copiedContacts', { count: contacts })
  if (portions.length === 0)
    return (
      <p role="status">
        {t('members.copiedNone')} {leftOut}
      </p>
    )
  return (
    <div className="stack">
      <p role="status">
        {t('members.mail.portions', { count: portions.length })} {leftOut}
      </p>
      {portions.map((bcc, index) => (
        <div key={bcc[0]} className="cluster">
          <span>{t('members.mail.portion', { number: index + 1, count: bcc.length })}</span>
          <MailButton draft={{ to: [], bcc, ...empty }} label={t('members.mail.openPortion', { number: index + 1 })} />
        </div>
      ))}
    </div>
  )
}
