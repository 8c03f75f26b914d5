import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Consequences } from './Consequences.tsx'
import { type HomeDraft, HomeFields, homeOf } from './HomeFields.tsx'
import type { PersonDialogProps } from './PersonEvents.tsx'

/** Somebody moves house, alone or with who lives there too. */
export function MoveDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const move = useCommand(api.members.move)
  const groups = useQuery(api.neighbourhoods.names, {})
  const mates = person.mates.filter(({ status }) => status !== 'overleden')
  const [along, setAlong] = useState<readonly string[]>(mates.map(({ id }) => id))
  const [day, setDay] = useState<Day | null>(person.today)
  const [group, setGroup] = useState('stays')
  const [home, setHome] = useState<HomeDraft>({
    kind: 'address',
    address: { line: '', postcode: '', city: person.city },
    household: null,
  })
  const names = groups.state === 'ready' ? groups.value : []
  const livesAt = homeOf(home)
  const isReady = livesAt !== null && (livesAt.kind === 'with' || livesAt.street !== '')
  const movement =
    isReady && day !== null
      ? {
          personIds: [person.id, ...along],
          home: livesAt,
          day,
          ...(group !== 'stays' && { neighbourhoodId: group === 'none' ? null : group }),
        }
      : null
  const preview = useQuery(api.members.previewMove, movement ?? nowhere, { isWanted: movement !== null, keep: true })

  const save = async () => {
    if (movement === null) return
    const outcome = await move.run(movement)
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('members.move.title')}
      sub={person.name}
      submit={t('members.move.submit')}
      onSubmit={save}
      onClose={onClose}
      command={move}
      size="wide"
    >
      {mates.length > 0 && (
        <fieldset>
          <legend>
            <strong>{t('members.move.who')}</strong>
          </legend>
          {mates.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              isChecked={along.includes(id)}
              onChange={(comes) => setAlong(comes ? [...along, id] : along.filter((each) => each !== id))}
            />
          ))}
        </fieldset>
      )}
      <HomeFields
        label={t('members.move.where')}
        draft={home}
        onChange={setHome}
        fieldError={move.fieldError}
        exceptHousehold={person.householdId}
        isRequired
      />
      <DayField
        label={t('members.move.day')}
        width="medium"
        isRequired
        value={day}
        onChange={setDay}
        error={move.fieldError('day')}
      />
      {names.length > 0 && (
        <SelectField
          label={t('members.move.neighbourhood')}
          width="medium"
          value={group}
          onChange={setGroup}
          options={[
            { value: 'stays', label: t('members.move.neighbourhoodStays') },
            { value: 'none', label: t('members.field.noNeighbourhood') },
            ...names.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={move.fieldError('neighbourhoodId')}
        />
      )}
      {movement !== null && <Consequences of={preview} />}
      <p className="soft">{t('members.move.leaves')}</p>
    </FormDialog>
  )
}

// Stands in while the new address is not filled in; it is never asked with.
const nowhere = { personIds: [''], home: { kind: 'with' as const, householdId: '' }, day: '' }
