import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type AmountDay, AmountDayFields } from './AmountDayFields.tsx'

/** Counting: says at once whether it agrees, and what to do when it does not. */
export function CountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [money, setMoney] = useState<AmountDay>(() => ({ amount: null, day: dayOfClock(new Date()) }))
  const { amount, day } = money
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
      <AmountDayFields
        isFirst
        amountLabel={t('bookkeeping.count.amount')}
        dayLabel={t('bookkeeping.count.day')}
        value={money}
        onChange={setMoney}
        dayError={count.fieldError('day')}
      />
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
