import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'
import type { OrganisationPage } from './OrganisationDialog.tsx'

export interface ConnectorDialogProps {
  readonly organisation: OrganisationPage
  readonly onClose: () => void
}

/** Somebody becomes a culture connector at an organisation. */
export function ConnectorDialog({ organisation, onClose }: ConnectorDialogProps) {
  const { t } = useTranslation()
  const assign = useCommand(api.roles.assign)
  const { values, field } = useDraft<{
    personId: PickedPerson | null
    paid: 'paid' | 'volunteer'
    languages: string
    from: Day | null
    plannedEnd: Day | null
  }>({ personId: null, paid: 'volunteer', languages: '', from: organisation.today, plannedEnd: null }, assign)
  const submit = async () => {
    const { personId: person, from, paid, languages, plannedEnd } = values
    if (person === null || from === null) return
    const outcome = await assign.run({
      role: 'cultuurverbinder',
      neighbourhoodId: null,
      organisationId: organisation.id,
      side: null,
      personId: person.id,
      paid: paid === 'paid',
      languages,
      from,
      plannedEnd,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('organisations.connector.add')}
      sub={organisation.name}
      submit={t('organisations.connector.save')}
      command={assign}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonPicker label={t('roles.who')} hint={t('roles.whoHint')} isRequired isFirst {...field('personId')} />
      <ChoiceGroup
        label={t('organisations.connector.how')}
        choices={(['volunteer', 'paid'] as const).map((value) => ({
          value,
          label: t(`organisations.connector.${value}`),
        }))}
        {...field('paid')}
      />
      <TextField
        label={t('organisations.connector.languages')}
        hint={t('organisations.connector.languagesHint')}
        isOptional
        maxLength={200}
        {...field('languages')}
      />
      <FieldRow>
        <DayField label={t('roles.from')} width="medium" isRequired {...field('from')} />
        <DayField
          label={t('roles.plannedEnd')}
          hint={t('roles.plannedEndHint')}
          width="medium"
          isOptional
          {...field('plannedEnd')}
        />
      </FieldRow>
    </FormDialog>
  )
}
