import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { DayField } from '../../components/DayField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type DisputedField, disputedFields } from './disputed-fields.ts'
import type { RightsDialogProps } from './RestrictDialog.tsx'

/** What somebody says is not right; it stays in sight until it is settled. */
export function DisputeDialog({ person, today, onClose }: RightsDialogProps) {
  const { t } = useTranslation()
  const dispute = useCommand(api.rights.dispute)
  const [about, setAbout] = useState<DisputedField | 'all'>('all')
  const [what, setWhat] = useState('')
  const [day, setDay] = useState<Day | null>(today)
  const save = async () => {
    if (day === null) return
    const outcome = await dispute.run({ personId: person.id, about: about === 'all' ? null : about, what, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('rights.dispute.title')}
      sub={person.name}
      submit={t('rights.dispute.submit')}
      command={dispute}
      onSubmit={save}
      onClose={onClose}
    >
      <SelectField
        label={t('rights.dispute.about')}
        value={about}
        onChange={setAbout}
        options={[
          { value: 'all', label: t('rights.dispute.everything') },
          ...disputedFields.map(([value, key]) => ({ value, label: t(key) })),
        ]}
      />
      <TextArea
        label={t('rights.dispute.what')}
        isRequired
        maxLength={500}
        rows={3}
        value={what}
        onChange={setWhat}
        error={dispute.fieldError('what')}
      />
      <DayField
        label={t('rights.dispute.day')}
        isRequired
        value={day}
        onChange={setDay}
        error={dispute.fieldError('day')}
      />
    </FormDialog>
  )
}
