// The small questions about dues: each one dialog, each one action that can be undone.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueView, PayerView, PaymentView } from '../../shared/contract/dues.ts'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { MoneyField } from '../components/MoneyField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useFormat } from '../i18n/use-format.ts'
import { CashBelowZero } from './CashBelowZero.tsx'
import { FormDialog } from './FormDialog.tsx'
import { PaidFields, paidToday } from './PaidFields.tsx'
import { useDuesWords } from './use-dues-words.ts'

const reversalReasons = ['bounced', 'mistake', 'double'] as const

export function ReverseDialog({ payment, onClose }: { readonly payment: PaymentView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const [reason, setReason] = useState<(typeof reversalReasons)[number]>('bounced')
  const reverse = useCommand(api.dues.reversePayment)
  const name = words.people(payment.payer.people)
  return (
    <FormDialog
      title={t('dues.reverse.title')}
      sub={t('dues.reverse.sub', { amount: format.amount(payment.cents), name, day: format.day(payment.day) })}
      submit={t('dues.reverse.do')}
      command={reverse}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await reverse.run({ paymentId: payment.id, reason })
        if (outcome.ok) onClose()
      }}
    >
      <ChoiceGroup
        label={t('dues.reverse.why')}
        value={reason}
        onChange={setReason}
        layout="column"
        choices={reversalReasons.map((value) => ({ value, label: t(`dues.reverse.${value}`) }))}
      />
      <p>
        {payment.allocatedCents > 0
          ? t('dues.reverse.effect', { amount: format.amount(payment.allocatedCents) })
          : t('dues.reverse.effectNothing')}
      </p>
    </FormDialog>
  )
}

const waiverReasons = ['hardship', 'deceased', 'board', 'uncollectable', 'other'] as const

export function WaiverDialog({ due, onClose }: { readonly due: DueView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const [amount, setAmount] = useState<Cents | null>(due.openCents)
  const [reason, setReason] = useState<(typeof waiverReasons)[number]>('hardship')
  const waive = useCommand(api.dues.waive)
  return (
    <FormDialog
      title={t('dues.waiver.title')}
      sub={t('dues.waiver.sub', { period: words.period(due), amount: format.amount(due.openCents) })}
      submit={t('dues.waiver.save')}
      command={waive}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await waive.run({ dueId: due.id, amountCents: amount, reason })
        if (outcome.ok) onClose()
      }}
    >
      <MoneyField
        isAboveZero
        label={t('dues.waiver.amount')}
        value={amount}
        onChange={setAmount}
        isRequired
        isFirst
        error={waive.fieldError('amountCents')}
      />
      <ChoiceGroup
        label={t('dues.waiver.why')}
        value={reason}
        onChange={setReason}
        choices={waiverReasons.map((value) => ({ value, label: t(`dues.waiver.${value}`) }))}
      />
    </FormDialog>
  )
}

export function OpeningDialog({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [amount, setAmount] = useState<Cents | null>(null)
  const [day, setDay] = useState<string | null>(`${Number(dayOfClock(new Date()).slice(0, 4)) - 1}-12-31`)
  const add = useCommand(api.dues.addOpeningBalance)
  return (
    <FormDialog
      title={t('dues.opening.title')}
      sub={t('dues.opening.sub')}
      submit={t('dues.opening.save')}
      command={add}
      onClose={onClose}
      onSubmit={async () => {
        if (amount === null || day === null) return
        const outcome = await add.run({ personId, amountCents: amount, day })
        if (outcome.ok) onClose()
      }}
    >
      <FieldRow>
        <MoneyField
          isAboveZero
          label={t('dues.opening.amount')}
          value={amount}
          onChange={setAmount}
          isRequired
          isFirst
          error={add.fieldError('amountCents')}
        />
        <DayField
          label={t('dues.opening.day')}
          value={day}
          onChange={setDay}
          isRequired
          error={add.fieldError('day')}
        />
      </FieldRow>
    </FormDialog>
  )
}

export interface RefundDialogProps {
  readonly payer: PayerView
  readonly creditCents: Cents
  readonly onClose: () => void
}

export function RefundDialog({ payer, creditCents, onClose }: RefundDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const [paid, setPaid] = useState(() => paidToday(creditCents))
  const { amountCents: amount, day, method } = paid
  const refund = useCommand(api.dues.refund)
  return (
    <FormDialog
      title={t('dues.refund.title')}
      sub={t('dues.refund.sub', { payer: words.people(payer.people), amount: format.amount(creditCents) })}
      submit={t('dues.refund.save')}
      command={refund}
      onClose={onClose}
      onSubmit={async () => {
        if (amount === null || day === null) return
        const from = { kind: payer.kind, id: payer.id }
        const outcome = await refund.run({ payer: from, amountCents: amount, day, method, note: null })
        if (outcome.ok) onClose()
      }}
    >
      <PaidFields
        paid={paid}
        onChange={setPaid}
        methodLabel={t('dues.agreement.method')}
        isFirst
        fieldError={refund.fieldError}
      />
      <CashBelowZero cents={method === 'contant' ? amount : null} day={day} />
    </FormDialog>
  )
}
