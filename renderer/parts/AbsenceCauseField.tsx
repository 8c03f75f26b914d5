import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import { type AbsenceCause, absenceCauses, isSpecialCause } from '../../shared/domain/care.ts'
import { SelectField } from '../components/SelectField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { ConsentFields, consentOf, noConsent } from './ConsentFields.tsx'
import { FormDialog } from './FormDialog.tsx'
import { useCareLock } from './use-care-lock.ts'
import { useModules } from './use-modules.ts'

export interface AbsenceCauseFieldProps {
  readonly gatheringId: string
  readonly personId: string
}

/** What kept somebody from coming. Only in a book with care, and only while that is open. */
export function AbsenceCauseField(props: AbsenceCauseFieldProps) {
  const keeps = useModules()
  return keeps('care') ? <WhileOpen {...props} /> : null
}

function WhileOpen(props: AbsenceCauseFieldProps) {
  const lock = useCareLock()
  return lock.state === 'ready' && lock.value.isOpen ? <CauseSelect {...props} /> : null
}

function CauseSelect({ gatheringId, personId }: AbsenceCauseFieldProps) {
  const { t } = useTranslation()
  const causes = useQuery(api.care.causes, { gatheringId })
  const set = useCommand(api.care.setCause)
  const [asking, setAsking] = useState<AbsenceCause>()
  const [consent, setConsent] = useState(() => noConsent(dayOfClock(new Date())))
  const present = causes.state === 'ready' ? causes.value.causes.find((each) => each.personId === personId) : undefined
  const choose = (chosen: AbsenceCause | 'none') => {
    if (chosen !== 'none' && isSpecialCause(chosen)) setAsking(chosen)
    else void set.run({ gatheringId, personId, cause: chosen === 'none' ? null : chosen, consent: null })
  }
  return (
    <>
      <SelectField<AbsenceCause | 'none'>
        label={t('care.cause.label')}
        value={present?.cause ?? 'none'}
        onChange={choose}
        options={[
          { value: 'none', label: t('care.cause.open') },
          ...absenceCauses.map((code) => {
            const cause = t(`care.causes.${code}`)
            return { value: code, label: isSpecialCause(code) ? t('care.kindConsent', { kind: cause }) : cause }
          }),
        ]}
        error={asking === undefined ? set.formError : undefined}
      />
      {asking !== undefined && (
        <FormDialog
          title={t(`care.causes.${asking}`)}
          submit={t('care.step.save')}
          command={set}
          onSubmit={async () => {
            const outcome = await set.run({ gatheringId, personId, cause: asking, consent: consentOf(consent) })
            if (outcome.ok) setAsking(undefined)
          }}
          onClose={() => setAsking(undefined)}
        >
          <ConsentFields value={consent} onChange={setConsent} error={set.fieldError('cause')} />
        </FormDialog>
      )}
    </>
  )
}
