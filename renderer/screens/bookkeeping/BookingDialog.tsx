import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashBook } from '../../../shared/contract/bookkeeping.ts'
import { isOffered } from '../../../shared/domain/booking-category.ts'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { CashBelowZero } from '../../parts/CashBelowZero.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useCategoryName } from '../../parts/use-category-name.ts'
import { type AmountDay, AmountDayFields } from './AmountDayFields.tsx'
import { cashBox, PlaceField, placeOf } from './PlaceField.tsx'

/** Money that came in or went out and is no dues. */
export function BookingDialog({ book, onClose }: { readonly book: CashBook; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const [direction, setDirection] = useState<'in' | 'out'>('out')
  const [money, setMoney] = useState<AmountDay>(() => ({ amount: null, day: dayOfClock(new Date()) }))
  const { amount, day } = money
  const [category, setCategory] = useState<string | null>(null)
  const [place, setPlace] = useState(cashBox)
  const [text, setText] = useState('')
  const add = useCommand(api.bookkeeping.addBooking)
  const kind = direction === 'in' ? 'income' : 'expense'
  const choices = book.categories.filter((each) => isOffered(each, kind))
  const save = async () => {
    if (amount === null || day === null || category === null) return
    const outcome = await add.run({
      day,
      direction,
      amountCents: amount,
      categoryId: category,
      place: placeOf(place),
      text,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('bookkeeping.booking.title')}
      submit={t('bookkeeping.booking.save')}
      command={add}
      onSubmit={save}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('bookkeeping.booking.direction')}
        value={direction}
        onChange={(chosen) => {
          setDirection(chosen)
          setCategory(null)
        }}
        choices={[
          { value: 'out', label: t('bookkeeping.booking.out') },
          { value: 'in', label: t('bookkeeping.booking.in') },
        ]}
      />
      <AmountDayFields
        isAboveZero
        amountLabel={t('bookkeeping.booking.amount')}
        dayLabel={t('bookkeeping.booking.day')}
        value={money}
        onChange={setMoney}
        amountError={add.fieldError('amountCents')}
        dayError={add.fieldError('day')}
      />
      <SelectField
        isRequired
        label={t('bookkeeping.booking.category')}
        placeholder={t('bookkeeping.booking.chooseCategory')}
        value={category}
        onChange={setCategory}
        options={choices.map((choice) => ({ value: choice.id, label: nameOf(choice) }))}
        error={add.fieldError('categoryId')}
      />
      {book.accounts.length > 0 && (
        <PlaceField label={t('bookkeeping.booking.place')} book={book} value={place} onChange={setPlace} />
      )}
      <TextField
        label={t('bookkeeping.booking.text')}
        hint={t('bookkeeping.booking.textHint')}
        value={text}
        onChange={setText}
        maxLength={300}
        isOptional={place === cashBox}
        isRequired={place !== cashBox}
        error={add.fieldError('text')}
      />
      <CashBelowZero cents={direction === 'out' && place === cashBox ? amount : null} day={day} />
    </FormDialog>
  )
}
