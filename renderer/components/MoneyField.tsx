import { useTranslation } from 'react-i18next'
import { type Cents, centsAsTyped, parseCents } from '../../shared/domain/money.ts'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'

/** An amount in euros as people type it, kept as whole cents. */
export function MoneyField({
  allowNegative = false,
  isAboveZero = false,
  ...field
}: TypedFieldProps<Cents> & { readonly allowNegative?: boolean; readonly isAboveZero?: boolean }) {
  const { t } = useTranslation()
  const read = (text: string) => {
    const cents = parseCents(text)
    if (cents === undefined || (cents < 0 && !allowNegative) || (cents === 0 && isAboveZero)) return undefined
    return cents
  }
  return (
    <TypedField
      {...field}
      typing={{
        read,
        write: (cents) => `€ ${centsAsTyped(cents)}`,
        unreadable: t(isAboveZero ? 'app.field.notAboveZero' : 'app.field.notAnAmount'),
        inputMode: 'decimal',
      }}
    />
  )
}
