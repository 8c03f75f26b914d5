import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { DayField } from '../../components/DayField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

export interface CloseDialogProps {
  readonly group: { readonly id: string; readonly name: string; readonly today: Day }
  readonly onClose: () => void
}

/** A binnenbuurt stops; who was in it stays in the book. */
export function CloseDialog({ group, onClose }: CloseDialogProps) {
  const { t } = useTranslation()
  const close = useCommand(api.neighbourhoods.close)
  const [day, setDay] = useState<Day | null>(group.today)
  const preview = useQuery(api.neighbourhoods.previewClose, { id: group.id, day: day ?? group.today }, { keep: true })
  const save = async () => {
    if (day === null) return
    const outcome = await close.run({ id: group.id, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('neighbourhoods.close.title', { name: group.name })}
      submit={t('neighbourhoods.close.submit')}
      command={close}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('neighbourhoods.close.day')}
        width="medium"
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={close.fieldError('day')}
      />
      {preview.state === 'ready' && (
        <Notice>
          <p>{t('neighbourhoods.close.people', { count: preview.value.people })}</p>
          {preview.value.roles > 0 && <p>{t('neighbourhoods.close.roles', { count: preview.value.roles })}</p>}
          {preview.value.plannedGatherings > 0 && (
            <p>{t('neighbourhoods.close.gatherings', { count: preview.value.plannedGatherings })}</p>
          )}
        </Notice>
      )}
    </FormDialog>
  )
}
