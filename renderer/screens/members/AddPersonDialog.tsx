import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FieldRow, Form } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { type FeeChoice, FeeFields } from './FeeFields.tsx'
import { type HomeDraft, HomeFields, homeOf } from './HomeFields.tsx'
import { KnownPeople } from './KnownPeople.tsx'
import { MoreFields, NameFields, ReachFields } from './PersonFields.tsx'
import { addressOf, emptyAddress, emptyPerson, fieldsOf } from './person-draft.ts'
import { useKindHint } from './use-kind-hint.ts'
import { usePersonCheck } from './use-person-check.ts'

const kinds = ['lid', 'belangstellende', 'contact'] as const

const emptyHome: HomeDraft = { kind: 'address', address: emptyAddress, household: null }

export interface AddPersonDialogProps {
  /** The binnenbuurt the list shows: most likely where the new person belongs. */
  readonly neighbourhoodId: string | null
  readonly onClose: () => void
}

/** Writes a new person down. Only a name is needed. */
export function AddPersonDialog({ neighbourhoodId, onClose }: AddPersonDialogProps) {
  const { t } = useTranslation()
  const kindHint = useKindHint()
  const [, navigate] = useLocation()
  const register = useCommand(api.members.register)
  const groups = useQuery(api.neighbourhoods.names, {})
  const [person, setPerson] = useState(emptyPerson)
  const [home, setHome] = useState(emptyHome)
  const [kind, setKind] = useState<(typeof kinds)[number]>('lid')
  const [from, setFrom] = useState<Day | null>(dayOfClock(new Date()))
  const [chosenGroup, setGroupId] = useState<string | null | undefined>(neighbourhoodId ?? undefined)
  const [fee, setFee] = useState<FeeChoice | null>(null)
  const [added, setAdded] = useState<string | null>(null)
  // A new key draws the fields anew, so that the next person starts at the first of them.
  const [round, setRound] = useState(0)
  const names = groups.state === 'ready' ? groups.value : []
  // In the book of one binnenbuurt nearly everybody belongs to it.
  const groupId = chosenGroup === undefined ? (names.length === 1 ? (names[0]?.id ?? null) : null) : chosenGroup

  const check = usePersonCheck(register)
  const nextButton = useRef<HTMLButtonElement>(null)
  const isForNext = useRef(false)
  // As the other button sends the form, so that what is wrong is said in the same way.
  const sendForNext = () => {
    isForNext.current = true
    nextButton.current?.form?.requestSubmit()
    isForNext.current = false
  }
  const sayAllWrong = () =>
    check.run({
      ...fieldsOf(person),
      address: addressOf(home.kind === 'address' ? home.address : emptyAddress),
      addressIn: 'home',
    })

  const save = async (isNext: boolean) => {
    check.clear()
    const livesAt = homeOf(home)
    if (from === null || livesAt === null) return
    const outcome = await register.run({
      ...fieldsOf(person),
      home: livesAt,
      membership: { kind, from, number: null },
      neighbourhoodId: groupId,
      fee: kind === 'lid' ? fee : null,
    })
    if (!outcome.ok) return
    if (!isNext) {
      onClose()
      navigate(paths.person(outcome.value.id))
      return
    }
    setAdded([person.firstName, person.infix, person.lastName].filter(Boolean).join(' '))
    setPerson(emptyPerson)
    // The next one often lives in the same place.
    setHome({ ...emptyHome, address: { ...emptyAddress, city: home.address.city } })
    setRound(round + 1)
  }
  return (
    <Dialog title={t('members.register.title')} sub={t('members.register.sub')} onClose={onClose} size="wide">
      <Form
        key={round}
        onSubmit={() => save(isForNext.current)}
        onUnreadable={sayAllWrong}
        error={register.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button isBusy={register.isRunning} ref={nextButton} onPress={sendForNext}>
              {t('members.register.submitNext')}
            </Button>
            <Button kind="main" type="submit" isBusy={register.isRunning}>
              {t('members.register.submit')}
            </Button>
          </>
        }
      >
        {added !== null && <Notice kind="ok">{t('members.register.added', { name: added })}</Notice>}
        <NameFields draft={person} onChange={setPerson} fieldError={check.fieldError} />
        <KnownPeople person={person} />
        <ReachFields draft={person} onChange={setPerson} fieldError={check.fieldError} />
        <HomeFields label={t('members.home.label')} draft={home} onChange={setHome} fieldError={check.fieldError} />
        <FieldRow>
          <SelectField
            label={t('members.field.kind')}
            hint={kindHint(kind)}
            width="medium"
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`members.kind.${value}`) }))}
          />
          <DayField
            label={t('members.field.since')}
            width="short"
            isRequired
            value={from}
            onChange={setFrom}
            error={check.fieldError('membership.from')}
          />
          {names.length > 0 && (
            <SelectField
              label={t('members.field.neighbourhood')}
              width="medium"
              value={groupId ?? 'none'}
              onChange={(value) => setGroupId(value === 'none' ? null : value)}
              options={[
                { value: 'none', label: t('members.field.noNeighbourhood') },
                ...names.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              error={check.fieldError('neighbourhoodId')}
            />
          )}
        </FieldRow>
        {kind === 'lid' && <FeeFields value={fee} onChange={setFee} />}
        <MoreFields draft={person} onChange={setPerson} fieldError={check.fieldError} />
      </Form>
    </Dialog>
  )
}
