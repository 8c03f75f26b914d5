import { useTranslation } from 'react-i18next'
import { type InitiativeState, initiativeStates } from '../../../shared/domain/initiative.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'

export type InitiativePage = Awaited<ReturnType<Api['initiatives']['get']>>

export interface InitiativeDialogProps {
  /** Null: a new one. */
  readonly initiative: InitiativePage | null
  readonly onSaved?: (id: string) => void
  readonly onClose: () => void
}

const noOrganisation = 'none'

export function InitiativeDialog({ initiative, onSaved, onClose }: InitiativeDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.initiatives.save)
  const organisations = useQuery(api.organisations.names, {})
  const owner: PickedPerson | null = initiative?.ownerPersonId
    ? { id: initiative.ownerPersonId, name: initiative.ownerName ?? '' }
    : null
  const { values, field } = useDraft(
    {
      name: initiative?.name ?? '',
      goal: initiative?.goal ?? '',
      ownerPersonId: owner,
      ownerName: owner === null ? (initiative?.ownerName ?? '') : '',
      organisationId: initiative?.organisationId ?? noOrganisation,
      state: initiative?.state ?? ('loopt' as InitiativeState),
      from: initiative?.from ?? null,
      plannedEnd: initiative?.plannedEnd ?? null,
      note: initiative?.note ?? '',
    },
    save,
  )
  const submit = async () => {
    const outcome = await save.run({
      ...values,
      id: initiative?.id ?? null,
      ownerPersonId: values.ownerPersonId?.id ?? null,
      organisationId: values.organisationId === noOrganisation ? null : values.organisationId,
    })
    if (!outcome.ok) return
    onClose()
    onSaved?.(outcome.value.id)
  }
  const names = organisations.state === 'ready' ? organisations.value : []
  return (
    <FormDialog
      title={t(initiative === null ? 'initiatives.add' : 'initiatives.change')}
      submit={t('initiatives.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('initiatives.field.name')} isRequired isFirst maxLength={120} {...field('name')} />
      <TextArea
        label={t('initiatives.field.goal')}
        hint={t('initiatives.field.goalHint')}
        isOptional
        rows={2}
        maxLength={1000}
        {...field('goal')}
      />
      <PersonPicker
        label={t('initiatives.field.owner')}
        hint={t('initiatives.field.ownerHint')}
        isOptional
        {...field('ownerPersonId')}
      />
      {values.ownerPersonId === null && (
        <TextField label={t('initiatives.field.ownerName')} isOptional maxLength={120} {...field('ownerName')} />
      )}
      {names.length > 0 && (
        <SelectField
          label={t('initiatives.field.organisation')}
          hint={t('initiatives.field.organisationHint')}
          options={[
            { value: noOrganisation, label: t('initiatives.field.noOrganisation') },
            ...names.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...field('organisationId')}
        />
      )}
      <ChoiceGroup
        label={t('initiatives.column.state')}
        choices={initiativeStates.map((value) => ({ value, label: t(`initiatives.states.${value}`) }))}
        {...field('state')}
      />
      <FieldRow>
        <DayField label={t('initiatives.field.from')} width="medium" isOptional {...field('from')} />
        <DayField label={t('initiatives.field.plannedEnd')} width="medium" isOptional {...field('plannedEnd')} />
      </FieldRow>
      <TextArea label={t('initiatives.field.note')} isOptional rows={2} maxLength={4000} {...field('note')} />
    </FormDialog>
  )
}
