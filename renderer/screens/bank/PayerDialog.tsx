import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import type { Payer } from '../../../shared/contract/dues.ts'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PayerField } from '../../parts/PayerField.tsx'
import { PaymentPreview } from '../../parts/PaymentPreview.tsx'
import { useLineWords } from './use-line-words.ts'

export interface PayerDialogProps {
  readonly line: OpenLine
  /** The money went back to somebody. */
  readonly isRefund: boolean
  readonly onClose: () => void
}

/** Chooses by name whose money a line is; shows what it then pays. */
export function PayerDialog({ line, isRefund, onClose }: PayerDialogProps) {
  const { t } = useTranslation()
  const lineWords = useLineWords()
  const [payer, setPayer] = useState<Payer | null>(null)
  const assign = useCommand(api.bank.assign)
  const refund = useCommand(api.bank.bookAsRefund)
  const command = isRefund ? refund : assign
  const preview = useQuery(
    api.dues.previewPayment,
    {
      payer: payer ?? { kind: 'person', id: 'none' },
      amountCents: Math.max(0, line.cents),
      day: line.day,
      parts: null,
    },
    { isWanted: payer !== null && !isRefund },
  )
  const save = async () => {
    if (payer === null) return
    const outcome = isRefund
      ? await refund.run({ lineId: line.id, payer })
      : await assign.run({ lineId: line.id, parts: [{ payer, cents: line.cents }] })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(isRefund ? 'bank.payer.titleRefund' : 'bank.payer.title')}
      sub={lineWords(line)}
      submit={t(isRefund ? 'bank.payer.saveRefund' : 'bank.payer.save')}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <PayerField
        label={t('bank.payer.who')}
        hint={t('bank.payer.whoHint')}
        isFirst
        onChoose={(found) => setPayer(found ? { kind: found.payer.kind, id: found.payer.id } : null)}
      />
      {payer !== null && preview.state === 'ready' && <PaymentPreview preview={preview.value} />}
    </FormDialog>
  )
}
