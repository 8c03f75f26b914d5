import { useTranslation } from 'react-i18next'
import { type Cents, centsAsTyped, parseCents } from '../../shared/domain/money.ts'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'

/** An amount in euros as people type it, kept as whole cents. */
export function MoneyField({
  allowNegative = false,
  ...field
}: TypedFieldProps<Cents> & { readonly allowNegative?: boolean }) {
  const { t } = useTranslation()
  const read = (text: string) => {
    const cents = parseCents(text)
    return cents === undefined || (cents < 0 && !allowNegative) ? undefined : cents
  }
  return (
    <TypedField
      {...field}
      typing={{
        read,
        write: (cents) => `€ ${centsAsTyped(cents)}`,
        unreadable: t('app.field.notAnAmount'),
        inputMode: 'decimal',
      }}
    />
  )
}
