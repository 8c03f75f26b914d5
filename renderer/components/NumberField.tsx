import { useTranslation } from 'react-i18next'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'

export interface NumberFieldProps extends TypedFieldProps<number> {
  readonly min?: number
  readonly max?: number
}

/** A whole number, typed. No arrows that change it by accident when somebody scrolls. */
export function NumberField({ min = 0, max = 999_999, ...field }: NumberFieldProps) {
  const { t } = useTranslation()
  const read = (text: string) => {
    const clean = text.trim()
    const count = /^-?\d{1,9}$/.test(clean) ? Number(clean) : undefined
    return count === undefined || count < min || count > max ? undefined : count
  }
  return (
    <TypedField
      {...field}
      typing={{ read, write: String, unreadable: t('app.field.notANumber', { min, max }), inputMode: 'numeric' }}
    />
  )
}
