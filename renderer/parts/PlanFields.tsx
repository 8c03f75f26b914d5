import { useTranslation } from 'react-i18next'
import { addMonths } from '../../shared/domain/calendar-date.ts'
import { intervalOf, intervals } from '../../shared/domain/dues-schedule.ts'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { Notice } from '../components/Notice.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useDuesWords } from './use-dues-words.ts'
import type { PlanChoice } from './use-plan-choice.ts'

export interface PlanFieldsProps {
  readonly choice: PlanChoice
  /** Of the choice of plan. */
  readonly error: string | undefined
}

/** The months of a calendar year, whichever. */
const firstMonths = Array.from({ length: 12 }, (_, at) => addMonths('2026-01-01', at))

/** What is paid, and how often. Without a plan there is nothing to choose, and it says where plans are made. */
export function PlanFields({ choice, error }: PlanFieldsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  return (
    <>
      {choice.plans?.length === 0 && <Notice kind="att">{t('dues.agreement.noPlan')}</Notice>}
      <SelectField
        label={t('dues.agreement.plan')}
        isRequired
        value={choice.planId}
        onChange={choice.choosePlan}
        options={(choice.plans ?? []).map((plan) => ({
          value: plan.id,
          label: t('dues.agreement.planOption', { name: plan.name, rate: words.rate(plan.rateCents, plan.rateMonths) }),
        }))}
        error={error}
      />
      <ChoiceGroup
        label={t('dues.agreement.interval')}
        value={String(choice.interval)}
        onChange={(chosen) => choice.chooseInterval(intervalOf(chosen))}
        choices={intervals.map((months) => ({ value: String(months), label: t(`dues.interval.${months}`) }))}
      />
      {choice.interval !== 1 && (
        <SelectField
          label={t(`dues.agreement.startsIn.${choice.interval}`)}
          hint={t('dues.agreement.startsInHint')}
          width="medium"
          value={String(choice.startMonth)}
          onChange={(month) => choice.chooseStartMonth(Number(month))}
          options={firstMonths.slice(0, choice.interval).map((start, at) => ({
            value: String(at + 1),
            label: format.month(start, start),
          }))}
        />
      )}
    </>
  )
}
