import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Consequences } from './Consequences.tsx'
import type { PersonDialogProps } from './PersonEvents.tsx'

/** Somebody goes to another binnenbuurt, into their first one, or out of all. */
export function GroupDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const change = useCommand(api.members.changeNeighbourhood)
  const join = useCommand(api.members.joinNeighbourhood)
  const groups = useQuery(api.neighbourhoods.names, {})
  const current = person.neighbourhoods.filter(({ until }) => until === null || until > person.today)
  const [groupId, setGroupId] = useState<string | null>(null)
  const [day, setDay] = useState<Day | null>(person.today)
  const [isKept, setKept] = useState(false)
  const isBeside = isKept && groupId !== null && groupId !== 'none'
  const preview = useQuery(
    api.members.previewMove,
    {
      personIds: [person.id],
      home: { kind: 'with', householdId: person.householdId },
      day: day ?? person.today,
      neighbourhoodId: groupId === 'none' ? null : groupId,
    },
    { isWanted: groupId !== null && !isBeside, keep: true },
  )
  const names = groups.state === 'ready' ? groups.value : []

  const save = async () => {
    if (day === null || groupId === null) return
    const outcome = isBeside
      ? await join.run({ personId: person.id, neighbourhoodId: groupId, day })
      : await change.run({ personId: person.id, neighbourhoodId: groupId === 'none' ? null : groupId, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('members.group.title')}
      sub={
        current.length > 0
          ? t('members.group.now', { names: format.list(current.map(({ name }) => name)) })
          : t('members.group.nowNone')
      }
      submit={t('members.group.submit')}
      onSubmit={save}
      onClose={onClose}
      command={isBeside ? join : change}
    >
      <SelectField
        label={t('members.group.to')}
        width="medium"
        isRequired
        value={groupId}
        onChange={setGroupId}
        options={[
          ...names
            .filter(({ id }) => current.length !== 1 || current[0]?.neighbourhoodId !== id)
            .map(({ id, name }) => ({ value: id, label: name })),
          ...(current.length > 0 ? [{ value: 'none', label: t('members.field.noNeighbourhood') }] : []),
        ]}
        error={change.fieldError('neighbourhoodId') ?? join.fieldError('neighbourhoodId')}
      />
      <DayField
        label={t('members.group.day')}
        width="medium"
        isRequired
        value={day}
        onChange={setDay}
        error={change.fieldError('day') ?? join.fieldError('day')}
      />
      {current.length > 0 && groupId !== null && groupId !== 'none' && (
        <Checkbox
          label={t('members.group.keep', { names: format.list(current.map(({ name }) => name)) })}
          hint={t('members.group.keepHint')}
          isChecked={isKept}
          onChange={setKept}
        />
      )}
      {groupId !== null && !isBeside && <Consequences of={preview} isAboutGroups />}
    </FormDialog>
  )
}
