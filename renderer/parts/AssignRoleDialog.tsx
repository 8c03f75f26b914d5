import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { isNeighbourhoodRole, type Role, type Side, sides } from '../../shared/domain/role-seats.ts'
import { Button } from '../components/Button.tsx'
import { Checkbox } from '../components/Checkbox.tsx'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { FieldRow, Form } from '../components/Form.tsx'
import { Notice } from '../components/Notice.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { PersonPicker, type PickedPerson } from './PersonPicker.tsx'

export interface AssignRoleDialogProps {
  /** What can be chosen from; one means that it is known. */
  readonly roles: readonly Role[]
  readonly side?: Side | null
  /** The binnenbuurten to choose from; one means that it is known, none that it is a role of the association. */
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
  /** Known when the dialog was opened from the page of a person. */
  readonly person?: PickedPerson
  readonly today: Day
  readonly onClose: () => void
}

/** Puts somebody in a role, and says first what that does to the places of the binnenbuurt. */
export function AssignRoleDialog({
  roles,
  side = null,
  neighbourhoods,
  person,
  today,
  onClose,
}: AssignRoleDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const assign = useCommand(api.roles.assign)
  const [role, setRole] = useState<Role | null>(roles.length === 1 ? (roles[0] ?? null) : null)
  const [groupId, setGroupId] = useState<string | null>(neighbourhoods[0]?.id ?? null)
  const [chosenSide, setSide] = useState<Side | null>(side)
  const [who, setWho] = useState<PickedPerson | null>(person ?? null)
  const [isAnyone, setAnyone] = useState(false)
  const [from, setFrom] = useState<Day | null>(today)
  const [plannedEnd, setPlannedEnd] = useState<Day | null>(null)
  const neighbourhoodId = role !== null && isNeighbourhoodRole(role) ? groupId : null
  const term =
    role !== null && who !== null && from !== null
      ? { role, neighbourhoodId, side: chosenSide, personId: who.id, from, plannedEnd }
      : null
  const group = neighbourhoods.find(({ id }) => id === neighbourhoodId)

  const save = async () => {
    if (term === null) return
    const outcome = await assign.run(term)
    if (outcome.ok) onClose()
  }
  const preview = useQuery(api.roles.previewAssign, term ?? emptyTerm, { isWanted: term !== null, keep: true })
  const effect = term !== null && preview.state === 'ready' ? preview.value : null
  return (
    <Dialog
      title={
        roles.length === 1 && role !== null && group
          ? t('roles.assign.title', { role: t(`roles.names.${role}`), neighbourhood: group.name })
          : t(person ? 'roles.assign.titlePerson' : 'roles.assign.titleAssociation')
      }
      sub={person?.name}
      onClose={onClose}
    >
      <Form
        onSubmit={save}
        error={assign.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={assign.isRunning}>
              {t('roles.assign.submit')}
            </Button>
          </>
        }
      >
        {roles.length > 1 && (
          <SelectField
            label={t('roles.role')}
            isRequired
            value={role}
            onChange={setRole}
            options={roles.map((each) => ({ value: each, label: t(`roles.names.${each}`) }))}
          />
        )}
        {role !== null && isNeighbourhoodRole(role) && neighbourhoods.length > 1 && (
          <SelectField
            label={t('roles.of')}
            isRequired
            value={groupId}
            onChange={setGroupId}
            options={neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
            error={assign.fieldError('neighbourhoodId')}
          />
        )}
        {!person && (
          <>
            <PersonPicker
              label={t('roles.who')}
              hint={t('roles.whoHint')}
              isRequired
              isFirst
              neighbourhoodId={isAnyone ? null : neighbourhoodId}
              value={who}
              onChange={setWho}
              error={assign.fieldError('personId')}
            />
            {neighbourhoodId !== null && (
              <Checkbox label={t('roles.anyone')} isChecked={isAnyone} onChange={setAnyone} />
            )}
          </>
        )}
        {role === 'duo_lid' && (
          <ChoiceGroup
            label={t('roles.side')}
            hint={t('roles.sideHint')}
            value={chosenSide ?? 'none'}
            onChange={(value) => setSide(value === 'none' ? null : value)}
            choices={[
              ...sides.map((each) => ({ value: each, label: t(`roles.sides.${each}`) })),
              { value: 'none' as const, label: t('roles.sideNone') },
            ]}
          />
        )}
        <FieldRow>
          <DayField
            label={t('roles.from')}
            width="medium"
            isRequired
            value={from}
            onChange={setFrom}
            error={assign.fieldError('from')}
          />
          <DayField
            label={t('roles.plannedEnd')}
            hint={t('roles.plannedEndHint')}
            width="medium"
            isOptional
            value={plannedEnd}
            onChange={setPlannedEnd}
            error={assign.fieldError('plannedEnd')}
          />
        </FieldRow>
        {effect !== null && who !== null && (
          <Notice kind={effect.seatsAfter === 'bezet' ? 'ok' : 'plain'}>
            {effect.besides.length > 0 && (
              <p>{t('roles.assign.besides', { names: format.list(effect.besides.map(({ name }) => name)) })}</p>
            )}
            {effect.outsider && <p>{t('roles.assign.outsider', { name: who.name })}</p>}
            {effect.otherPlace && <p>{t('roles.assign.otherPlace', { name: who.name })}</p>}
            {effect.seatsAfter !== 'geen' && <p>{t(`roles.assign.after.${effect.seatsAfter}`)}</p>}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}

// Stands in while nothing is chosen; it is never asked with.
const emptyTerm = {
  role: 'contactpersoon' as const,
  neighbourhoodId: null,
  side: null,
  personId: '',
  from: '',
  plannedEnd: null,
}
