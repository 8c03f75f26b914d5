import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentView } from '../../shared/contract/dues.ts'
import { Amount } from '../components/Amount.tsx'
import { Bdi } from '../components/Bdi.tsx'
import { Button } from '../components/Button.tsx'
import { type Column, DataTable } from '../components/DataTable.tsx'
import { DayText } from '../components/DayText.tsx'
import { later } from '../components/later.tsx'
import { Status } from '../components/Status.tsx'
import { useFormat } from '../i18n/use-format.ts'
import styles from './PersonDues.module.css'
import { useDuesWords } from './use-dues-words.ts'

const ReverseDialog = later(async () => (await import('./DuesDialogs.tsx')).ReverseDialog)

export interface PaymentsTableProps {
  readonly payments: readonly PaymentView[]
  readonly total: number
  readonly onMore: () => void
}

/** Payments of everybody, newest first; what was taken back stays in sight. */
export function PaymentsTable({ payments, total, onMore }: PaymentsTableProps) {
  const { t } = useTranslation()
  const words = useDuesWords()
  return (
    <WithReversal>
      {(reverse) => {
        const columns: Column<PaymentView>[] = [
          {
            key: 'day',
            header: t('dues.payments.day'),
            cell: (payment) => (
              <span className="nowrap">
                <DayText day={payment.day} form="numeric" />
              </span>
            ),
          },
          {
            key: 'payer',
            header: t('dues.payments.payer'),
            kind: 'name',
            cell: (payment) => (
              <>
                <Bdi>{words.people(payment.payer.people)}</Bdi>
                {payment.note && <div className={styles.note}>{payment.note}</div>}
              </>
            ),
          },
          {
            key: 'amount',
            header: t('dues.payments.amount'),
            kind: 'number',
            cell: (payment) => <Amount cents={payment.cents} />,
          },
          {
            key: 'how',
            header: t('dues.payments.how'),
            cell: (payment) => <span className="nowrap">{t(`dues.payment.method_${payment.method}`)}</span>,
          },
          { key: 'state', header: t('dues.payments.state'), cell: (payment) => <PaymentState payment={payment} /> },
          {
            key: 'actions',
            header: t('dues.open.actions'),
            kind: 'actions',
            cell: (payment) => <ReverseButton payment={payment} onPress={reverse} />,
          },
        ]
        return (
          <DataTable
            label={t('dues.payments.label')}
            columns={columns}
            rows={payments}
            rowKey={(payment) => payment.id}
            total={total}
            onMore={onMore}
          />
        )
      }}
    </WithReversal>
  )
}

/** Payments of one payer. A list and not a table: it stands in half a page. */
export function PaymentsList({ payments }: { readonly payments: readonly PaymentView[] }) {
  const { t } = useTranslation()
  return (
    <WithReversal>
      {(reverse) => (
        <ul className={styles.list} aria-label={t('dues.payments.label')}>
          {payments.map((payment) => (
            <li key={payment.id}>
              <span>
                <DayText day={payment.day} />
                {`, ${t(`dues.payment.method_${payment.method}`)}`}
                {payment.note && <span className={styles.note}>{payment.note}</span>}
              </span>
              <Amount cents={payment.cents} />
              <PaymentState payment={payment} />
              <span className={styles.verbs}>
                <ReverseButton payment={payment} onPress={reverse} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </WithReversal>
  )
}

function WithReversal({ children }: { readonly children: (reverse: (payment: PaymentView) => void) => ReactNode }) {
  const [reversing, setReversing] = useState<PaymentView | null>(null)
  return (
    <>
      {children(setReversing)}
      {reversing && <ReverseDialog payment={reversing} onClose={() => setReversing(null)} />}
    </>
  )
}

interface ReverseButtonProps {
  readonly payment: PaymentView
  readonly onPress: (payment: PaymentView) => void
}

function ReverseButton({ payment, onPress }: ReverseButtonProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  if (payment.state === 'reversed') return null
  const label = t('dues.payments.reverseLabel', {
    amount: format.amount(payment.cents),
    name: words.people(payment.payer.people),
    day: format.day(payment.day),
  })
  return (
    <Button kind="plain" label={label} onPress={() => onPress(payment)}>
      {t('dues.payments.reverse')}
    </Button>
  )
}

function PaymentState({ payment }: { readonly payment: PaymentView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { refundedCents, madeGoodCents } = payment
  const left = payment.cents - payment.allocatedCents - refundedCents - madeGoodCents
  const used =
    madeGoodCents > 0
      ? t('dues.payments.madeGood', { amount: format.amount(madeGoodCents) })
      : refundedCents > 0
        ? t('dues.payments.partRefunded', { amount: format.amount(refundedCents) })
        : t('dues.payments.used')
  const [kind, text] =
    payment.state === 'reversed'
      ? (['no', t(`dues.payments.${reasonKey(payment.reason)}`)] as const)
      : payment.cents < 0
        ? (['ok', t('dues.payments.refund')] as const)
        : left === 0
          ? (['ok', used] as const)
          : (['no', t('dues.payments.partUsed', { amount: format.amount(left) })] as const)
  return (
    <Status kind={kind} wraps>
      {text}
    </Status>
  )
}

/** Without a reason it was undone by "Ongedaan maken". */
function reasonKey(reason: string | null): 'bounced' | 'mistake' | 'double' | 'undone' {
  return reason === 'bounced' || reason === 'mistake' || reason === 'double' ? reason : 'undone'
}
