import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { DayField } from '../../components/DayField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Consequences } from './Consequences.tsx'
import type { PersonDialogProps } from './PersonEvents.tsx'

/** Somebody died. The day may be left to the person who knows it: it must be filled in, and may be corrected by undoing. */
export function DeceasedDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const mark = useCommand(api.members.markDeceased)
  const [day, setDay] = useState<Day | null>(person.today)
  const question = { personId: person.id, day: day ?? person.today, reason: 'overleden' as const }
  const preview = useQuery(api.members.previewEnd, question, { keep: true })

  // The year of a death long ago is easily typed wrong, and with it the whole membership would never have been.
  const began = preview.state === 'ready' ? preview.value.neverMemberFrom : null

  const save = async () => {
    if (day === null) return
    const outcome = await mark.run({ personId: person.id, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('members.deceased.title', { name: person.name })}
      sub={t('members.deceased.sub')}
      submit={t('members.deceased.submit')}
      onSubmit={save}
      onClose={onClose}
      command={mark}
    >
      <DayField
        label={t('members.deceased.day')}
        width="medium"
        isRequired
        value={day}
        onChange={setDay}
        error={mark.fieldError('day')}
      />
      <div role="status">
        {day !== null && began !== null && (
          <Notice kind="att">{t('members.deceased.beforeMember', { day: format.day(began) })}</Notice>
        )}
      </div>
      <Consequences of={preview} />
    </FormDialog>
  )
}
