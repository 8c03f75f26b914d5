import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Consequences } from './Consequences.tsx'
import type { PersonDialogProps } from './PersonEvents.tsx'

const reasons = ['opgezegd', 'verhuisd', 'geroyeerd', 'samengevoegd'] as const

/** Ends a membership, after showing what goes with it. */
export function EndDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const end = useCommand(api.members.end)
  const [reason, setReason] = useState<(typeof reasons)[number]>('opgezegd')
  const [day, setDay] = useState<Day | null>(person.today)
  const question = { personId: person.id, day: day ?? person.today, reason }
  const preview = useQuery(api.members.previewEnd, question, { keep: true })

  const save = async () => {
    if (day === null) return
    const outcome = await end.run({ personId: person.id, day, reason })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('members.end.title')}
      sub={person.name}
      submit={t('members.end.submit')}
      onSubmit={save}
      onClose={onClose}
      command={end}
    >
      <ChoiceGroup
        label={t('members.end.reason')}
        layout="column"
        value={reason}
        onChange={setReason}
        choices={reasons.map((value) => ({ value, label: t(`members.end.reasons.${value}`) }))}
      />
      <DayField
        label={t('members.end.day')}
        width="medium"
        isRequired
        value={day}
        onChange={setDay}
        error={end.fieldError('day')}
      />
      <Consequences of={preview} />
    </FormDialog>
  )
}
