import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { type TrialResult, trialResults } from '../../../shared/domain/working-group.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { GroupField } from './GroupField.tsx'
import type { Idea, Trial } from './IdeasScreen.tsx'

export interface TrialDialogProps {
  readonly idea: Idea
  readonly trial: Trial | null
  readonly onClose: () => void
}

/** Who tried an idea, and whether it worked. */
export function TrialDialog({ idea, trial, onClose }: TrialDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.workingGroup.saveTrial)
  const { values, field } = useDraft(
    {
      neighbourhoodId: trial?.neighbourhoodId ?? null,
      byWords: trial?.byWords ?? '',
      day: (trial?.day ?? dayOfClock(new Date())) as Day | null, // the field may be emptied
      worked: trial?.worked ?? ('bezig' as TrialResult),
      note: trial?.note ?? '',
    },
    save,
  )
  const submit = async () => {
    if (values.day === null) return
    const outcome = await save.run({ id: trial?.id ?? null, ideaId: idea.id, ...values, day: values.day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(trial === null ? 'workingGroup.trial.add' : 'workingGroup.trial.change')}
      sub={idea.what}
      submit={t('workingGroup.trial.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <GroupField label={t('workingGroup.trial.byGroup')} {...field('neighbourhoodId')} />
      {values.neighbourhoodId === null && (
        <TextField label={t('workingGroup.trial.byWords')} isOptional maxLength={120} {...field('byWords')} />
      )}
      <DayField label={t('workingGroup.trial.day')} width="medium" isRequired {...field('day')} />
      <ChoiceGroup
        label={t('workingGroup.trial.worked')}
        choices={trialResults.map((value) => ({ value, label: t(`workingGroup.trial.results.${value}`) }))}
        {...field('worked')}
      />
      <TextField label={t('workingGroup.trial.note')} isOptional maxLength={400} {...field('note')} />
    </FormDialog>
  )
}
