import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { FormDialog } from './FormDialog.tsx'
import { NoteField } from './NoteField.tsx'

export interface MendNoteDialogProps {
  readonly id: string
  readonly text: string
  readonly onClose: () => void
}

/** The words of a note, once more; who agreed and the day it goes stay as they are. */
export function MendNoteDialog({ id, text: written, onClose }: MendNoteDialogProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(written)
  const change = useCommand(api.care.changeNote)
  const submit = async () => {
    const outcome = await change.run({ id, text })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('care.note.change')}
      sub={t('care.note.changeSub')}
      submit={t('care.note.save')}
      command={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <NoteField value={text} onChange={setText} error={change.fieldError('text')} />
    </FormDialog>
  )
}
