import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

/** Counting: says at once whether it agrees, and what to do when it does not. */
export function CountDialog({ onClose }: { readonly onClose: () => void }) {
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
