import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type AmountDay, AmountDayFields } from './AmountDayFields.tsx'

export function OpeningDialog({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [money, setMoney] = useState<AmountDay>({ amount: null, day: `${year}-01-01` })
  const { amount, day } = money
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
      <AmountDayFields
        isFirst
        amountLabel={t('bookkeeping.opening.amount')}
        dayLabel={t('bookkeeping.opening.day')}
        value={money}
        onChange={setMoney}
        dayError={set.fieldError('day')}
      />
    </FormDialog>
  )
}
