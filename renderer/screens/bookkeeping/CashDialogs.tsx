import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashBook } from '../../../shared/contract/bookkeeping.ts'
import { cashDifference } from '../../../shared/domain/booking-category.ts'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useCategoryName } from '../../parts/use-category-name.ts'

/** Stands for the cash box where an account is chosen. */
const cashBox = 'cash'
const placeOf = (chosen: string) => (chosen === cashBox ? null : chosen)

interface Closing {
  readonly onClose: () => void
}

/** Money that came in or went out and is no dues. */
export function BookingDialog({ book, onClose }: Closing & { readonly book: CashBook }) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const [direction, setDirection] = useState<'in' | 'out'>('out')
  const [amount, setAmount] = useState<Cents | null>(null)
  const [day, setDay] = useState<Day | null>(() => dayOfClock(new Date()))
  const [category, setCategory] = useState<string | null>(null)
  const [place, setPlace] = useState(cashBox)
  const [text, setText] = useState('')
  const add = useCommand(api.bookkeeping.addBooking)
  const kind = direction === 'in' ? 'income' : 'expense'
  const choices = book.categories.filter(
    ({ id, kind: of, isHidden }) => of === kind && !isHidden && id !== cashDifference,
  )
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
      <FieldRow>
        <MoneyField
          isAboveZero
          isRequired
          label={t('bookkeeping.booking.amount')}
          value={amount}
          onChange={setAmount}
          error={add.fieldError('amountCents')}
        />
        <DayField
          isRequired
          label={t('bookkeeping.booking.day')}
          value={day}
          onChange={setDay}
          error={add.fieldError('day')}
        />
      </FieldRow>
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
    </FormDialog>
  )
}

interface PlaceFieldProps {
  readonly label: string
  readonly book: CashBook
  readonly value: string
  readonly onChange: (place: string) => void
  readonly error?: string | undefined
}

function PlaceField({ label, book, value, onChange, error }: PlaceFieldProps) {
  const { t } = useTranslation()
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: cashBox, label: t('bookkeeping.booking.cash') },
        ...book.accounts.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      error={error}
    />
  )
}

/** Between the cash box and an account, or between own accounts. */
export function MoveDialog({ book, onClose }: Closing & { readonly book: CashBook }) {
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

/** Counting: says at once whether it agrees, and what to do when it does not. */
export function CountDialog({ onClose }: Closing) {
  const { t } = useTranslation()
  const format = useFormat()
  const [amount, setAmount] = useState<Cents | null>(null)
  const [day, setDay] = useState<Day | null>(() => dayOfClock(new Date()))
  const [by, setBy] = useState('')
  const [accepts, setAccepts] = useState(false)
  const count = useCommand(api.bookkeeping.countCash)
  const expected = useQuery(
    api.bookkeeping.cashOn,
    { day: day ?? dayOfClock(new Date()) },
    { keep: true, isWanted: day !== null },
  )
  const known = expected.state === 'ready' ? expected.value.cents : undefined
  const difference = amount === null || known === undefined ? undefined : amount - known
  const save = async () => {
    if (amount === null || day === null) return
    const outcome = await count.run({ day, countedCents: amount, countedBy: by, acceptDifference: accepts })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('bookkeeping.count.title')}
      sub={t('bookkeeping.count.sub')}
      submit={t('bookkeeping.count.save')}
      command={count}
      onSubmit={save}
      onClose={onClose}
    >
      <FieldRow>
        <MoneyField isFirst isRequired label={t('bookkeeping.count.amount')} value={amount} onChange={setAmount} />
        <DayField
          isRequired
          label={t('bookkeeping.count.day')}
          value={day}
          onChange={setDay}
          error={count.fieldError('day')}
        />
      </FieldRow>
      <TextField isRequired label={t('bookkeeping.count.by')} value={by} onChange={setBy} maxLength={80} />
      <div role="status" className="stack">
        {difference === 0 && <Notice kind="ok">{t('bookkeeping.count.ok')}</Notice>}
        {difference !== undefined && difference !== 0 && (
          <Notice kind="att">
            {t(difference < 0 ? 'bookkeeping.count.short' : 'bookkeeping.count.over', {
              expected: format.amount(known ?? 0),
              difference: format.amount(Math.abs(difference)),
            })}
          </Notice>
        )}
      </div>
      {difference !== undefined && difference !== 0 && (
        <Checkbox
          label={t('bookkeeping.count.accept')}
          hint={t('bookkeeping.count.acceptHint')}
          isChecked={accepts}
          onChange={setAccepts}
        />
      )}
    </FormDialog>
  )
}

export function OpeningDialog({ year, onClose }: Closing & { readonly year: number }) {
  const { t } = useTranslation()
  const [amount, setAmount] = useState<Cents | null>(null)
  const [day, setDay] = useState<Day | null>(`${year}-01-01`)
  const set = useCommand(api.bookkeeping.setCashOpening)
  const save = async () => {
    if (amount === null || day === null) return
    const outcome = await set.run({ day, amountCents: amount })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('bookkeeping.opening.title')}
      sub={t('bookkeeping.opening.sub')}
      submit={t('bookkeeping.opening.save')}
      command={set}
      onSubmit={save}
      onClose={onClose}
    >
      <FieldRow>
        <MoneyField isFirst isRequired label={t('bookkeeping.opening.amount')} value={amount} onChange={setAmount} />
        <DayField
          isRequired
          label={t('bookkeeping.opening.day')}
          value={day}
          onChange={setDay}
          error={set.fieldError('day')}
        />
      </FieldRow>
    </FormDialog>
  )
}

export interface ToReverse {
  readonly id: string
  readonly what: string
  readonly cents: Cents
  readonly day: Day
}

export function ReverseBookingDialog({ entry, onClose }: Closing & { readonly entry: ToReverse }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [reason, setReason] = useState<'mistake' | 'double'>('mistake')
  const reverse = useCommand(api.bookkeeping.reverseBooking)
  const save = async () => {
    const outcome = await reverse.run({ bookingId: entry.id, reason })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('bookkeeping.reverse.title')}
      sub={t('bookkeeping.reverse.sub', {
        what: entry.what,
        amount: format.amount(Math.abs(entry.cents)),
        day: format.day(entry.day),
      })}
      submit={t('bookkeeping.reverse.do')}
      command={reverse}
      onSubmit={save}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('bookkeeping.reverse.why')}
        layout="column"
        value={reason}
        onChange={setReason}
        choices={[
          { value: 'mistake', label: t('bookkeeping.reverse.mistake') },
          { value: 'double', label: t('bookkeeping.reverse.double') },
        ]}
      />
      <p>{t('bookkeeping.reverse.effect')}</p>
    </FormDialog>
  )
}
