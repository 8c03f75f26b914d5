import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContactWay, followUpDays } from '../../shared/domain/attendance.ts'
import { addDays, dayOfClock } from '../../shared/domain/calendar-date.ts'
import { type CloseReason, closeReasons } from '../../shared/domain/care.ts'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { WayField } from './FollowUpDialog.tsx'
import { FormDialog } from './FormDialog.tsx'
import { type MomentDraft, MomentFields } from './MomentFields.tsx'
import { type Owner, OwnerField } from './OwnerField.tsx'

/** What a step needs to know of the signal it is of. */
export interface OpenSignal {
  readonly id: string
  readonly name: string
  readonly personId: string | null
  readonly ownerPersonId: string | null
  readonly ownerName: string | null
}

/** There was contact; in the same breath: once more, or closed with a reason. */
export function StepDialog({ signal, onClose }: { readonly signal: OpenSignal; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const record = useCommand(api.care.recordStep)
  const today = dayOfClock(new Date())
  const [moment, setMoment] = useState<MomentDraft>({ day: today, how: 'bellen', result: 'gesproken' })
  const [onward, setOnward] = useState<'next' | 'close'>('next')
  const [reason, setReason] = useState<CloseReason>('geholpen')
  const next = useNextStep(signal, addDays(today, followUpDays))
  const submit = async () => {
    const { day, how, result } = moment
    if (day === null) return
    const step = next.value()
    const chosen =
      onward === 'close' ? ({ kind: 'close', reason } as const) : step && ({ kind: 'next', ...step } as const)
    if (!chosen) return
    const outcome = await record.run({ id: signal.id, day, how, result, onward: chosen })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('care.step.title', { name: signal.name })}
      submit={t('care.step.save')}
      command={record}
      onSubmit={submit}
      onClose={onClose}
    >
      <MomentFields value={moment} onChange={setMoment} dayError={record.fieldError('day')} />
      <ChoiceGroup
        label={t('care.step.then')}
        value={onward}
        onChange={setOnward}
        choices={[
          { value: 'next', label: t('care.step.thenNext') },
          { value: 'close', label: t('care.step.thenClose') },
        ]}
      />
      {onward === 'next' ? next.fields(record.fieldError) : <ReasonField value={reason} onChange={setReason} />}
    </FormDialog>
  )
}

/** Owner, day and way of the next step, as fields and as what is sent. */
export function useNextStep(signal: OpenSignal, firstDay: string) {
  const { t } = useTranslation()
  const proposal = useQuery(api.care.proposal, { personId: signal.personId })
  const near = proposal.state === 'ready' ? proposal.value.owners : []
  const [owner, setOwner] = useState<Owner>({
    ownerPersonId: signal.ownerPersonId,
    ownerName: signal.ownerPersonId === null ? (signal.ownerName ?? '') : null,
  })
  const [nextDay, setNextDay] = useState<string | null>(firstDay)
  const [how, setHow] = useState<ContactWay | 'any'>('any')
  // Who has it now stays to choose, also without a place in the group.
  const isNear = near.some(({ personId }) => personId === signal.ownerPersonId)
  const present =
    signal.ownerPersonId !== null && !isNear
      ? [{ personId: signal.ownerPersonId, name: signal.ownerName ?? '' }, ...near]
      : near
  return {
    value: () => (nextDay === null ? null : { ...owner, nextDay, nextHow: how === 'any' ? null : how }),
    fields: (fieldError: (field: string) => string | undefined) => (
      <>
        <OwnerField
          label={t('care.form.owner')}
          owners={present}
          value={owner}
          onChange={setOwner}
          error={fieldError('ownerPersonId') ?? fieldError('ownerName')}
        />
        <FieldRow>
          <DayField
            label={t('care.form.nextDay')}
            isRequired
            value={nextDay}
            onChange={setNextDay}
            error={fieldError('nextDay')}
          />
          <WayField value={how} onChange={setHow} />
        </FieldRow>
      </>
    ),
  }
}

export function ReasonField(props: { readonly value: CloseReason; readonly onChange: (reason: CloseReason) => void }) {
  const { t } = useTranslation()
  return (
    <SelectField
      {...props}
      label={t('care.step.reason')}
      width="medium"
      options={closeReasons.map((code) => ({ value: code, label: t(`care.reasons.${code}`) }))}
    />
  )
}
