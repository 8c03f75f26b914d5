import { useTranslation } from 'react-i18next'
import { SelectField } from '../components/SelectField.tsx'
import { TextField } from '../components/TextField.tsx'

/** A person of the book, or else a name; neither leaves it open. */
export interface Owner {
  readonly ownerPersonId: string | null
  readonly ownerName: string | null
}

export interface OwnerFieldProps {
  readonly label: string
  /** Those with a place in the group, first of all. */
  readonly owners: readonly { readonly personId: string; readonly name: string }[]
  readonly value: Owner
  readonly onChange: (owner: Owner) => void
  /** What stands for nobody; without it somebody must be chosen. */
  readonly openLabel?: string
  readonly error?: string | undefined
}

const somebodyElse = 'other'
const nobodyYet = 'open'

/** Who does something: one of those who usually do, or a name. */
export function OwnerField({ label, owners, value, onChange, openLabel, error }: OwnerFieldProps) {
  const { t } = useTranslation()
  const choice = value.ownerPersonId ?? (value.ownerName === null ? nobodyYet : somebodyElse)
  const options = [
    ...owners.map(({ personId, name }) => ({ value: personId, label: name })),
    { value: somebodyElse, label: t('gatherings.followUp.ownerOther') },
    ...(openLabel === undefined ? [] : [{ value: nobodyYet, label: openLabel }]),
  ]
  const choose = (chosen: string) => {
    if (chosen === somebodyElse) onChange({ ownerPersonId: null, ownerName: '' })
    else onChange({ ownerPersonId: chosen === nobodyYet ? null : chosen, ownerName: null })
  }
  return (
    <>
      <SelectField
        label={label}
        value={options.some((option) => option.value === choice) ? choice : null}
        isRequired={openLabel === undefined}
        onChange={choose}
        options={options}
        error={error}
      />
      {choice === somebodyElse && (
        <TextField
          label={t('gatherings.followUp.ownerName')}
          isRequired
          maxLength={120}
          value={value.ownerName ?? ''}
          onChange={(ownerName) => onChange({ ownerPersonId: null, ownerName })}
        />
      )}
    </>
  )
}
