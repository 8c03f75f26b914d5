import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateView } from '../../shared/contract/direct-debit.ts'
import { type Day, dayOfClock } from '../../shared/domain/calendar-date.ts'
import type { HoldReason, MandateKind } from '../../shared/domain/mandate.ts'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { Disclosure } from '../components/Disclosure.tsx'
import { TextField } from '../components/TextField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { FormDialog } from './FormDialog.tsx'

interface AddMandateDialogProps {
  readonly personId: string
  readonly holder: string
  readonly reference: string
  readonly onClose: () => void
}

/** A new mandate: signed already, or to be printed first. */
export function AddMandateDialog({ personId, holder, reference, onClose }: AddMandateDialogProps) {
  const { t } = useTranslation()
  const add = useCommand(api.directDebit.addMandate)
  const [kind, setKind] = useState<MandateKind>('RCUR')
  const [values, setValues] = useState({ holder, iban: '', reference })
  const [signedOn, setSigned] = useState<Day | null>(null)
  const [usedBeforeOn, setUsedBefore] = useState<Day | null>(null)
  const save = async () => {
    if ((await add.run({ personId, kind, ...values, signedOn, usedBeforeOn })).ok) onClose()
  }
  return (
    <FormDialog
      title={t('debit.mandate.addTitle')}
      submit={t('debit.mandate.addSubmit')}
      command={add}
      onSubmit={save}
      onClose={onClose}
    >
      <PayerFields
        values={values}
        onChange={(changed) => setValues({ ...values, ...changed })}
        fieldError={add.fieldError}
      />
      <DayField
        label={t('debit.mandate.fields.signedOn')}
        hint={t('debit.mandate.fields.signedHint')}
        isOptional
        value={signedOn}
        onChange={setSigned}
        error={add.fieldError('signedOn')}
      />
      <ChoiceGroup
        label={t('debit.mandate.fields.kind')}
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'RCUR', label: t('debit.mandate.fields.RCUR') },
          { value: 'OOFF', label: t('debit.mandate.fields.OOFF') },
        ]}
      />
      <Disclosure title={t('debit.mandate.fields.taken')}>
        <TextField
          label={t('debit.mandate.fields.reference')}
          hint={t('debit.mandate.fields.referenceHint')}
          isRequired
          maxLength={35}
          value={values.reference}
          onChange={(typed) => setValues({ ...values, reference: typed })}
          error={add.fieldError('reference')}
        />
        <DayField
          label={t('debit.mandate.fields.usedBefore')}
          hint={t('debit.mandate.fields.usedBeforeHint')}
          isOptional
          value={usedBeforeOn}
          onChange={setUsedBefore}
          error={add.fieldError('usedBeforeOn')}
        />
      </Disclosure>
    </FormDialog>
  )
}

interface MandateDialogProps {
  readonly mandate: MandateView
  readonly onClose: () => void
}

export function SignDialog({ mandate, onClose }: MandateDialogProps) {
  const { t } = useTranslation()
  const sign = useCommand(api.directDebit.signMandate)
  const [signedOn, setSigned] = useState<Day | null>(dayOfClock(new Date()))
  const save = async () => {
    if (signedOn !== null && (await sign.run({ mandateId: mandate.id, signedOn })).ok) onClose()
  }
  return (
    <FormDialog
      title={t('debit.mandate.signTitle')}
      submit={t('debit.mandate.signSubmit')}
      command={sign}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('debit.mandate.fields.signedOn')}
        isRequired
        value={signedOn}
        onChange={setSigned}
        error={sign.fieldError('signedOn')}
      />
    </FormDialog>
  )
}

const reasonsToChoose = ['request', 'other'] as const

export function HoldDialog({ mandate, onClose }: MandateDialogProps) {
  const { t } = useTranslation()
  const hold = useCommand(api.directDebit.holdMandate)
  const [reason, setReason] = useState<HoldReason>('request')
  const save = async () => {
    if ((await hold.run({ mandateId: mandate.id, reason })).ok) onClose()
  }
  return (
    <FormDialog
      title={t('debit.mandate.holdTitle')}
      sub={t('debit.mandate.holdText')}
      submit={t('debit.mandate.holdSubmit')}
      command={hold}
      onSubmit={save}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('debit.mandate.fields.reason')}
        value={reason}
        onChange={setReason}
        choices={reasonsToChoose.map((value) => ({ value, label: t(`debit.mandate.holdReasons.${value}`) }))}
      />
    </FormDialog>
  )
}

export function EndDialog({ mandate, onClose }: MandateDialogProps) {
  const { t } = useTranslation()
  const end = useCommand(api.directDebit.endMandate)
  const [endedOn, setEnded] = useState<Day | null>(dayOfClock(new Date()))
  const save = async () => {
    if (endedOn !== null && (await end.run({ mandateId: mandate.id, endedOn })).ok) onClose()
  }
  return (
    <FormDialog
      title={t('debit.mandate.endTitle')}
      sub={t('debit.mandate.endText')}
      submit={t('debit.mandate.endSubmit')}
      command={end}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('debit.mandate.fields.endedOn')}
        isRequired
        value={endedOn}
        onChange={setEnded}
        error={end.fieldError('endedOn')}
      />
    </FormDialog>
  )
}

export function AmendDialog({ mandate, onClose }: MandateDialogProps) {
  const { t } = useTranslation()
  const amend = useCommand(api.directDebit.amendMandate)
  const [values, setValues] = useState({ holder: mandate.holder, iban: '' })
  const save = async () => {
    if ((await amend.run({ mandateId: mandate.id, ...values })).ok) onClose()
  }
  return (
    <FormDialog
      title={t('debit.mandate.amendTitle')}
      sub={t('debit.mandate.amendText')}
      submit={t('debit.mandate.amendSubmit')}
      command={amend}
      onSubmit={save}
      onClose={onClose}
    >
      <PayerFields
        values={values}
        onChange={(changed) => setValues({ ...values, ...changed })}
        fieldError={amend.fieldError}
      />
    </FormDialog>
  )
}

interface PayerFieldsProps {
  readonly values: { readonly holder: string; readonly iban: string }
  readonly onChange: (changed: { holder?: string; iban?: string }) => void
  readonly fieldError: (field: string) => string | undefined
}

function PayerFields({ values, onChange, fieldError }: PayerFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        label={t('debit.mandate.fields.iban')}
        isRequired
        isFirst
        maxLength={42}
        value={values.iban}
        onChange={(iban) => onChange({ iban })}
        error={fieldError('iban')}
      />
      <TextField
        label={t('debit.mandate.fields.holder')}
        hint={t('debit.mandate.fields.holderHint')}
        isRequired
        maxLength={70}
        value={values.holder}
        onChange={(holder) => onChange({ holder })}
        error={fieldError('holder')}
      />
    </>
  )
}
