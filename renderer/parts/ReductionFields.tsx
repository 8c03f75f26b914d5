import { useTranslation } from 'react-i18next'
import { addDays, type Day } from '../../shared/domain/calendar-date.ts'
import type { Interval } from '../../shared/domain/dues-schedule.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { MoneyField } from '../components/MoneyField.tsx'
import { NumberField } from '../components/NumberField.tsx'
import { TextField } from '../components/TextField.tsx'

const kinds = ['none', 'amount', 'percent', 'exempt'] as const

export interface ReductionDraft {
  readonly kind: (typeof kinds)[number]
  readonly cents: Cents | null
  readonly percent: number | null
  readonly reason: string
  readonly lastDay: Day | null
}

export const noReduction: ReductionDraft = { kind: 'none', cents: null, percent: null, reason: '', lastDay: null }

/** The draft as the contract has it. */
export function reductionOf(draft: ReductionDraft) {
  if (draft.kind === 'none') return null
  const value = draft.kind === 'amount' ? (draft.cents ?? 0) : draft.kind === 'percent' ? (draft.percent ?? 0) : 0
  const until = draft.lastDay === null ? null : addDays(draft.lastDay, 1)
  return { kind: draft.kind, value, reason: draft.reason, until }
}

export interface ReductionFieldsProps {
  readonly draft: ReductionDraft
  readonly onChange: (draft: ReductionDraft) => void
  /** For how many months the amount is that it takes something off. */
  readonly rateMonths: Interval
  readonly fieldError: (field: string) => string | undefined
}

export function ReductionFields({ draft, onChange, rateMonths, fieldError }: ReductionFieldsProps) {
  const { t } = useTranslation()
  const error = fieldError('reduction.value')
  return (
    <>
      <ChoiceGroup
        label={t('dues.agreement.reduction')}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind })}
        choices={kinds.map((value) => ({ value, label: t(`dues.agreement.${value}`) }))}
      />
      {draft.kind === 'amount' && (
        <MoneyField
          label={t('dues.agreement.amountValue', { interval: t(`dues.interval.${rateMonths}`) })}
          value={draft.cents}
          onChange={(cents) => onChange({ ...draft, cents })}
          isRequired
          error={error}
        />
      )}
      {draft.kind === 'percent' && (
        <NumberField
          label={t('dues.agreement.percentValue')}
          width="short"
          min={1}
          max={100}
          value={draft.percent}
          onChange={(percent) => onChange({ ...draft, percent })}
          isRequired
          error={error}
        />
      )}
      {draft.kind !== 'none' && (
        <FieldRow>
          <TextField
            label={t('dues.agreement.reason')}
            width="medium"
            value={draft.reason}
            onChange={(reason) => onChange({ ...draft, reason })}
            maxLength={200}
            isOptional
          />
          <DayField
            label={t('dues.agreement.until')}
            value={draft.lastDay}
            onChange={(lastDay) => onChange({ ...draft, lastDay })}
            isOptional
            error={fieldError('reduction.until')}
          />
        </FieldRow>
      )}
    </>
  )
}
