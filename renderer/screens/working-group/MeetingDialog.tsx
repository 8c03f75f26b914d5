import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { type LeaderMeetingKind, leaderMeetingKinds } from '../../../shared/domain/working-group.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { LeaderMeeting } from './MeetingsScreen.tsx'
import styles from './WorkingGroup.module.css'

export interface MeetingDialogProps {
  readonly meeting: LeaderMeeting | null
  readonly onClose: () => void
}

/** When, what about, and which roles were there: those that exist on its day. */
export function MeetingDialog({ meeting, onClose }: MeetingDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.workingGroup.saveMeeting)
  const { values, field } = useDraft(
    {
      kind: meeting?.kind ?? ('intervisie' as LeaderMeetingKind),
      day: (meeting?.day ?? dayOfClock(new Date())) as Day | null, // the field may be emptied
      topic: meeting?.topic ?? '',
      place: meeting?.place ?? '',
      note: meeting?.note ?? '',
    },
    save,
  )
  const [termIds, setTermIds] = useState<ReadonlySet<string>>(
    new Set(meeting?.present.map(({ termId }) => termId) ?? []),
  )
  const roles = useQuery(
    api.workingGroup.rolesOn,
    { day: values.day ?? '' },
    { keep: true, isWanted: values.day !== null },
  )
  const toggle = (termId: string, isThere: boolean) => {
    const next = new Set(termIds)
    if (isThere) next.add(termId)
    else next.delete(termId)
    setTermIds(next)
  }
  const submit = async () => {
    if (values.day === null) return
    // A role that did not exist on the day that was chosen at last was not there.
    const shown = roles.state === 'ready' ? new Set(roles.value.map(({ termId }) => termId)) : termIds
    const there = [...termIds].filter((termId) => shown.has(termId))
    const outcome = await save.run({ ...values, id: meeting?.id ?? null, day: values.day, termIds: there })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(meeting === null ? 'workingGroup.meeting.add' : 'workingGroup.meeting.change')}
      submit={t('workingGroup.meeting.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('workingGroup.meeting.kind')}
        choices={leaderMeetingKinds.map((value) => ({ value, label: t(`workingGroup.meeting.kinds.${value}`) }))}
        {...field('kind')}
      />
      <DayField label={t('workingGroup.meeting.day')} width="medium" isRequired {...field('day')} />
      <FieldRow>
        <TextField label={t('workingGroup.meeting.topic')} isOptional maxLength={200} {...field('topic')} />
        <TextField label={t('workingGroup.meeting.place')} isOptional maxLength={200} {...field('place')} />
      </FieldRow>
      {roles.state === 'ready' && roles.value.length > 0 && (
        <fieldset>
          <legend>{t('workingGroup.meeting.who')}</legend>
          <div className={styles.roles}>
            {roles.value.map(({ termId, name, role, of }) => (
              <Checkbox
                key={termId}
                label={[name, t(`roles.names.${role}`), of].filter(Boolean).join(', ')}
                isChecked={termIds.has(termId)}
                onChange={(isThere) => toggle(termId, isThere)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <TextArea label={t('workingGroup.meeting.note')} isOptional rows={2} maxLength={4000} {...field('note')} />
    </FormDialog>
  )
}
