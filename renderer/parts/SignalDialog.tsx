import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactWay } from '../../shared/domain/attendance.ts'
import {
  isSpecialKind,
  neutralKinds,
  type OwnHelp,
  ownHelp,
  type SignalKind,
  type SignalSource,
  signalSources,
  specialKinds,
} from '../../shared/domain/care.ts'
import { Checkbox } from '../components/Checkbox.tsx'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { Disclosure } from '../components/Disclosure.tsx'
import { FieldRow } from '../components/Form.tsx'
import { NumberField } from '../components/NumberField.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { TextField } from '../components/TextField.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { ConsentFields, consentOf, noConsent } from './ConsentFields.tsx'
import { WayField } from './FollowUpDialog.tsx'
import { FormDialog } from './FormDialog.tsx'
import { NoteField } from './NoteField.tsx'
import { type Owner, OwnerField } from './OwnerField.tsx'
import { PersonPicker, type PickedPerson } from './PersonPicker.tsx'

type About = Parameters<Api['care']['openSignal']>[0]['about']
type Proposal = Awaited<ReturnType<Api['care']['proposal']>>

export interface SignalDialogProps {
  /** About whom; null lets somebody choose. */
  readonly person: PickedPerson | null
  readonly onClose: () => void
}

/** Somebody asks attention: about whom, what for, and at once who takes it up and before which day. */
export function SignalDialog({ person, onClose }: SignalDialogProps) {
  const proposal = useQuery(api.care.proposal, { personId: person?.id ?? null }, { keep: true })
  return (
    <Answered of={proposal}>
      {(proposed) => <SignalForm person={person} onClose={onClose} proposed={proposed} />}
    </Answered>
  )
}

const noContact = {
  ...{ kind: 'newContact', firstName: '', infix: '', lastName: '', phone: null },
  ...{ street: '', houseNumber: null, houseSuffix: '' },
} as const satisfies About

function SignalForm({ person, onClose, proposed }: SignalDialogProps & { readonly proposed: Proposal }) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = useCommand(api.care.openSignal)
  const [subject, setSubject] = useState<About['kind']>('person')
  const [picked, setPicked] = useState(person)
  const [contact, setContact] = useState<Extract<About, { kind: 'newContact' }>>(noContact)
  const [place, setPlace] = useState('')
  const [kind, setKind] = useState<SignalKind>('aandacht')
  const [source, setSource] = useState<SignalSource>('buur')
  const [saidBy, setSaidBy] = useState<PickedPerson | null>(null)
  const [help, setHelp] = useState<readonly OwnHelp[]>([])
  const [owner, setOwner] = useState<Owner>()
  const [nextDay, setNextDay] = useState<string | null>(proposed.nextDay)
  const [how, setHow] = useState<ContactWay | 'any'>('any')
  const [hasNote, setHasNote] = useState(false)
  const [note, setNote] = useState('')
  const [consent, setConsent] = useState(noConsent(proposed.today))
  const owners = useQuery(api.care.proposal, { personId: picked?.id ?? null }, { keep: true })
  const near = owners.state === 'ready' ? owners.value.owners : proposed.owners
  const first = near[0]
  const usual = first
    ? { ownerPersonId: first.personId, ownerName: null }
    : { ownerPersonId: null, ownerName: proposed.you ?? '' }
  const chosenOwner = owner ?? usual
  const isPlace = subject === 'place'
  // Nobody can agree for somebody whose name is not known.
  const kinds = isPlace ? neutralKinds : [...neutralKinds, ...specialKinds]
  const chosenKind = isPlace && isSpecialKind(kind) ? 'aandacht' : kind
  const withNote = hasNote && !isPlace
  const asksConsent = isSpecialKind(chosenKind) || withNote

  const about = (): About | null => {
    if (subject === 'place') return { kind: 'place', place }
    if (subject === 'newContact') return contact
    return picked && { kind: 'person', personId: picked.id }
  }
  const submit = async () => {
    const whom = about()
    if (!whom || nextDay === null) return
    const outcome = await open.run({
      about: whom,
      kind: chosenKind,
      source,
      saidByPersonId: saidBy?.id ?? null,
      ownHelp: [...help],
      consent: asksConsent ? consentOf(consent) : null,
      note: withNote ? note : null,
      ...chosenOwner,
      nextDay,
      nextHow: how === 'any' ? null : how,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={person ? t('care.addFor', { name: person.name }) : t('care.form.title')}
      sub={t('care.form.until', { day: format.day(proposed.expiresDay) })}
      submit={t('care.form.save')}
      command={open}
      onSubmit={submit}
      onClose={onClose}
    >
      {!person && (
        <>
          <ChoiceGroup
            label={t('care.form.about')}
            layout="column"
            value={subject}
            onChange={setSubject}
            choices={[
              { value: 'person', label: t('care.form.aboutPerson') },
              { value: 'newContact', label: t('care.form.aboutNew'), hint: t('care.form.newHint') },
              { value: 'place', label: t('care.form.aboutPlace') },
            ]}
          />
          {subject === 'person' && (
            <PersonPicker label={t('care.form.person')} isRequired isFirst value={picked} onChange={setPicked} />
          )}
          {subject === 'newContact' && <ContactFields value={contact} onChange={setContact} command={open} />}
          {subject === 'place' && (
            <TextField
              label={t('care.form.place')}
              hint={t('care.form.placeHint')}
              isRequired
              maxLength={200}
              value={place}
              onChange={setPlace}
              error={open.fieldError('about.place')}
            />
          )}
        </>
      )}
      <SelectField
        label={t('care.form.kind')}
        hint={t('care.form.kindHint')}
        value={chosenKind}
        onChange={setKind}
        options={kinds.map((code) => {
          const name = t(`care.kinds.${code}`)
          return { value: code, label: isSpecialKind(code) ? t('care.kindConsent', { kind: name }) : name }
        })}
        error={open.fieldError('kind')}
      />
      <OwnerField
        label={t('care.form.owner')}
        owners={near}
        value={chosenOwner}
        onChange={setOwner}
        error={open.fieldError('ownerPersonId') ?? open.fieldError('ownerName')}
      />
      <FieldRow>
        <DayField
          label={t('care.form.nextDay')}
          isRequired
          value={nextDay}
          onChange={setNextDay}
          error={open.fieldError('nextDay')}
        />
        <WayField value={how} onChange={setHow} />
      </FieldRow>
      {!isPlace && <Checkbox label={t('care.form.withNote')} isChecked={hasNote} onChange={setHasNote} />}
      {withNote && <NoteField value={note} onChange={setNote} error={open.fieldError('note')} />}
      {asksConsent && <ConsentFields value={consent} onChange={setConsent} />}
      <Disclosure title={`${t('care.form.source')} ${t('care.form.ownHelp')}`}>
        <SelectField
          label={t('care.form.source')}
          width="medium"
          value={source}
          onChange={setSource}
          options={signalSources.map((code) => ({ value: code, label: t(`care.sources.${code}`) }))}
        />
        <PersonPicker label={t('care.form.saidBy')} isOptional value={saidBy} onChange={setSaidBy} />
        <fieldset>
          <legend>{t('care.form.ownHelp')}</legend>
          {ownHelp.map((code) => (
            <Checkbox
              key={code}
              label={t(`care.ownHelp.${code}`)}
              isChecked={help.includes(code)}
              onChange={(isChecked) => setHelp(isChecked ? [...help, code] : help.filter((each) => each !== code))}
            />
          ))}
        </fieldset>
      </Disclosure>
    </FormDialog>
  )
}

interface ContactFieldsProps {
  readonly value: Extract<About, { kind: 'newContact' }>
  readonly onChange: (contact: Extract<About, { kind: 'newContact' }>) => void
  readonly command: { readonly fieldError: (field: string) => string | undefined }
}

/** Name and address, and no more than that. */
function ContactFields({ value, onChange, command }: ContactFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <FieldRow>
        <TextField
          label={t('care.form.firstName')}
          maxLength={80}
          value={value.firstName}
          onChange={(firstName) => onChange({ ...value, firstName })}
        />
        <TextField
          label={t('care.form.infix')}
          width="short"
          maxLength={30}
          value={value.infix}
          onChange={(infix) => onChange({ ...value, infix })}
        />
        <TextField
          label={t('care.form.lastName')}
          isRequired
          maxLength={80}
          value={value.lastName}
          onChange={(lastName) => onChange({ ...value, lastName })}
          error={command.fieldError('lastName')}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('care.form.street')}
          maxLength={120}
          value={value.street}
          onChange={(street) => onChange({ ...value, street })}
        />
        <NumberField
          label={t('care.form.houseNumber')}
          width="short"
          min={1}
          max={99_999}
          value={value.houseNumber}
          onChange={(houseNumber) => onChange({ ...value, houseNumber })}
        />
        <TextField
          label={t('care.form.houseSuffix')}
          width="short"
          maxLength={20}
          value={value.houseSuffix}
          onChange={(houseSuffix) => onChange({ ...value, houseSuffix })}
        />
      </FieldRow>
      <TextField
        label={t('care.form.phone')}
        type="tel"
        width="medium"
        isOptional
        maxLength={40}
        value={value.phone ?? ''}
        onChange={(phone) => onChange({ ...value, phone })}
        error={command.fieldError('phone')}
      />
    </>
  )
}
