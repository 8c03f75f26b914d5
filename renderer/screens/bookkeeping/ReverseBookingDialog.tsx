import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

export interface ToReverse {
  readonly id: string
  readonly what: string
  readonly cents: Cents
  readonly day: Day
}

export function ReverseBookingDialog({ entry, onClose }: { readonly entry: ToReverse; readonly onClose: () => void }) {
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
