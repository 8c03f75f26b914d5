import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { ownGoalOutcomes } from '../../../shared/domain/initiative.ts'
import { DayField } from '../../components/DayField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { InitiativePage } from './InitiativeDialog.tsx'
import type { OwnGoal } from './OwnGoals.tsx'
import { WhoFields, whoOf } from './WhoFields.tsx'

export interface OwnGoalDialogProps {
  readonly initiative: InitiativePage
  readonly own: OwnGoal | null
  readonly onClose: () => void
}

const nothingYet = 'none'

/** Somebody's own goal and the next step to it; what came of it is theirs to say. */
export function OwnGoalDialog({ initiative, own, onClose }: OwnGoalDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.initiatives.saveOwnGoal)
  const { values, field } = useDraft(
    {
      personId: whoOf(own),
      knownAs: own?.knownAs ?? '',
      day: (own?.day ?? initiative.today) as Day | null, // the field may be emptied
      goal: own?.goal ?? '',
      step: own?.step ?? '',
      outcome: own?.outcome ?? nothingYet,
      outcomeDay: own?.outcomeDay ?? null,
    },
    save,
  )
  const submit = async () => {
    const { day, personId, outcome, ...rest } = values
    if (day === null) return
    const saved = await save.run({
      ...rest,
      id: own?.id ?? null,
      initiativeId: initiative.id,
      day,
      personId: personId?.id ?? null,
      outcome: ownGoalOutcomes.find((code) => code === outcome) ?? null,
    })
    if (saved.ok) onClose()
  }
  return (
    <FormDialog
      title={t(own === null ? 'initiatives.ownGoal.add' : 'initiatives.ownGoal.change')}
      submit={t('initiatives.ownGoal.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice>{t('initiatives.ownGoal.consent')}</Notice>
      <WhoFields person={field('personId')} knownAs={field('knownAs')} />
      <TextArea label={t('initiatives.ownGoal.goal')} isRequired rows={2} maxLength={400} {...field('goal')} />
      <TextField label={t('initiatives.ownGoal.step')} isOptional maxLength={400} {...field('step')} />
      <DayField label={t('initiatives.ownGoal.day')} width="medium" isRequired {...field('day')} />
      <SelectField
        label={t('initiatives.ownGoal.outcome')}
        options={[
          { value: nothingYet as string, label: t('initiatives.ownGoal.nothingYet') },
          ...ownGoalOutcomes.map((value) => ({ value, label: t(`initiatives.ownGoal.outcomes.${value}`) })),
        ]}
        {...field('outcome')}
      />
      {values.outcome !== nothingYet && (
        <DayField label={t('initiatives.ownGoal.outcomeDay')} width="medium" isOptional {...field('outcomeDay')} />
      )}
    </FormDialog>
  )
}
