import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/domain/calendar-date.ts'
import type { Role } from '../../shared/domain/role-seats.ts'
import { DayField } from '../components/DayField.tsx'
import { Notice } from '../components/Notice.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { FormDialog } from './FormDialog.tsx'

export interface EndRoleDialogProps {
  readonly holder: { readonly termId: string; readonly name: string }
  readonly role: Role
  readonly today: Day
  readonly onClose: () => void
}

/** Somebody stops in a role; says first what that does to the places of the binnenbuurt. */
export function EndRoleDialog({ holder, role, today, onClose }: EndRoleDialogProps) {
  const { t } = useTranslation()
  const end = useCommand(api.roles.end)
  const [day, setDay] = useState<Day | null>(today)
  const preview = useQuery(api.roles.previewEnd, { id: holder.termId, day: day ?? today }, { keep: true })
  const after = preview.state === 'ready' ? preview.value.seatsAfter : 'geen'
  const save = async () => {
    if (day === null) return
    const outcome = await end.run({ id: holder.termId, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('roles.end.title')}
      sub={t('roles.end.sub', { role: t(`roles.names.${role}`), name: holder.name })}
      submit={t('roles.end.submit')}
      command={end}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('roles.end.day')}
        width="medium"
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={end.fieldError('day')}
      />
      {after !== 'geen' && <Notice kind={after === 'bezet' ? 'ok' : 'att'}>{t(`roles.end.after.${after}`)}</Notice>}
    </FormDialog>
  )
}
