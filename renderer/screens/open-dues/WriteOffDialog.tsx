import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { OwedBackRow } from './OwedBack.tsx'

export interface WriteOffDialogProps {
  readonly row: OwedBackRow
  readonly name: string
  readonly onClose: () => void
}

/** Money does not come back any more: what then becomes of it in the books, and the words that stand with it there. */
export function WriteOffDialog({ row: { payer, cents }, name, onClose }: WriteOffDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [note, setNote] = useState(() => t('reminders.owedBack.noteFirst'))
  const writeOff = useCommand(api.dues.writeOffOwedBack)
  return (
    <FormDialog
      title={t('reminders.owedBack.writeOffTitle')}
      sub={t('reminders.owedBack.writeOffSub', { name, amount: format.amountExact(cents) })}
      submit={t('reminders.owedBack.writeOff')}
      command={writeOff}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await writeOff.run({ payer: { kind: payer.kind, id: payer.id }, note })
        if (outcome.ok) onClose()
      }}
    >
      <p>{t('reminders.owedBack.books')}</p>
      <TextField
        label={t('reminders.owedBack.note')}
        isRequired
        maxLength={500}
        value={note}
        onChange={setNote}
        error={writeOff.fieldError('note')}
      />
    </FormDialog>
  )
}
