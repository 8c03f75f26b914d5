import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../components/Checkbox.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface PassphraseFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

/** Hidden unless somebody wants to see what they type. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return (
    <>
      <TextField {...props} type={isShown ? 'text' : 'password'} width="medium" isRequired maxLength={200} />
      <Checkbox label={t('security.passphrase.show')} isChecked={isShown} onChange={setShown} />
    </>
  )
}
