import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { isLastOfMonth, lastInMonth, nthOfMonth, type Rhythm } from '../../../shared/domain/series-rhythm.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { TimeField } from '../../components/TimeField.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type FormsDraft, FormsFields } from '../../parts/FormsFields.tsx'
import { useModules } from '../../parts/use-modules.ts'
import { useRhythmWords } from './use-rhythm-words.ts'

/** A series while it is being written. */
export interface SeriesDraft extends FormsDraft {
  readonly title: string
  readonly place: string
  readonly startTime: string | null
  readonly firstDay: Day | null
  readonly kind: Rhythm['kind']
  readonly every: number
  readonly nth: number | null
  readonly asksLanguages: boolean
}

export const rhythmOf = ({ kind, every, nth, firstDay }: SeriesDraft): Rhythm | null =>
  firstDay === null ? null : { kind, every, nth: kind === 'maand' ? nth : null, firstDay }

export interface SeriesFieldsProps {
  readonly draft: SeriesDraft
  readonly onChange: (change: Partial<SeriesDraft>) => void
  readonly fieldError: (field: string) => string | undefined
  /** For whom it is and what is written down; asked once, at the beginning. */
  readonly beginning?: ReactNode
}

/** What, when and how often; what it is for where the book keeps that. */
export function SeriesFields({ draft, onChange, fieldError, beginning }: SeriesFieldsProps) {
  const { t } = useTranslation()
  const keeps = useModules()
  return (
    <>
      <TextField
        label={t('series.name')}
        hint={t('series.nameHint')}
        isRequired
        maxLength={120}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        error={fieldError('title')}
      />
      <FieldRow>
        <DayField
          label={t('series.rhythm.firstDay')}
          hint={t('series.rhythm.firstDayHint')}
          isRequired
          value={draft.firstDay}
          onChange={(firstDay) => onChange({ firstDay, nth: nthFor(draft, firstDay) })}
          error={fieldError('day')}
        />
        <TimeField
          label={t('gatherings.form.startTime')}
          value={draft.startTime}
          onChange={(startTime) => onChange({ startTime })}
        />
      </FieldRow>
      {draft.firstDay !== null && <RhythmField draft={draft} firstDay={draft.firstDay} onChange={onChange} />}
      <TextField
        label={t('gatherings.form.place')}
        maxLength={120}
        value={draft.place}
        onChange={(place) => onChange({ place })}
      />
      {beginning}
      <Checkbox
        label={t('series.asksLanguages')}
        hint={t('series.asksLanguagesHint')}
        isChecked={draft.asksLanguages}
        onChange={(asksLanguages) => onChange({ asksLanguages })}
      />
      {keeps('forms') && (
        <Disclosure title={t('gatherings.form.more')}>
          <div className="stack">
            <FormsFields draft={draft} onChange={onChange} />
          </div>
        </Disclosure>
      )}
    </>
  )
}

/** The choices that the first day leaves, and the days they give. */
function RhythmField({ draft, firstDay, onChange }: Omit<SeriesFieldsProps, 'fieldError'> & { firstDay: Day }) {
  const { t } = useTranslation()
  const words = useRhythmWords()
  const format = useFormat()
  const nth = nthOfMonth(firstDay)
  const choices: readonly Omit<Rhythm, 'firstDay'>[] = [
    ...[1, 2, 3, 4].map((every) => ({ kind: 'weken' as const, every, nth: null })),
    ...(nth < lastInMonth ? [{ kind: 'maand' as const, every: 1, nth }] : []),
    ...(isLastOfMonth(firstDay) ? [{ kind: 'maand' as const, every: 1, nth: lastInMonth }] : []),
    ...[2, 3, 4].map((every) => ({ kind: 'maand' as const, every, nth: nth < lastInMonth ? nth : lastInMonth })),
    { kind: 'los', every: 1, nth: null },
  ]
  const rhythm = { kind: draft.kind, every: draft.every, nth: draft.kind === 'maand' ? draft.nth : null }
  const known = choices.some((choice) => keyOf(choice) === keyOf(rhythm)) ? choices : [rhythm, ...choices]
  const preview = useQuery(api.series.preview, { rhythm: { ...rhythm, firstDay } }, { keep: true })
  const days = preview.state === 'ready' ? preview.value : []
  return (
    <SelectField
      label={t('series.rhythm.label')}
      value={keyOf(rhythm)}
      onChange={(key) => {
        const chosen = known.find((choice) => keyOf(choice) === key)
        if (chosen) onChange(chosen)
      }}
      options={known.map((choice) => ({ value: keyOf(choice), label: words({ ...choice, firstDay }) }))}
      hint={
        days.length > 0
          ? t('series.rhythm.preview', { days: format.list(days.map((day) => format.day(day, 'short'))) })
          : undefined
      }
    />
  )
}

const keyOf = ({ kind, every, nth }: Omit<Rhythm, 'firstDay'>) => `${kind}-${every}-${nth ?? ''}`

/** Another first day keeps the kind of rhythm, and is another Tuesday of its month. */
function nthFor(draft: SeriesDraft, firstDay: Day | null): number | null {
  if (firstDay === null || draft.kind !== 'maand') return draft.nth
  return nthOfMonth(firstDay)
}
