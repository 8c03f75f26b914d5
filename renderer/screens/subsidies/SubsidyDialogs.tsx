import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Subsidy } from './SubsidiesScreen.tsx'

/** Who gives how much for what, and before which day it must be accounted for. `subsidy` null: a new one. */
export function SubsidyDialog(props: {
  readonly subsidy: Subsidy | null
  readonly today: Day
  readonly onClose: () => void
}) {
  const { subsidy, today, onClose } = props
  const { t } = useTranslation()
  const [giver, setGiver] = useState(subsidy?.giver ?? '')
  const [purpose, setPurpose] = useState(subsidy?.purpose ?? '')
  const [granted, setGranted] = useState<Cents | null>(subsidy?.grantedCents ?? null)
  const [grantedDay, setGrantedDay] = useState<Day | null>(subsidy?.grantedDay ?? today)
  const [accountDay, setAccountDay] = useState<Day | null>(subsidy?.accountDay ?? null)
  const [other, setOther] = useState<Cents | null>(subsidy?.otherCents ?? null)
  const [otherNote, setOtherNote] = useState(subsidy?.otherNote ?? '')
  const add = useCommand(api.subsidies.add)
  const change = useCommand(api.subsidies.change)
  const command = subsidy === null ? add : change
  const save = async () => {
    if (granted === null || grantedDay === null) return
    const plan = { giver, purpose, grantedDay, grantedCents: granted, otherCents: other ?? 0, otherNote, accountDay }
    const outcome = await (subsidy === null ? add.run(plan) : change.run({ id: subsidy.id, ...plan }))
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(subsidy === null ? 'subsidies.addTitle' : 'subsidies.changeTitle')}
      submit={t('subsidies.save')}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t('subsidies.purpose')}
        isRequired
        maxLength={200}
        value={purpose}
        onChange={setPurpose}
        error={command.fieldError('purpose')}
      />
      <TextField
        label={t('subsidies.giver')}
        hint={t('subsidies.giverHint')}
        isRequired
        maxLength={120}
        value={giver}
        onChange={setGiver}
        error={command.fieldError('giver')}
      />
      <FieldRow>
        <MoneyField label={t('subsidies.granted')} isRequired isAboveZero value={granted} onChange={setGranted} />
        <DayField label={t('subsidies.grantedDay')} isRequired value={grantedDay} onChange={setGrantedDay} />
      </FieldRow>
      <DayField label={t('subsidies.accountDay')} isOptional value={accountDay} onChange={setAccountDay} />
      <FieldRow>
        <MoneyField
          label={t('subsidies.other')}
          hint={t('subsidies.otherHint')}
          isOptional
          value={other}
          onChange={setOther}
        />
        <TextField
          label={t('subsidies.otherNote')}
          isOptional
          maxLength={400}
          value={otherNote}
          onChange={setOtherNote}
        />
      </FieldRow>
    </FormDialog>
  )
}

export function AccountDialog(props: { readonly subsidy: Subsidy; readonly today: Day; readonly onClose: () => void }) {
  const { subsidy, today, onClose } = props
  const { t } = useTranslation()
  const [day, setDay] = useState<Day | null>(today)
  const [returned, setReturned] = useState<Cents | null>(subsidy.leftCents > 0 ? subsidy.leftCents : null)
  const account = useCommand(api.subsidies.account)
  const save = async () => {
    if (day === null) return
    const outcome = await account.run({ id: subsidy.id, day, returnedCents: returned ?? 0 })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('subsidies.accountTitle')}
      submit={t('subsidies.accountSave')}
      command={account}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('subsidies.accountDayField')}
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={account.fieldError('day')}
      />
      <MoneyField label={t('subsidies.returnedField')} isOptional value={returned} onChange={setReturned} />
    </FormDialog>
  )
}
