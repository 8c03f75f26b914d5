import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { carriesText, type MailDraft } from '../../shared/domain/mail-draft.ts'
import { Button } from '../components/Button.tsx'
import { copyText } from '../components/copy-text.ts'
import { FormError } from '../components/Form.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'

export interface MailButtonProps {
  readonly draft: MailDraft
  readonly label?: string
  readonly onOpened?: () => void
}

/** Opens a letter in the user's own mail program, where the shell can. A text that is too long to hand on is copied, to be pasted. */
export function MailButton({ draft, label, onOpened }: MailButtonProps) {
  const { t } = useTranslation()
  const capabilities = useQuery(api.shell.capabilities, {})
  const open = useCommand(api.shell.openMail)
  const [told, setTold] = useState('')
  if (capabilities.state !== 'ready' || !capabilities.value.openMail) return null
  const write = async () => {
    // During the press: later the clipboard is no longer ours.
    const mustPaste = !carriesText(draft) && (await copyText(draft.body))
    const opened = await open.run({ ...draft, to: [...draft.to], bcc: [...draft.bcc] })
    if (!opened.ok) return
    setTold(t(mustPaste ? 'app.mail.paste' : 'app.mail.opened'))
    onOpened?.()
  }
  return (
    <>
      <Button label={label} isBusy={open.isRunning} onPress={() => void write()}>
        {t('app.mail.write')}
      </Button>
      <span role="status">{told}</span>
      <FormError text={open.formError} />
    </>
  )
}
