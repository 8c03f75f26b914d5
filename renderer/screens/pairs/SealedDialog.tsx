import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { usualAgreement } from '../../../shared/domain/pair-programme.ts'
import { paths } from '../../app/paths.ts'
import { FieldRow } from '../../components/Form.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type Agreed, AgreementFields } from './AgreementFields.tsx'
import { CodeField } from './CodeField.tsx'

/** A programme that is closed to everybody but its coach, who chooses the code. */
export function SealedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const add = useCommand(api.sealedPairs.add)
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [agreed, setAgreed] = useState<Agreed>(() => {
    const { unit, times, months } = usualAgreement.anders
    return { aName: t('pairs.usual.anders.a'), bName: t('pairs.usual.anders.b'), unit, times, months }
  })
  const submit = async () => {
    const { aName, bName, unit, times, months } = agreed
    if (times === null || months === null) return
    const outcome = await add.run({ name, aName, bName, rhythm: { unit, times }, months, code })
    if (outcome.ok) navigate(paths.sealedProgramme(outcome.value.id))
  }
  return (
    <FormDialog
      title={t('pairs.sealed.addTitle')}
      sub={t('pairs.sealed.addSub')}
      submit={t('pairs.programme.save')}
      command={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('pairs.programme.name')} isRequired isFirst maxLength={80} value={name} onChange={setName} />
      <AgreementFields agreed={agreed} onChange={setAgreed} />
      <FieldRow>
        <CodeField label={t('pairs.sealed.newCode')} value={code} onChange={setCode} />
      </FieldRow>
      <p className="soft">{t('pairs.sealed.limits')}</p>
    </FormDialog>
  )
}
