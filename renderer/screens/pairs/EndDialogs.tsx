import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PairEndReason, pairEndReasons } from '../../../shared/domain/pair-programme.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

interface PairDialogProps {
  readonly pairId: string
  readonly today: string
  readonly onClose: () => void
}

/** That somebody talked with both; not what was said. */
export function TalkDialog({ pairId, today, onClose, talk }: PairDialogProps & { readonly talk: 'mid' | 'end' }) {
  const { t } = useTranslation()
  const hold = useCommand(api.pairs.holdTalk)
  const [day, setDay] = useState<string | null>(today)
  const submit = async () => {
    if (day === null) return
    const outcome = await hold.run({ id: pairId, talk, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(talk === 'mid' ? 'pairs.talk.midTitle' : 'pairs.talk.endTitle')}
      submit={t('pairs.talk.save')}
      command={hold}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField
        label={t('pairs.talk.day')}
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={hold.fieldError('day')}
      />
      <p className="soft">{t('pairs.talk.note')}</p>
    </FormDialog>
  )
}

/** The last day, why, and whether they go on seeing each other. */
export function EndDialog({ pairId, today, onClose }: PairDialogProps) {
  const { t } = useTranslation()
  const end = useCommand(api.pairs.end)
  const [day, setDay] = useState<string | null>(today)
  const [reason, setReason] = useState<PairEndReason>('klaar')
  const [continued, setContinued] = useState<'yes' | 'no' | 'unknown'>('unknown')
  const submit = async () => {
    if (day === null) return
    const goesOn = continued === 'unknown' ? null : continued === 'yes'
    const outcome = await end.run({ id: pairId, day, reason, continued: goesOn })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('pairs.end.title')}
      submit={t('pairs.end.save')}
      command={end}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField
        label={t('pairs.end.day')}
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={end.fieldError('day')}
      />
      <SelectField<PairEndReason>
        label={t('pairs.end.reason')}
        width="medium"
        value={reason}
        onChange={setReason}
        options={pairEndReasons.map((each) => ({ value: each, label: t(`pairs.end.reasons.${each}`) }))}
      />
      <ChoiceGroup
        label={t('pairs.end.continued')}
        value={continued}
        onChange={setContinued}
        choices={[
          { value: 'yes', label: t('pairs.pair.yes') },
          { value: 'no', label: t('pairs.pair.no') },
          { value: 'unknown', label: t('pairs.end.continuedUnknown') },
        ]}
      />
      <p className="soft">{t('pairs.end.counts')}</p>
    </FormDialog>
  )
}
