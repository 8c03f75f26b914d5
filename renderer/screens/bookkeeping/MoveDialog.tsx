import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashBook } from '../../../shared/contract/bookkeeping.ts'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { cashBox, PlaceField, placeOf } from './PlaceField.tsx'

/** Between the cash box and an account, or between own accounts. */
export function MoveDialog({ book, onClose }: { readonly book: CashBook; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [amount, setAmount] = useState<Cents | null>(null)
  const [day, setDay] = useState<Day | null>(() => dayOfClock(new Date()))
  const [from, setFrom] = useState(cashBox)
  const [to, setTo] = useState(book.accounts[0]?.id ?? cashBox)
  const [awaits, setAwaits] = useState(true)
  const move = useCommand(api.bookkeeping.addTransfer)
  const isCashMoved = from === cashBox || to === cashBox
  const save = async () => {
    if (amount === null || day === null) return
    const outcome = await move.run({
      day,
      amountCents: amount,
      from: placeOf(from),
      to: placeOf(to),
      text: null,
      awaitBankFile: isCashMoved && awaits,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('bookkeeping.move.title')}
      sub={t('bookkeeping.move.sub')}
      submit={t('bookkeeping.move.save')}
      command={move}
      onSubmit={save}
      onClose={onClose}
    >
      <FieldRow>
        <PlaceField label={t('bookkeeping.move.from')} book={book} value={from} onChange={setFrom} />
        <PlaceField
          label={t('bookkeeping.move.to')}
          book={book}
          value={to}
          onChange={setTo}
          error={move.fieldError('to')}
        />
      </FieldRow>
      <FieldRow>
        <MoneyField
          isAboveZero
          isRequired
          label={t('bookkeeping.booking.amount')}
          value={amount}
          onChange={setAmount}
        />
        <DayField
          isRequired
          label={t('bookkeeping.booking.day')}
          value={day}
          onChange={setDay}
          error={move.fieldError('day')}
        />
      </FieldRow>
      {isCashMoved && (
        <Checkbox
          label={t('bookkeeping.move.awaiting')}
          hint={t('bookkeeping.move.awaitingHint')}
          isChecked={awaits}
          onChange={setAwaits}
        />
      )}
    </FormDialog>
  )
}
