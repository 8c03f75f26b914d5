import { useTranslation } from 'react-i18next'
import type { CashBook } from '../../../shared/contract/bookkeeping.ts'
import { SelectField } from '../../components/SelectField.tsx'

/** Stands for the cash box where an account is chosen. */
export const cashBox = 'cash'
export const placeOf = (chosen: string) => (chosen === cashBox ? null : chosen)

interface PlaceFieldProps {
  readonly label: string
  readonly book: CashBook
  readonly value: string
  readonly onChange: (place: string) => void
  readonly error?: string | undefined
}

/** Where money is: the cash box or one of the accounts. */
export function PlaceField({ label, book, value, onChange, error }: PlaceFieldProps) {
  const { t } = useTranslation()
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: cashBox, label: t('bookkeeping.booking.cash') },
        ...book.accounts.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      error={error}
    />
  )
}
