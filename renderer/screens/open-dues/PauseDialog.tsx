import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayerView } from '../../../shared/contract/dues.ts'
import { addMonths, type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useDuesWords } from '../../parts/use-dues-words.ts'

const kinds = ['pause', 'discussion', 'refused'] as const

/** No letters to one payer: until a day, while something is talked about, or for good. */
export function PauseDialog({ payer, onClose }: { readonly payer: PayerView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const [kind, setKind] = useState<(typeof kinds)[number]>('pause')
  const [until, setUntil] = useState<Day | null>(() => addMonths(dayOfClock(new Date()), 1))
  const [reason, setReason] = useState('')
  const pause = useCommand(api.reminders.pause)
  return (
    <FormDialog
      title={t('reminders.pause.title')}
      sub={t('reminders.pause.sub', { name: words.people(payer.people) })}
      submit={t('reminders.pause.save')}
      command={pause}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await pause.run({
          payer: { kind: payer.kind, id: payer.id },
          kind,
          reason: reason.trim() || null,
          untilDay: kind === 'pause' ? until : null,
        })
        if (outcome.ok) onClose()
      }}
    >
      <ChoiceGroup
        label={t('reminders.pause.why')}
        layout="column"
        value={kind}
        onChange={setKind}
        choices={kinds.map((value) => ({ value, label: t(`reminders.pause.${value}`) }))}
      />
      {kind === 'pause' && (
        <DayField
          label={t('reminders.pause.until')}
          width="short"
          value={until}
          onChange={setUntil}
          isRequired
          error={pause.fieldError('untilDay')}
        />
      )}
      <TextField
        label={t('reminders.pause.reason')}
        hint={t('reminders.pause.reasonHint')}
        isOptional
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  )
}
