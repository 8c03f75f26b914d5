import { useTranslation } from 'react-i18next'
import { type Interval, intervalOf, intervals } from '../../../shared/domain/dues-schedule.ts'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'

export interface FeeChoice {
  readonly planId: string
  readonly intervalMonths: Interval
}

export interface FeeFieldsProps {
  readonly value: FeeChoice | null
  readonly onChange: (fee: FeeChoice | null) => void
}

/** What a new member pays; nothing is asked where the book has no fee plans. */
export function FeeFields({ value, onChange }: FeeFieldsProps) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const plans = useQuery(api.dues.plans, {})
  if (plans.state !== 'ready' || plans.value.length === 0) return null
  return (
    <FieldRow>
      <SelectField
        label={t('members.field.fee')}
        width="medium"
        value={value?.planId ?? 'none'}
        onChange={(planId) => {
          const plan = plans.value.find(({ id }) => id === planId)
          onChange(plan ? { planId, intervalMonths: plan.rateMonths } : null)
        }}
        options={[
          { value: 'none', label: t('members.field.noFee') },
          ...plans.value.map(({ id, name, rateCents, rateMonths }) => ({
            value: id,
            label: t('members.field.feePlan', { name, rate: words.rate(rateCents, rateMonths) }),
          })),
        ]}
      />
      {value !== null && (
        <SelectField
          label={t('members.field.interval')}
          width="medium"
          value={String(value.intervalMonths)}
          onChange={(months) => onChange({ ...value, intervalMonths: intervalOf(months) })}
          options={intervals.map((each) => ({ value: String(each), label: t(`members.interval.${each}`) }))}
        />
      )}
    </FieldRow>
  )
}
