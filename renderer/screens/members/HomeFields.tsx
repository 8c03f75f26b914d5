import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { ComboField } from '../../components/ComboField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { AddressFields } from './PersonFields.tsx'
import { type AddressDraft, addressOf } from './person-draft.ts'

export interface HomeDraft {
  readonly kind: 'address' | 'with'
  readonly address: AddressDraft
  readonly household: { readonly id: string; readonly label: string } | null
}

export interface HomeFieldsProps {
  readonly label: string
  readonly draft: HomeDraft
  readonly onChange: (draft: HomeDraft) => void
  readonly fieldError: (field: string) => string | undefined
  /** The household that is left, which cannot be where somebody moves to. */
  readonly exceptHousehold?: string
  readonly isRequired?: boolean
}

/** The home as the backend wants it; null while nobody was chosen to live with. */
export function homeOf(draft: HomeDraft) {
  if (draft.kind === 'address') return { kind: 'address' as const, ...addressOf(draft.address) }
  return draft.household === null ? null : { kind: 'with' as const, householdId: draft.household.id }
}

/** Where somebody lives: an address of their own, or with people in the book. Says so when the address is known already. */
export function HomeFields({
  label,
  draft,
  onChange,
  fieldError,
  exceptHousehold,
  isRequired = false,
}: HomeFieldsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState('')
  const wanted = text.trim().slice(0, 100)
  const found = useQuery(api.households.choose, { text: wanted }, { keep: true, isWanted: draft.kind === 'with' })
  const { street, houseNumber, houseSuffix } = addressOf(draft.address)
  const known = useQuery(
    api.households.findAt,
    { street, houseNumber, houseSuffix },
    { isWanted: draft.kind === 'address' && street !== '' && houseNumber !== null },
  )
  const same = draft.kind === 'address' && known.state === 'ready' ? known.value : null
  return (
    <>
      <ChoiceGroup
        label={label}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind })}
        choices={[
          { value: 'address', label: t('members.home.address') },
          { value: 'with', label: t('members.home.with') },
        ]}
      />
      {draft.kind === 'address' ? (
        <AddressFields
          draft={draft.address}
          onChange={(address) => onChange({ ...draft, address })}
          fieldError={fieldError}
          path="home"
          isRequired={isRequired}
        />
      ) : (
        <ComboField
          label={t('members.field.household')}
          hint={t('members.field.householdHint')}
          isRequired
          value={draft.household}
          onChange={(household) => onChange({ ...draft, household })}
          onSearch={setText}
          isLooking={found.state !== 'ready' || found.isStale}
          options={(found.state === 'ready' ? found.value : [])
            .filter(({ id }) => id !== exceptHousehold)
            .map(({ id, address, people }) => ({ id, label: address, note: format.list(people) }))}
          error={fieldError('home.householdId')}
        />
      )}
      {same !== null && same.id !== exceptHousehold && (
        <Notice
          action={
            <Button
              kind="plain"
              onPress={() => onChange({ ...draft, kind: 'with', household: { id: same.id, label: same.address } })}
            >
              {t('members.home.join')}
            </Button>
          }
        >
          <Bdi>
            {t('members.home.someone', {
              count: same.people.length,
              address: same.address,
              names: format.list(same.people),
            })}
          </Bdi>
        </Notice>
      )}
    </>
  )
}
