import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payer, PayerView, PaymentPreview as Preview } from '../../shared/contract/dues.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { Button } from '../components/Button.tsx'
import { Checkbox } from '../components/Checkbox.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Form } from '../components/Form.tsx'
import { TextField } from '../components/TextField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { DividePayment, type Division, oldestFirst, partsOf } from './DividePayment.tsx'
import { PaidFields, paidToday } from './PaidFields.tsx'
import { PayerField } from './PayerField.tsx'
import styles from './PaymentDialog.module.css'
import { PaymentPreview } from './PaymentPreview.tsx'
import { useDuesWords } from './use-dues-words.ts'

export interface PaymentDialogProps {
  /** Who paid, when that is known already. */
  readonly payer?: PayerView
  /** Proposed: what is open. */
  readonly openCents?: Cents
  readonly onClose: () => void
}

/** Writes a payment down. Shows what the amount pays before it is saved, and what is true afterwards. */
export function PaymentDialog({ payer: known, openCents, onClose }: PaymentDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [payer, setPayer] = useState<Payer | null>(known ? { kind: known.kind, id: known.id } : null)
  const [paid, setPaid] = useState(() => paidToday(openCents ? openCents : null))
  const { amountCents: amount, day, method } = paid
  const [note, setNote] = useState<string | null>(null)
  const [division, setDivision] = useState<Division | null>(null)
  const [isSecond, setSecond] = useState(false)
  const record = useCommand(api.dues.recordPayment)
  const shown = usePreview(payer, amount, day)
  const words = usePayerLine(known, shown)

  const save = async () => {
    if (payer === null || amount === null || day === null) return
    const parts = division === null ? null : partsOf(division)
    const outcome = await record.run({ payer, amountCents: amount, day, method, note, parts, notDouble: isSecond })
    if (outcome.ok) onClose()
  }
  const byBankOn = method === 'overboeking' ? (shown?.byBankOn ?? null) : null
  const isSameDay = shown?.looksDouble === true || record.error?.code === 'paymentLooksDouble'
  const isAsked = isSameDay || byBankOn !== null
  return (
    <Dialog title={t('dues.payment.title')} sub={words} onClose={onClose}>
      <Form
        onSubmit={save}
        error={record.formError}
        actions={
          <>
            {shown && shown.open.length > 0 && (
              <span className={styles.foot}>
                <Button
                  kind="plain"
                  onPress={() => setDivision(division === null ? oldestFirst(amount ?? 0, shown.open) : null)}
                >
                  {t(division === null ? 'dues.payment.otherwise' : 'dues.payment.oldestFirst')}
                </Button>
              </span>
            )}
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={record.isRunning} isDisabled={isAsked && !isSecond}>
              {t('dues.payment.save')}
            </Button>
          </>
        }
      >
        {!known && (
          <PayerField
            label={t('dues.payment.who')}
            hint={t('dues.payment.whoHint')}
            error={record.fieldError('payer')}
            isFirst
            onChoose={(found) => {
              setPayer(found ? { kind: found.payer.kind, id: found.payer.id } : null)
              setDivision(null)
            }}
          />
        )}
        <PaidFields
          paid={paid}
          onChange={setPaid}
          methodLabel={t('dues.payment.method')}
          isFirst={known !== undefined}
          fieldError={record.fieldError}
        />
        {note === null ? (
          <div className={styles.flush}>
            <Button kind="plain" onPress={() => setNote('')}>
              {t('dues.payment.addNote')}
            </Button>
          </div>
        ) : (
          <TextField
            label={t('dues.payment.note')}
            value={note}
            onChange={setNote}
            maxLength={500}
            isOptional
            isFirst
          />
        )}
        {shown && amount !== null && division === null && <PaymentPreview preview={shown} />}
        {shown && amount !== null && division !== null && (
          <DividePayment amountCents={amount} open={shown.open} division={division} onChange={setDivision} />
        )}
        {isAsked && (
          <div>
            <p>
              {byBankOn === null
                ? t('dues.payment.double')
                : t('dues.payment.doubleOfBank', { day: format.day(byBankOn) })}
            </p>
            <Checkbox label={t('dues.payment.doubleYes')} isChecked={isSecond} onChange={setSecond} />
          </div>
        )}
      </Form>
    </Dialog>
  )
}

function usePreview(payer: Payer | null, amount: Cents | null, day: Day | null): Preview | undefined {
  const preview = useQuery(
    api.dues.previewPayment,
    { payer: payer ?? { kind: 'person', id: 'none' }, amountCents: amount ?? 0, day, parts: null },
    { keep: true, isWanted: payer !== null },
  )
  return payer !== null && preview.state === 'ready' ? preview.value : undefined
}

function usePayerLine(known: PayerView | undefined, shown: Preview | undefined): string | undefined {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const payer = shown?.payer ?? known
  if (!payer || !shown) return payer && words.payer(payer)
  const openCents = shown.openCents + Math.max(0, -shown.creditCents)
  return openCents > 0
    ? t('dues.payment.sub', { payer: words.payer(payer), amount: format.amount(openCents) })
    : t('dues.payment.subNothing', { payer: words.payer(payer) })
}
