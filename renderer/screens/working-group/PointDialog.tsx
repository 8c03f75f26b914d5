import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { type NetworkPointKind, networkPointKinds } from '../../../shared/domain/working-group.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { GroupField } from './GroupField.tsx'
import type { NetworkPoint } from './PointsScreen.tsx'

export interface PointDialogProps {
  readonly point: NetworkPoint | null
  readonly onClose: () => void
}

export function PointDialog({ point, onClose }: PointDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.workingGroup.savePoint)
  const { values, field } = useDraft(
    {
      kind: point?.kind ?? ('vraag' as NetworkPointKind),
      words: point?.words ?? '',
      neighbourhoodId: point?.neighbourhoodId ?? null,
      day: (point?.day ?? dayOfClock(new Date())) as Day | null, // the field may be emptied
      broughtDay: point?.broughtDay ?? null,
      answer: point?.answer ?? '',
    },
    save,
  )
  const submit = async () => {
    if (values.day === null) return
    const outcome = await save.run({ id: point?.id ?? null, ...values, day: values.day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(point === null ? 'workingGroup.point.add' : 'workingGroup.point.change')}
      submit={t('workingGroup.point.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('workingGroup.point.kind')}
        choices={networkPointKinds.map((value) => ({ value, label: t(`workingGroup.point.kinds.${value}`) }))}
        {...field('kind')}
      />
      <TextArea label={t('workingGroup.point.words')} isRequired rows={3} maxLength={400} {...field('words')} />
      <Notice>{t('workingGroup.point.noNames')}</Notice>
      <GroupField label={t('workingGroup.point.group')} {...field('neighbourhoodId')} />
      <DayField label={t('workingGroup.point.day')} width="medium" isRequired {...field('day')} />
      {point !== null && (
        <>
          <DayField label={t('workingGroup.point.broughtDay')} width="medium" isOptional {...field('broughtDay')} />
          <TextArea label={t('workingGroup.point.answer')} isOptional rows={2} maxLength={400} {...field('answer')} />
        </>
      )}
    </FormDialog>
  )
}
