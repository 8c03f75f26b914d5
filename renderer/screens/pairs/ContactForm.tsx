import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactStarter, ContactTeller } from '../../../shared/domain/pair-programme.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FormDialog, type FormDialogProps } from '../../parts/FormDialog.tsx'

export interface Moment {
  readonly day: string
  readonly initiatedBy: ContactStarter | null
  readonly confirmedBy: ContactTeller | null
}

export interface ContactFormProps {
  readonly title: string
  /** How each side is called. */
  readonly a: string
  readonly b: string
  readonly moment: Moment
  readonly command: FormDialogProps['command'] & { readonly fieldError: (field: string) => string | undefined }
  readonly onSave: (moment: Moment) => unknown
  readonly onClose: () => void
}

/** A day is enough, and it is filled in already: opening and saving writes a contact down. */
export function ContactForm({ title, a, b, moment, command, onSave, onClose }: ContactFormProps) {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>(moment.day)
  const [initiatedBy, setInitiatedBy] = useState<ContactStarter | 'unknown'>(moment.initiatedBy ?? 'unknown')
  const [confirmedBy, setConfirmedBy] = useState<ContactTeller | 'unconfirmed'>(moment.confirmedBy ?? 'unconfirmed')
  const submit = async () => {
    if (day === null) return
    await onSave({
      day,
      initiatedBy: initiatedBy === 'unknown' ? null : initiatedBy,
      confirmedBy: confirmedBy === 'unconfirmed' ? null : confirmedBy,
    })
  }
  return (
    <FormDialog
      title={title}
      sub={
        <>
          <bdi>{a}</bdi> · <bdi>{b}</bdi>
        </>
      }
      submit={t('pairs.contact.save')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField
        label={t('pairs.contact.day')}
        hint={t('pairs.contact.dayHint')}
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={command.fieldError('day')}
      />
      <ChoiceGroup<ContactStarter | 'unknown'>
        label={t('pairs.contact.initiatedBy')}
        value={initiatedBy}
        onChange={setInitiatedBy}
        choices={[
          { value: 'a', label: a },
          { value: 'b', label: b },
          { value: 'samen', label: t('pairs.contact.together') },
          { value: 'unknown', label: t('pairs.contact.unknown') },
        ]}
      />
      <ChoiceGroup<ContactTeller | 'unconfirmed'>
        label={t('pairs.contact.confirmedBy')}
        hint={t('pairs.contact.unconfirmedHint')}
        value={confirmedBy}
        onChange={setConfirmedBy}
        choices={[
          { value: 'begeleider', label: t('pairs.contact.coach') },
          { value: 'a', label: a },
          { value: 'b', label: b },
          { value: 'allebei', label: t('pairs.contact.both') },
          { value: 'unconfirmed', label: t('pairs.contact.unconfirmed') },
        ]}
      />
    </FormDialog>
  )
}
