import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/TextField.tsx'
import type { DraftField } from '../../data/use-draft.ts'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'

export interface WhoFieldsProps {
  readonly person: DraftField<PickedPerson | null>
  readonly knownAs: DraftField<string>
}

/** Somebody of the book, or a word to know them by, or nothing: a name is not asked for. */
export function WhoFields({ person, knownAs }: WhoFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <PersonPicker label={t('initiatives.who.person')} hint={t('initiatives.who.personHint')} isOptional {...person} />
      {person.value === null && (
        <TextField
          label={t('initiatives.who.knownAs')}
          hint={t('initiatives.who.knownAsHint')}
          isOptional
          maxLength={120}
          {...knownAs}
        />
      )}
    </>
  )
}

/** What a row says of who it is, as the fields begin with it. */
export function whoOf(
  row: { readonly personId: string | null; readonly personName: string | null } | null,
): PickedPerson | null {
  return row?.personId ? { id: row.personId, name: row.personName ?? '' } : null
}
