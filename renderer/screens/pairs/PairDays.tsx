import { useTranslation } from 'react-i18next'
import type { ClickAnswer } from '../../../shared/domain/pair-programme.ts'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { ClickField } from './ClickField.tsx'

interface Days {
  readonly fromDay: string | null
  readonly plannedUntil: string | null
}

/** From when until when a pair agreed to meet. */
export function PairDays(props: {
  readonly days: Days
  readonly onChange: (part: Partial<Days>) => void
  readonly errorOf: (field: string) => string | undefined
}) {
  const { t } = useTranslation()
  const { days, onChange, errorOf } = props
  return (
    <FieldRow>
      <DayField
        label={t('pairs.changePair.fromDay')}
        isRequired
        value={days.fromDay}
        onChange={(fromDay) => onChange({ fromDay })}
        error={errorOf('fromDay')}
      />
      <DayField
        label={t('pairs.changePair.plannedUntil')}
        isRequired
        value={days.plannedUntil}
        onChange={(plannedUntil) => onChange({ plannedUntil })}
        error={errorOf('plannedUntil')}
      />
    </FieldRow>
  )
}

interface Clicks {
  readonly aClick: ClickAnswer | null
  readonly bClick: ClickAnswer | null
}

/** Whether there was a click, asked of each apart. */
export function PairClicks(props: {
  readonly a: string
  readonly b: string
  readonly clicks: Clicks
  readonly onChange: (part: Partial<Clicks>) => void
}) {
  const { a, b, clicks, onChange } = props
  return (
    <>
      <ClickField name={a} value={clicks.aClick} onChange={(aClick) => onChange({ aClick })} />
      <ClickField name={b} value={clicks.bClick} onChange={(bClick) => onChange({ bClick })} />
    </>
  )
}
