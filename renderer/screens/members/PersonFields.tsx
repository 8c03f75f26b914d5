import { useTranslation } from 'react-i18next'
import { preferredContacts } from '../../../shared/domain/preferred-contact.ts'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { BirthYearField } from './BirthYearField.tsx'
import type { AddressDraft, PersonDraft } from './person-draft.ts'

interface DraftProps<Draft> {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly fieldError: (field: string) => string | undefined
}

/** What somebody is called. */
export function NameFields({ draft, onChange, fieldError }: DraftProps<PersonDraft>) {
  const { t } = useTranslation()
  return (
    <FieldRow>
      <TextField
        label={t('members.field.firstName')}
        width="medium"
        isFirst
        maxLength={80}
        value={draft.firstName}
        onChange={(firstName) => onChange({ ...draft, firstName })}
        error={fieldError('firstName')}
      />
      <TextField
        label={t('members.field.infix')}
        width="short"
        maxLength={30}
        placeholder={t('members.field.infixHint')}
        value={draft.infix}
        onChange={(infix) => onChange({ ...draft, infix })}
      />
      <TextField
        label={t('members.field.lastName')}
        width="medium"
        maxLength={120}
        value={draft.lastName}
        onChange={(lastName) => onChange({ ...draft, lastName })}
        error={fieldError('lastName')}
      />
    </FieldRow>
  )
}

/** How somebody can be reached. */
export function ReachFields({ draft, onChange, fieldError }: DraftProps<PersonDraft>) {
  const { t } = useTranslation()
  return (
    <FieldRow>
      <TextField
        label={t('members.field.mobile')}
        width="medium"
        type="tel"
        maxLength={40}
        value={draft.mobile}
        onChange={(mobile) => onChange({ ...draft, mobile })}
        error={fieldError('mobile')}
      />
      <TextField
        label={t('members.field.email')}
        width="medium"
        type="email"
        maxLength={254}
        value={draft.email}
        onChange={(email) => onChange({ ...draft, email })}
        error={fieldError('email')}
      />
    </FieldRow>
  )
}

/** The rest, which most people leave empty. */
export function MoreFields({ draft, onChange, fieldError }: DraftProps<PersonDraft>) {
  const { t } = useTranslation()
  const hasMore =
    draft.phone !== '' || draft.called !== '' || draft.birthYear !== null || draft.languages !== '' || draft.note !== ''
  return (
    <Disclosure title={t('members.register.more')} isOpenAtFirst={hasMore}>
      <div className="stack">
        <TextField
          label={t('members.field.phone')}
          width="medium"
          type="tel"
          maxLength={40}
          value={draft.phone}
          onChange={(phone) => onChange({ ...draft, phone })}
          error={fieldError('phone')}
        />
        <FieldRow>
          <TextField
            label={t('members.field.called')}
            hint={t('members.field.calledHint')}
            width="medium"
            maxLength={60}
            value={draft.called}
            onChange={(called) => onChange({ ...draft, called })}
          />
          <BirthYearField
            label={t('members.field.birthYear')}
            hint={t('members.field.birthYearHint')}
            width="short"
            value={draft.birthYear}
            onChange={(birthYear) => onChange({ ...draft, birthYear })}
            error={fieldError('birthYear')}
          />
        </FieldRow>
        <FieldRow>
          <SelectField
            label={t('members.field.preferredContact')}
            width="medium"
            value={draft.preferredContact ?? 'none'}
            onChange={(value) => onChange({ ...draft, preferredContact: value === 'none' ? null : value })}
            options={[
              { value: 'none' as const, label: t('members.field.preferredNone') },
              ...preferredContacts.map((value) => ({ value, label: t(`members.preferred.${value}`) })),
            ]}
          />
          <TextField
            label={t('members.field.languages')}
            hint={t('members.field.languagesHint')}
            width="medium"
            maxLength={200}
            value={draft.languages}
            onChange={(languages) => onChange({ ...draft, languages })}
          />
        </FieldRow>
        <TextField
          label={t('members.field.emergencyContact')}
          hint={t('members.field.emergencyHint')}
          maxLength={200}
          value={draft.emergencyContact}
          onChange={(emergencyContact) => onChange({ ...draft, emergencyContact })}
        />
        <TextArea
          label={t('members.field.note')}
          hint={t('members.field.noteHint')}
          maxLength={4000}
          rows={3}
          value={draft.note}
          onChange={(note) => onChange({ ...draft, note })}
        />
      </div>
    </Disclosure>
  )
}

/** Where somebody lives, on one line with postcode and place. */
export function AddressFields({
  draft,
  onChange,
  fieldError,
  path,
  isRequired = false,
}: DraftProps<AddressDraft> & { readonly path: string; readonly isRequired?: boolean }) {
  const { t } = useTranslation()
  return (
    <FieldRow>
      <TextField
        label={t('members.field.street')}
        width="medium"
        isRequired={isRequired}
        maxLength={140}
        value={draft.line}
        onChange={(line) => onChange({ ...draft, line })}
        error={fieldError(`${path}.street`)}
      />
      <TextField
        label={t('members.field.postcode')}
        width="short"
        maxLength={12}
        value={draft.postcode}
        onChange={(postcode) => onChange({ ...draft, postcode })}
        error={fieldError(`${path}.postcode`)}
      />
      <TextField
        label={t('members.field.city')}
        width="medium"
        maxLength={80}
        value={draft.city}
        onChange={(city) => onChange({ ...draft, city })}
      />
    </FieldRow>
  )
}
