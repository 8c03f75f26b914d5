import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock } from '../../shared/domain/calendar-date.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { MoneyField } from '../components/MoneyField.tsx'

/** How much, when, and by which way money went from one to the other. */
export interface Paid {
  readonly amountCents: Cents | null
  readonly day: Day | null
  readonly method: 'overboeking' | 'contant'
}

export const paidToday = (amountCents: Cents | null): Paid => ({
  amountCents,
  day: dayOfClock(new Date()),
  method: 'overboeking',
})

export interface PaidFieldsProps {
  readonly paid: Paid
  readonly onChange: (paid: Paid) => void
  readonly methodLabel: string
  readonly isFirst: boolean
  readonly fieldError: (field: string) => string | undefined
}

/** The fields of a payment and of what is given back. */
export function PaidFields({ paid, onChange, methodLabel, isFirst, fieldError }: PaidFieldsProps) {
  const { t } = useTranslation()
  return (
    <FieldRow>
      <MoneyField
        isAboveZero
        label={t('dues.payment.amount')}
        value={paid.amountCents}
        onChange={(amountCents) => onChange({ ...paid, amountCents })}
        isRequired
        isFirst={isFirst}
        error={fieldError('amountCents')}
      />
      <DayField
        label={t('dues.payment.day')}
        value={paid.day}
        onChange={(day) => onChange({ ...paid, day })}
        isRequired
        error={fieldError('day')}
      />
      <ChoiceGroup
        label={methodLabel}
        value={paid.method}
        onChange={(method) => onChange({ ...paid, method })}
        choices={[
          { value: 'overboeking', label: t('dues.payment.bank') },
          { value: 'contant', label: t('dues.payment.cash') },
        ]}
      />
    </FieldRow>
  )
}
