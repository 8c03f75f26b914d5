import { useTranslation } from 'react-i18next'
import { type Interval, intervals } from '../../shared/domain/dues-schedule.ts'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { Notice } from '../components/Notice.tsx'
import { SelectField } from '../components/SelectField.tsx'
import type { Api } from '../data/api.ts'
import { useFormat } from '../i18n/use-format.ts'

export interface PlanFieldsProps {
  /** undefined while they are not known. */
  readonly plans: Awaited<ReturnType<Api['dues']['plans']>> | undefined
  readonly planId: string | null
  readonly onPlan: (planId: string) => void
  readonly interval: Interval
  readonly onInterval: (interval: Interval) => void
  /** Of the choice of plan. */
  readonly error: string | undefined
}

/** What is paid, and how often. Without a plan there is nothing to choose, and it says where plans are made. */
export function PlanFields({ plans, planId, onPlan, interval, onInterval, error }: PlanFieldsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      {plans?.length === 0 && <Notice kind="att">{t('dues.agreement.noPlan')}</Notice>}
      <SelectField
        label={t('dues.agreement.plan')}
        isRequired
        value={planId}
        onChange={onPlan}
        options={(plans ?? []).map((plan) => ({
          value: plan.id,
          label: t('dues.agreement.planOption', { name: plan.name, amount: format.amount(plan.monthCents) }),
        }))}
        error={error}
      />
      <ChoiceGroup
        label={t('dues.agreement.interval')}
        value={String(interval)}
        onChange={(chosen) => onInterval(intervals.find((months) => String(months) === chosen) ?? 1)}
        choices={intervals.map((months) => ({ value: String(months), label: t(`dues.interval.${months}`) }))}
      />
    </>
  )
}
