import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentPreview } from '../../shared/contract/dues.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { FieldRow } from '../components/Form.tsx'
import { MoneyField } from '../components/MoneyField.tsx'
import { useFormat } from '../i18n/use-format.ts'
import styles from './PaymentDialog.module.css'
import { useDuesWords } from './use-dues-words.ts'

/** Cents by due; what is not in it gets nothing. */
export type Division = ReadonlyMap<string, Cents>

export const partsOf = (division: Division) =>
  [...division].filter(([, cents]) => cents > 0).map(([dueId, cents]) => ({ dueId, cents }))

/** Where dividing begins: the oldest first. */
export function oldestFirst(amountCents: Cents, open: PaymentPreview['open']): Division {
  let left = amountCents
  return new Map(
    open.map((due) => {
      const cents = Math.min(left, due.openCents)
      left -= cents
      return [due.dueId, cents]
    }),
  )
}

export interface DividePaymentProps {
  readonly amountCents: Cents
  readonly open: PaymentPreview['open']
  readonly division: Division
  readonly onChange: (division: Division) => void
}

/** Choosing per person and period what the payment pays. */
export function DividePayment({ amountCents, open, division, onChange }: DividePaymentProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const heading = useId()
  const used = [...division.values()].reduce((sum, cents) => sum + cents, 0)
  const rest = amountCents - used
  const amounts = { used: format.amount(used), amount: format.amount(amountCents) }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset is drawn through the line above it
    <div role="group" aria-labelledby={heading} className={`${styles.fit} ${styles.divide}`}>
      <h3 id={heading}>{t('dues.payment.divideTitle')}</h3>
      <FieldRow>
        {open.map((due) => (
          <MoneyField
            key={due.dueId}
            label={t('dues.payment.divideFor', { name: due.name, period: words.period(due) })}
            hint={t('dues.person.states.part', { amount: format.amount(due.openCents) })}
            value={division.get(due.dueId) ?? null}
            onChange={(cents) => onChange(new Map([...division, [due.dueId, cents ?? 0]]))}
          />
        ))}
      </FieldRow>
      <p aria-live="polite">
        {rest < 0
          ? t('dues.payment.dividedTooMuch', { ...amounts, over: format.amount(-rest) })
          : rest > 0
            ? t('dues.payment.dividedRest', { ...amounts, rest: format.amount(rest) })
            : t('dues.payment.divided', amounts)}
      </p>
    </div>
  )
}
