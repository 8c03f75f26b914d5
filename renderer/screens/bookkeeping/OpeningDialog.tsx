import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

export function OpeningDialog({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
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
