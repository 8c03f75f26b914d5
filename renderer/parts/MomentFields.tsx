import { useTranslation } from 'react-i18next'
import { type ContactResult, type MomentWay, momentWays } from '../../shared/domain/care.ts'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { ResultField } from './FollowUpDialog.tsx'

export interface MomentDraft {
  readonly day: string | null
  readonly how: MomentWay
  readonly result: ContactResult
}

export interface MomentFieldsProps {
  readonly value: MomentDraft
  readonly onChange: (moment: MomentDraft) => void
  readonly dayError: string | undefined
}

/** When there was contact, how, and in one word what came of it. */
export function MomentFields({ value, onChange, dayError }: MomentFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <FieldRow>
        <DayField
          label={t('care.step.day')}
          isRequired
          isFirst
          value={value.day}
          onChange={(day) => onChange({ ...value, day })}
          error={dayError}
        />
        <SelectField
          label={t('care.step.how')}
          width="medium"
          value={value.how}
          onChange={(how) => onChange({ ...value, how })}
          options={momentWays.map((code) => ({ value: code, label: t(`care.ways.${code}`) }))}
        />
      </FieldRow>
      <ResultField value={value.result} onChange={(result) => onChange({ ...value, result })} />
    </>
  )
}
