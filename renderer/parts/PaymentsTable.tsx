import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentView } from '../../shared/contract/dues.ts'
import { Amount } from '../components/Amount.tsx'
import { Bdi } from '../components/Bdi.tsx'
import { Button } from '../components/Button.tsx'
import { type Column, DataTable } from '../components/DataTable.tsx'
import { DayText } from '../components/DayText.tsx'
import { Status } from '../components/Status.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useDuesWords } from './use-dues-words.ts'

const ReverseDialog = lazy(async () => ({ default: (await import('./DuesDialogs.tsx')).ReverseDialog }))

export interface PaymentsTableProps {
  readonly payments: readonly PaymentView[]
  /** Under one payer: without the name. */
  readonly isCompact?: boolean
  readonly total?: number
  readonly onMore?: () => void
}

/** Payments, newest first; what was taken back stays in sight. */
export function PaymentsTable({ payments, isCompact = false, total, onMore }: PaymentsTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const [reversing, setReversing] = useState<PaymentView | null>(null)
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
    ...(isCompact
      ? []
      : [
          {
            key: 'payer',
            header: t('dues.payments.payer'),
            kind: 'name' as const,
            cell: (payment: PaymentView) => (
              <>
                <Bdi>{words.people(payment.payer.people)}</Bdi>
                {payment.note && <div className="soft small">{payment.note}</div>}
              </>
            ),
          },
        ]),
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
      cell: (payment) =>
        payment.state === 'counts' && (
          <Button
            kind="plain"
            label={t('dues.payments.reverseLabel', {
              amount: format.amount(payment.cents),
              name: words.people(payment.payer.people),
              day: format.day(payment.day),
            })}
            onPress={() => setReversing(payment)}
          >
            {t('dues.payments.reverse')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <DataTable
        label={t('dues.payments.label')}
        columns={columns}
        rows={payments}
        rowKey={(payment) => payment.id}
        isCompact={isCompact}
        {...(total === undefined ? {} : { total })}
        {...(onMore ? { onMore } : {})}
      />
      {reversing && (
        <Suspense fallback={null}>
          <ReverseDialog payment={reversing} onClose={() => setReversing(null)} />
        </Suspense>
      )}
    </>
  )
}

function PaymentState({ payment }: { readonly payment: PaymentView }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (payment.state === 'reversed') {
    const reason = reasonKey(payment.reason)
    return <Status kind="no">{t(`dues.payments.${reason}`)}</Status>
  }
  if (payment.cents < 0) return <Status kind="ok">{t('dues.payments.refund')}</Status>
  const left = payment.cents - payment.allocatedCents
  if (left === 0) return <Status kind="ok">{t('dues.payments.used')}</Status>
  return <Status kind="no">{t('dues.payments.partUsed', { amount: format.amount(left) })}</Status>
}

/** Without a reason it was undone by "Ongedaan maken". */
function reasonKey(reason: string | null): 'bounced' | 'mistake' | 'double' | 'undone' {
  return reason === 'bounced' || reason === 'mistake' || reason === 'double' ? reason : 'undone'
}
