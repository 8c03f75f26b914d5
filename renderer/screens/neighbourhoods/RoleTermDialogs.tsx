// What can be done about somebody in a role: hand it over, move the planned end. Ending it is in renderer/parts.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Role } from '../../../shared/domain/role-seats.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'
import type { Holder } from './HolderLine.tsx'

interface TermDialogProps {
  readonly holder: Holder
  readonly role: Role
  readonly neighbourhoodId: string | null
  readonly today: Day
  readonly onClose: () => void
}

export function HandOverDialog({ holder, role, neighbourhoodId, today, onClose }: TermDialogProps) {
  const { t } = useTranslation()
  const handOver = useCommand(api.roles.handOver)
  const [to, setTo] = useState<PickedPerson | null>(null)
  const [isAnyone, setAnyone] = useState(neighbourhoodId === null)
  const [day, setDay] = useState<Day | null>(today)
  const [isTogether, setTogether] = useState(false)
  const [chosenUntil, setOverlapUntil] = useState<Day | null>()
  // Four weeks beside whoever begins, also when that is later than today.
  const overlapUntil = chosenUntil === undefined ? addDays(day ?? today, 28) : chosenUntil
  const [plannedEnd, setPlannedEnd] = useState<Day | null>(null)

  const save = async () => {
    if (to === null || day === null) return
    const outcome = await handOver.run({
      id: holder.termId,
      toPersonId: to.id,
      day,
      overlapUntil: isTogether ? overlapUntil : null,
      plannedEnd,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('roles.handOver.title')}
      sub={t('roles.handOver.sub', { role: t(`roles.names.${role}`), name: holder.name })}
      submit={t('roles.handOver.submit')}
      command={handOver}
      onSubmit={save}
      onClose={onClose}
    >
      <PersonPicker
        label={t('roles.handOver.to')}
        hint={t('roles.whoHint')}
        isRequired
        isFirst
        neighbourhoodId={isAnyone ? null : neighbourhoodId}
        except={[holder.personId]}
        value={to}
        onChange={setTo}
        error={handOver.fieldError('toPersonId') ?? handOver.fieldError('personId')}
      />
      {neighbourhoodId !== null && <Checkbox label={t('roles.anyone')} isChecked={isAnyone} onChange={setAnyone} />}
      <DayField
        label={t('roles.handOver.day')}
        width="medium"
        isRequired
        value={day}
        onChange={setDay}
        error={handOver.fieldError('day')}
      />
      <Checkbox
        label={t('roles.handOver.overlap')}
        hint={t('roles.handOver.overlapHint')}
        isChecked={isTogether}
        onChange={setTogether}
      />
      {isTogether && (
        <DayField
          label={t('roles.handOver.overlapUntil', { name: holder.name })}
          width="medium"
          isRequired
          value={overlapUntil}
          onChange={setOverlapUntil}
          error={handOver.fieldError('overlapUntil')}
        />
      )}
      <DayField
        label={t('roles.plannedEnd')}
        hint={t('roles.plannedEndHint')}
        width="medium"
        isOptional
        value={plannedEnd}
        onChange={setPlannedEnd}
        error={handOver.fieldError('plannedEnd')}
      />
    </FormDialog>
  )
}

export function PlannedEndDialog({ holder, role, onClose }: TermDialogProps) {
  const { t } = useTranslation()
  const change = useCommand(api.roles.change)
  const [plannedEnd, setPlannedEnd] = useState<Day | null>(holder.plannedEnd)
  const save = async () => {
    const outcome = await change.run({ id: holder.termId, plannedEnd })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('roles.planned.title')}
      sub={t('roles.end.sub', { role: t(`roles.names.${role}`), name: holder.name })}
      submit={t('roles.planned.submit')}
      command={change}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('roles.plannedEnd')}
        hint={t('roles.plannedEndHint')}
        width="medium"
        isOptional
        isFirst
        value={plannedEnd}
        onChange={setPlannedEnd}
        error={change.fieldError('plannedEnd')}
      />
    </FormDialog>
  )
}
