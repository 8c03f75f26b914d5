import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SharingRole, sharingRoles } from '../../../shared/domain/sharing-role.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { TextField } from '../../components/TextField.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { SpokenWords } from '../../parts/SpokenWords.tsx'

type Made = Awaited<ReturnType<Api['sync']['invite']>>

/** Whom, for what; then the words to say. They are forgotten with this dialog. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [invited, setInvited] = useState('')
  const [role, setRole] = useState<SharingRole>('deputy')
  const [made, setMade] = useState<Made>()
  const download = useDownload()
  const invite = useCommand(api.sync.invite)
  const send = async () => {
    const invitation = await invite.run({ invited, role })
    if (invitation.ok) setMade(invitation.value)
  }
  if (made) {
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
          <SpokenWords label={t('sharing.words')} words={made.words} />
          <p className="measure">{t('sharing.wordsText', { name: invited })}</p>
          <Disclosure title={t('sharing.asFile')}>
            <div className="stack">
              <p className="measure">{t('sharing.asFileText', { name: invited })}</p>
              <div className="cluster">
                <Button onPress={() => download(made.file)}>{t('sharing.asFileSave')}</Button>
              </div>
            </div>
          </Disclosure>
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
