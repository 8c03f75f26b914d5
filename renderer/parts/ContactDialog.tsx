import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../components/Checkbox.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { ConsentFields, consentOf, noConsent } from './ConsentFields.tsx'
import { FormDialog } from './FormDialog.tsx'
import { type MomentDraft, MomentFields } from './MomentFields.tsx'
import { NoteField } from './NoteField.tsx'
import { type Owner, OwnerField } from './OwnerField.tsx'
import type { PickedPerson } from './PersonPicker.tsx'

export interface ContactDialogProps {
  readonly person: PickedPerson
  readonly onClose: () => void
}

/** That two people were in touch: by whom, when, how, and in one word what came of it. */
export function ContactDialog(props: ContactDialogProps) {
  const proposal = useQuery(api.care.proposal, { personId: props.person.id })
  return <Answered of={proposal}>{(proposed) => <ContactForm {...props} proposed={proposed} />}</Answered>
}

type Proposal = Awaited<ReturnType<Api['care']['proposal']>>

function ContactForm({ person, onClose, proposed }: ContactDialogProps & { readonly proposed: Proposal }) {
  const { t } = useTranslation()
  const record = useCommand(api.care.recordContact)
  const [by, setBy] = useState<Owner>(
    proposed.you === null
      ? { ownerPersonId: proposed.owners[0]?.personId ?? null, ownerName: proposed.owners[0] ? null : '' }
      : { ownerPersonId: null, ownerName: proposed.you },
  )
  const [moment, setMoment] = useState<MomentDraft>({ day: proposed.today, how: 'bellen', result: 'gesproken' })
  const [hasNote, setHasNote] = useState(false)
  const [note, setNote] = useState('')
  const [consent, setConsent] = useState(noConsent(proposed.today))
  const submit = async () => {
    const { day, how, result } = moment
    if (day === null) return
    const outcome = await record.run({
      personId: person.id,
      day,
      how,
      result,
      byPersonId: by.ownerPersonId,
      byName: by.ownerName,
      note: hasNote ? note : null,
      consent: hasNote ? consentOf(consent) : null,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('care.contactForm.title', { name: person.name })}
      submit={t('care.contactForm.save')}
      command={record}
      onSubmit={submit}
      onClose={onClose}
    >
      <MomentFields value={moment} onChange={setMoment} dayError={record.fieldError('day')} />
      <OwnerField
        label={t('care.contactForm.by')}
        owners={proposed.owners}
        value={by}
        onChange={setBy}
        error={record.fieldError('byName')}
      />
      <Checkbox label={t('care.form.withNote')} isChecked={hasNote} onChange={setHasNote} />
      {hasNote && (
        <>
          <NoteField value={note} onChange={setNote} error={record.fieldError('note')} />
          <ConsentFields value={consent} onChange={setConsent} />
        </>
      )}
    </FormDialog>
  )
}
