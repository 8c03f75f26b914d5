import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SharingRole, sharingRoles } from '../../../shared/domain/sharing-role.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { SpokenWords } from '../../parts/SpokenWords.tsx'

/** Whom, for what; then the words to say. They are forgotten with this dialog. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [invited, setInvited] = useState('')
  const [role, setRole] = useState<SharingRole>('deputy')
  const [words, setWords] = useState<readonly string[]>()
  const invite = useCommand(api.sync.invite)
  const send = async () => {
    const made = await invite.run({ invited, role })
    if (made.ok) setWords(made.value.words)
  }
  if (words) {
    return (
      <Dialog
        title={t('sharing.words')}
        size="wide"
        onClose={onClose}
        actions={
          <Button kind="main" onPress={onClose}>
            {t('sharing.wordsDone')}
          </Button>
        }
      >
        <div className="stack">
          <SpokenWords label={t('sharing.words')} words={words} />
          <p className="measure">{t('sharing.wordsText', { name: invited })}</p>
        </div>
      </Dialog>
    )
  }
  return (
    <FormDialog
      title={t('sharing.invite')}
      submit={t('sharing.inviteSubmit')}
      command={invite}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        label={t('sharing.inviteWho')}
        isRequired
        isFirst
        maxLength={80}
        value={invited}
        onChange={setInvited}
      />
      <ChoiceGroup
        label={t('sharing.inviteRole')}
        layout="column"
        value={role}
        onChange={setRole}
        choices={sharingRoles.map((value) => ({
          value,
          label: t(`sharing.roles.${value}`),
          hint: t(`sharing.roleHints.${value}`),
        }))}
      />
      <p role="status">{invite.isRunning && t('sharing.inviting')}</p>
    </FormDialog>
  )
}
