import { useTranslation } from 'react-i18next'
import {
  type ConnectionKind,
  connectionKinds,
  type GatheringGoal,
  gatheringGoals,
  type WorkForm,
  workForms,
} from '../../shared/domain/gathering-forms.ts'
import { CheckGroup } from '../components/CheckGroup.tsx'
import { SelectField } from '../components/SelectField.tsx'

export interface FormsDraft {
  readonly workForm: WorkForm | null
  readonly goals: readonly GatheringGoal[]
  readonly connections: readonly ConnectionKind[]
}

export const emptyForms: FormsDraft = { workForm: null, goals: [], connections: [] }

/** What kind of gathering it is, what it is for, and with whom it connects. */
export function FormsFields({
  draft,
  onChange,
}: {
  readonly draft: FormsDraft
  readonly onChange: (change: Partial<FormsDraft>) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField<WorkForm | 'none'>
        label={t('forms.workForm')}
        value={draft.workForm ?? 'none'}
        onChange={(form) => onChange({ workForm: form === 'none' ? null : form })}
        options={[
          { value: 'none', label: t('forms.none') },
          ...workForms.map((form) => ({ value: form, label: t(`forms.workForms.${form}`) })),
        ]}
      />
      <CheckGroup
        label={t('forms.goals')}
        options={gatheringGoals.map((goal) => ({ value: goal, label: t(`forms.goal.${goal}`) }))}
        value={draft.goals}
        onChange={(goals) => onChange({ goals })}
      />
      <ConnectionsField value={draft.connections} onChange={(connections) => onChange({ connections })} />
    </>
  )
}

/** With whom it connects; one thing may do so in several ways at once. */
export function ConnectionsField(props: {
  readonly value: readonly ConnectionKind[]
  readonly onChange: (connections: ConnectionKind[]) => void
}) {
  const { t } = useTranslation()
  return (
    <CheckGroup
      label={t('forms.connections')}
      options={connectionKinds.map((kind) => ({ value: kind, label: t(`forms.connection.${kind}`) }))}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
