import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatStreet } from '../../../shared/domain/address.ts'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { PersonDialogProps } from './PersonEvents.tsx'
import { AddressFields, MoreFields, NameFields, ReachFields } from './PersonFields.tsx'
import { addressOf, changedFields, draftOf, fieldsOf } from './person-draft.ts'
import { usePersonCheck } from './use-person-check.ts'

/** Corrects what is written down about somebody, their address included; moving is another thing. */
export function ChangePersonDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const change = useCommand(api.members.change)
  // As it was when the form was opened: what changes meanwhile, here or on another computer, is not undone by saving.
  const [opened] = useState(() => draftOf(person))
  const [draft, setDraft] = useState(opened)
  const [{ lineBefore, postcodeBefore, cityBefore }] = useState(() => ({
    lineBefore: formatStreet(person),
    postcodeBefore: person.postcode,
    cityBefore: person.city,
  }))
  const [address, setAddress] = useState({ line: lineBefore, postcode: postcodeBefore, city: cityBefore })
  const mates = person.mates.filter(({ status }) => status !== 'overleden').map(({ name }) => name)
  const isOtherAddress =
    address.line !== lineBefore || address.postcode !== postcodeBefore || address.city !== cityBefore

  const check = usePersonCheck(change)

  const save = async () => {
    check.clear()
    const { street, houseNumber, houseSuffix, postcode, city } = addressOf(address)
    const outcome = await change.run({
      id: person.id,
      fields: changedFields(opened, draft),
      ...(isOtherAddress && {
        // The line untouched: street and number stay as they were read the first time.
        address:
          address.line === lineBefore ? { postcode, city } : { street, houseNumber, houseSuffix, postcode, city },
      }),
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('members.change.title')}
      sub={person.name}
      submit={t('members.change.save')}
      onSubmit={save}
      onUnreadable={() => check.run({ ...fieldsOf(draft), address: addressOf(address), addressIn: 'address' })}
      onClose={onClose}
      command={change}
      size="wide"
    >
      <NameFields draft={draft} onChange={setDraft} fieldError={check.fieldError} />
      <ReachFields draft={draft} onChange={setDraft} fieldError={check.fieldError} />
      <AddressFields draft={address} onChange={setAddress} fieldError={check.fieldError} path="address" />
      {isOtherAddress && (
        <p className="soft">
          {mates.length > 0
            ? t('members.change.addressShared', { names: format.list(mates) })
            : t('members.change.addressAlone')}
        </p>
      )}
      <MoreFields draft={draft} onChange={setDraft} fieldError={check.fieldError} />
    </FormDialog>
  )
}
