import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import { type AbsenceWhy, absenceWhys, isSpecialWhy } from '../../shared/domain/care.ts'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { ConsentFields, consentOf, noConsent } from './ConsentFields.tsx'
import { FormDialog } from './FormDialog.tsx'
import { PersonPicker, type PickedPerson } from './PersonPicker.tsx'

type Away = Awaited<ReturnType<Api['care']['away']>>['now'][number]

export interface AwayDialogProps {
  /** Who is away; null lets somebody choose. */
  readonly person: PickedPerson | null
  /** The absence to change; null makes a new one. */
  readonly away: Away | null
  readonly onClose: () => void
}

/** From when until when somebody is away. Why need not be said, and what says something about health only with consent. */
export function AwayDialog({ person, away, onClose }: AwayDialogProps) {
  const { t } = useTranslation()
  const plan = useCommand(api.care.planAway)
  const change = useCommand(api.care.changeAway)
  const command = away ? change : plan
  const today = dayOfClock(new Date())
  const [picked, setPicked] = useState(person)
  const [from, setFrom] = useState<string | null>(away?.from ?? today)
  const [until, setUntil] = useState<string | null>(away?.until ?? null)
  const [why, setWhy] = useState<AbsenceWhy | 'none'>('none')
  const [consent, setConsent] = useState(noConsent(today))
  const submit = async () => {
    if (from === null || !picked) return
    const outcome = away
      ? await change.run({ id: away.id, from, until })
      : await plan.run({
          personId: picked.id,
          from,
          until,
          why: why === 'none' ? null : why,
          consent: why !== 'none' && isSpecialWhy(why) ? consentOf(consent) : null,
        })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={person ? t('care.away.title', { name: person.name }) : t('care.away.newTitle')}
      submit={t('care.away.save')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      {!person && <PersonPicker label={t('care.form.person')} isRequired isFirst value={picked} onChange={setPicked} />}
      <FieldRow>
        <DayField
          label={t('care.away.from')}
          isRequired
          value={from}
          onChange={setFrom}
          error={command.fieldError('from')}
        />
        <DayField
          label={t('care.away.until')}
          hint={t('care.away.untilHint')}
          isOptional
          value={until}
          onChange={setUntil}
          error={command.fieldError('until')}
        />
      </FieldRow>
      {!away && (
        <SelectField<AbsenceWhy | 'none'>
          label={t('care.away.why')}
          width="medium"
          value={why}
          onChange={setWhy}
          options={[
            { value: 'none', label: t('care.away.whyOpen') },
            ...absenceWhys.map((code) => {
              const name = t(`care.whys.${code}`)
              return { value: code, label: isSpecialWhy(code) ? t('care.kindConsent', { kind: name }) : name }
            }),
          ]}
          error={plan.fieldError('why')}
        />
      )}
      {why !== 'none' && isSpecialWhy(why) && <ConsentFields value={consent} onChange={setConsent} />}
    </FormDialog>
  )
}
