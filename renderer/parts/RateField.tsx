import { useTranslation } from 'react-i18next'
import { type Interval, intervalOf, intervals } from '../../shared/domain/dues-schedule.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { MoneyField } from '../components/MoneyField.tsx'
import { SelectField } from '../components/SelectField.tsx'

export interface RateFieldProps {
  readonly cents: Cents | null
  readonly onCents: (cents: Cents | null) => void
  readonly months: Interval
  readonly onMonths: (months: Interval) => void
  readonly hint?: string | undefined
  readonly isRequired?: boolean
}

/** An amount and for how long it is: EUR 10 a month, EUR 25 a year. Two fields, to stand in one row. */
export function RateField({ cents, onCents, months, onMonths, hint, isRequired = false }: RateFieldProps) {
  const { t } = useTranslation()
  return (
    <>
      <MoneyField label={t('dues.rate.amount')} hint={hint} value={cents} onChange={onCents} isRequired={isRequired} />
      <SelectField
        label={t('dues.rate.months')}
        width="medium"
        value={String(months)}
        onChange={(chosen) => onMonths(intervalOf(chosen))}
        options={intervals.map((each) => ({ value: String(each), label: t(`dues.interval.${each}`) }))}
      />
    </>
  )
}
