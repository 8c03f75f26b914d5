import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Subject } from './RetentionScreen.tsx'

interface RetentionDialogProps {
  readonly subject: Subject
  readonly onClose: () => void
}

/** Away for good: says first what goes and what stays. */
export function LetGoDialog({ subject: { name, personId, year }, onClose }: RetentionDialogProps) {
  const { t } = useTranslation()
  const person = useCommand(api.retention.letPersonGo)
  const ofYear = useCommand(api.retention.letYearGo)
  const run = async () => {
    const outcome = personId === null ? await ofYear.run({ year: year ?? 0 }) : await person.run({ personId })
    if (outcome.ok) onClose()
  }
  return (
    <ConfirmDialog
      isFinal
      title={t('retention.go.title', { name })}
      confirmLabel={t('retention.go.confirm')}
      isBusy={person.isRunning || ofYear.isRunning}
      error={person.formError ?? ofYear.formError}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t(personId === null ? 'retention.go.year' : 'retention.go.person')}</p>
      <p>
        <Status kind="bad">{t('retention.go.final')}</Status>
      </p>
    </ConfirmDialog>
  )
}

/** Until when, and why: whoever it is about may read it. */
export function KeepDialog({ subject: { name, personId, year }, onClose }: RetentionDialogProps) {
  const { t } = useTranslation()
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const keep = useCommand(api.retention.keep)
  const save = async () => {
    if (until === null) return
    const outcome = await keep.run({ personId, year, until, reason })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('retention.keep.title', { name })}
      sub={t('retention.keep.sub')}
      submit={t('retention.keep.submit')}
      command={keep}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('retention.keep.until')}
        width="short"
        isRequired
        value={until}
        onChange={setUntil}
        error={keep.fieldError('until')}
      />
      <TextField
        label={t('retention.keep.reason')}
        hint={t('retention.keep.reasonHint')}
        isRequired
        maxLength={200}
        value={reason}
        onChange={setReason}
        error={keep.fieldError('reason')}
      />
    </FormDialog>
  )
}
