import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashBook } from '../../../shared/contract/bookkeeping.ts'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { CashBelowZero } from '../../parts/CashBelowZero.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type AmountDay, AmountDayFields } from './AmountDayFields.tsx'
import { cashBox, PlaceField, placeOf } from './PlaceField.tsx'

/** Between the cash box and an account, or between own accounts. */
export function MoveDialog({ book, onClose }: { readonly book: CashBook; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [money, setMoney] = useState<AmountDay>(() => ({ amount: null, day: dayOfClock(new Date()) }))
  const { amount, day } = money
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
      <AmountDayFields
        isAboveZero
        amountLabel={t('bookkeeping.booking.amount')}
        dayLabel={t('bookkeeping.booking.day')}
        value={money}
        onChange={setMoney}
        dayError={move.fieldError('day')}
      />
      {isCashMoved && (
        <Checkbox
          label={t('bookkeeping.move.awaiting')}
          hint={t('bookkeeping.move.awaitingHint')}
          isChecked={awaits}
          onChange={setAwaits}
        />
      )}
      <CashBelowZero cents={from === cashBox && to !== cashBox ? amount : null} day={day} />
    </FormDialog>
  )
}
