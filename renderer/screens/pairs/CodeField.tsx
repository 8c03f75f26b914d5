import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/TextField.tsx'

const shortestCode = 6

/** A new code, of which the length is said beforehand. */
export function CodeField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (code: string) => void
}) {
  const { t } = useTranslation()
  const isShort = props.value.length > 0 && props.value.length < shortestCode
  return (
    <TextField
      type="password"
      label={props.label}
      hint={t('pairs.sealed.codeHint')}
      isRequired
      width="medium"
      maxLength={100}
      value={props.value}
      onChange={props.onChange}
      error={isShort ? t('pairs.sealed.codeShort') : undefined}
    />
  )
}
