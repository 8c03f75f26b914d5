import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { ConsentFields, consentOf, noConsent } from './ConsentFields.tsx'
import { FormDialog } from './FormDialog.tsx'
import { NoteField } from './NoteField.tsx'

export interface NoteDialogProps {
  readonly personId: string
  readonly signalId: string | null
  readonly onClose: () => void
}

/** A private note. It cannot be kept without consent, which is asked for in the same window. */
export function NoteDialog({ personId, signalId, onClose }: NoteDialogProps) {
  const { t } = useTranslation()
  const add = useCommand(api.care.addNote)
  const [text, setText] = useState('')
  const [consent, setConsent] = useState(noConsent(dayOfClock(new Date())))
  const submit = async () => {
    const outcome = await add.run({ personId, signalId, text, consent: consentOf(consent) })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('care.addNote')}
      submit={t('care.note.save')}
      command={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <NoteField value={text} onChange={setText} error={add.fieldError('text')} />
      <ConsentFields value={consent} onChange={setConsent} error={add.fieldError('consent')} />
    </FormDialog>
  )
}
