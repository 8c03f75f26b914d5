import { useTranslation } from 'react-i18next'
import { NumberField } from '../../components/NumberField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

/** After how many months without intervision somebody is named. */
export function IntervisionDialog({ months, onClose }: { readonly months: number; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const set = useCommand(api.workingGroup.setIntervisionMonths)
  const { values, field } = useDraft({ months: months as number | null }, set) // the field may be emptied
  const submit = async () => {
    if (values.months === null) return
    const outcome = await set.run({ months: values.months })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('workingGroup.leader.changeRule')}
      submit={t('workingGroup.leader.saveRule')}
      command={set}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberField
        label={t('workingGroup.leader.months')}
        width="short"
        isRequired
        isFirst
        min={1}
        max={60}
        {...field('months')}
      />
    </FormDialog>
  )
}
