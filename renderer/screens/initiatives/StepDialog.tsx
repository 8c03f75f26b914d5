import { useTranslation } from 'react-i18next'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Step } from './Steps.tsx'

export interface StepDialogProps {
  readonly initiativeId: string
  readonly step: Step | null
  readonly onClose: () => void
}

export function StepDialog({ initiativeId, step, onClose }: StepDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.initiatives.saveStep)
  const { values, field } = useDraft(
    { what: step?.what ?? '', dueDay: step?.dueDay ?? null, doneDay: step?.doneDay ?? null },
    save,
  )
  const submit = async () => {
    const outcome = await save.run({ id: step?.id ?? null, initiativeId, ...values })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(step === null ? 'initiatives.step.add' : 'initiatives.step.change')}
      submit={t('initiatives.step.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('initiatives.step.what')} isRequired isFirst maxLength={200} {...field('what')} />
      <FieldRow>
        <DayField label={t('initiatives.step.dueDay')} width="medium" isOptional {...field('dueDay')} />
        <DayField label={t('initiatives.step.doneDay')} width="medium" isOptional {...field('doneDay')} />
      </FieldRow>
    </FormDialog>
  )
}
