import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { FormDialog } from './FormDialog.tsx'
import type { NewcomerView } from './Newcomer.tsx'
import { PersonPicker, type PickedPerson } from './PersonPicker.tsx'

export interface NewcomerDialogProps {
  /** Who it is; null: that is asked first. */
  readonly person: PickedPerson | null
  /** What is known already. */
  readonly newcomer: NewcomerView | null
  readonly onClose: () => void
}

/** Since when somebody lives here, and what was done to welcome them. */
export function NewcomerDialog({ person, newcomer, onClose }: NewcomerDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.newcomers.save)
  const dayOf = (step: NewcomerView['steps'][number]['step']) =>
    newcomer?.steps.find((each) => each.step === step)?.day ?? null
  const [picked, setPicked] = useState(person)
  const [arrivedDay, setArrivedDay] = useState<string | null>(newcomer?.arrivedDay ?? dayOfClock(new Date()))
  const [contactDay, setContactDay] = useState(dayOf('contact'))
  const [contactBy, setContactBy] = useState(newcomer?.contactBy ?? null)
  const [invitedBy, setInvitedBy] = useState(newcomer?.invitedBy ?? null)
  const [informedDay, setInformedDay] = useState(dayOf('informed'))
  const [visitedDay, setVisitedDay] = useState(dayOf('visited'))
  const except = picked ? [picked.id] : []

  const submit = async () => {
    if (picked === null || arrivedDay === null) return
    const outcome = await save.run({
      personId: picked.id,
      arrivedDay,
      contactDay,
      contactByPersonId: contactBy?.id ?? null,
      invitedByPersonId: invitedBy?.id ?? null,
      informedDay,
      visitedDay,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={person ? t('newcomers.form.changeTitle', { name: person.name }) : t('newcomers.form.addTitle')}
      submit={t('newcomers.form.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      {!person && (
        <PersonPicker
          label={t('newcomers.form.person')}
          hint={t('newcomers.form.personHint')}
          isRequired
          isFirst
          value={picked}
          onChange={setPicked}
        />
      )}
      <DayField
        label={t('newcomers.form.arrivedDay')}
        isRequired
        width="medium"
        value={arrivedDay}
        onChange={setArrivedDay}
      />
      <PersonPicker
        label={t('newcomers.form.invitedBy')}
        hint={t('newcomers.form.invitedByHint')}
        isOptional
        value={invitedBy}
        onChange={setInvitedBy}
        except={except}
        error={save.fieldError('invitedByPersonId')}
      />
      <DayField
        label={t('newcomers.form.contactDay')}
        hint={t('newcomers.form.empty')}
        width="medium"
        value={contactDay}
        onChange={setContactDay}
        error={save.fieldError('contactDay')}
      />
      {contactDay !== null && (
        <PersonPicker
          label={t('newcomers.form.contactBy')}
          isOptional
          value={contactBy}
          onChange={setContactBy}
          except={except}
        />
      )}
      <FieldRow>
        <DayField
          label={t('newcomers.form.informedDay')}
          hint={t('newcomers.form.empty')}
          width="medium"
          value={informedDay}
          onChange={setInformedDay}
          error={save.fieldError('informedDay')}
        />
        <DayField
          label={t('newcomers.form.visitedDay')}
          hint={t('newcomers.form.empty')}
          width="medium"
          value={visitedDay}
          onChange={setVisitedDay}
          error={save.fieldError('visitedDay')}
        />
      </FieldRow>
    </FormDialog>
  )
}
