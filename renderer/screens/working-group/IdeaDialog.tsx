import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { DayField } from '../../components/DayField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { GroupField } from './GroupField.tsx'
import type { Idea } from './IdeasScreen.tsx'

export function IdeaDialog({ idea, onClose }: { readonly idea: Idea | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const save = useCommand(api.workingGroup.saveIdea)
  const { values, field } = useDraft(
    {
      what: idea?.what ?? '',
      day: (idea?.day ?? dayOfClock(new Date())) as Day | null, // the field may be emptied
      neighbourhoodId: idea?.neighbourhoodId ?? null,
      fromWords: idea?.fromWords ?? '',
    },
    save,
  )
  const submit = async () => {
    if (values.day === null) return
    const outcome = await save.run({ id: idea?.id ?? null, ...values, day: values.day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(idea === null ? 'workingGroup.idea.add' : 'workingGroup.idea.change')}
      submit={t('workingGroup.idea.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea label={t('workingGroup.idea.what')} isRequired rows={3} maxLength={400} {...field('what')} />
      <GroupField label={t('workingGroup.idea.fromGroup')} {...field('neighbourhoodId')} />
      {values.neighbourhoodId === null && (
        <TextField label={t('workingGroup.idea.fromWords')} isOptional maxLength={120} {...field('fromWords')} />
      )}
      <DayField label={t('workingGroup.idea.day')} width="medium" isRequired {...field('day')} />
    </FormDialog>
  )
}
