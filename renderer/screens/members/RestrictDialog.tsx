import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { restrictionReasons } from '../../../shared/domain/person-rights.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { PersonPage } from './person-draft.ts'

export interface RightsDialogProps {
  readonly person: PersonPage
  readonly today: Day
  readonly onClose: () => void
}

/** What is kept of somebody stays, and is not used. */
export function RestrictDialog({ person, today, onClose }: RightsDialogProps) {
  const { t } = useTranslation()
  const restrict = useCommand(api.rights.restrict)
  const [reason, setReason] = useState<(typeof restrictionReasons)[number]>('betwist')
  const [day, setDay] = useState<Day | null>(today)
  const save = async () => {
    if (day === null) return
    const outcome = await restrict.run({ personId: person.id, reason, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('rights.restriction.title')}
      sub={person.name}
      submit={t('rights.restriction.submit')}
      command={restrict}
      onSubmit={save}
      onClose={onClose}
    >
      <p>{t('rights.restriction.text', { name: person.name })}</p>
      <ChoiceGroup
        label={t('rights.restriction.reason')}
        layout="column"
        value={reason}
        onChange={setReason}
        choices={restrictionReasons.map((value) => ({ value, label: t(`rights.restriction.reasons.${value}`) }))}
      />
      <DayField
        label={t('rights.restriction.day')}
        isRequired
        value={day}
        onChange={setDay}
        error={restrict.fieldError('day')}
      />
    </FormDialog>
  )
}
