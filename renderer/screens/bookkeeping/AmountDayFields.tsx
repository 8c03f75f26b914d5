import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'

export interface AmountDay {
  readonly amount: Cents | null
  readonly day: Day | null
}

export interface AmountDayFieldsProps {
  readonly amountLabel: string
  readonly dayLabel: string
  readonly value: AmountDay
  readonly onChange: (value: AmountDay) => void
  readonly amountError?: string | undefined
  readonly dayError: string | undefined
  /** Nothing moves with € 0; a box may hold it. */
  readonly isAboveZero?: boolean
  readonly isFirst?: boolean
}

/** How much, and on which day: beside each other in every dialog of the cash box. */
export function AmountDayFields({
  amountLabel,
  dayLabel,
  value,
  onChange,
  amountError,
  dayError,
  isAboveZero = false,
  isFirst = false,
}: AmountDayFieldsProps) {
  return (
    <FieldRow>
      <MoneyField
        isAboveZero={isAboveZero}
        isFirst={isFirst}
        isRequired
        label={amountLabel}
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
        error={amountError}
      />
      <DayField
        isRequired
        label={dayLabel}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        error={dayError}
      />
    </FieldRow>
  )
}
