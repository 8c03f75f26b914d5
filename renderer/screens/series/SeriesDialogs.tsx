import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { CountedWay } from '../../../shared/domain/gathering-forms.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { emptyForms } from '../../parts/FormsFields.tsx'
import { rhythmOf, type SeriesDraft, SeriesFields } from './SeriesFields.tsx'

export type OpenSeries = Awaited<ReturnType<Api['series']['get']>>

const everybody = 'association'

const emptyDraft: SeriesDraft = {
  ...emptyForms,
  title: '',
  place: '',
  startTime: null,
  firstDay: null,
  kind: 'weken',
  every: 1,
  nth: null,
  asksLanguages: false,
}

export function StartSeriesDialog({
  onClose,
  onStarted,
}: {
  readonly onClose: () => void
  readonly onStarted: (id: string) => void
}) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(emptyDraft)
  const [counted, setCounted] = useState<CountedWay>('aantal')
  const [group, setGroup] = useState<string>(everybody)
  const groups = useQuery(api.neighbourhoods.names, {})
  const start = useCommand(api.series.start)
  const known = groups.state === 'ready' ? groups.value : []
  const save = async () => {
    const rhythm = rhythmOf(draft)
    if (rhythm === null) return
    const outcome = await start.run({
      ...settingsOf(draft),
      rhythm,
      counted,
      groupId: group === everybody ? null : group,
    })
    if (outcome.ok) onStarted(outcome.value.id)
  }
  return (
    <FormDialog
      title={t('series.startTitle')}
      submit={t('series.start')}
      command={start}
      onSubmit={save}
      onClose={onClose}
    >
      <SeriesFields
        draft={draft}
        onChange={(change) => setDraft({ ...draft, ...change })}
        fieldError={start.fieldError}
        beginning={
          <>
            <ChoiceGroup
              label={t('series.counted.label')}
              layout="column"
              value={counted}
              onChange={setCounted}
              choices={[
                { value: 'aantal', label: t('series.counted.aantal') },
                { value: 'namen', label: t('series.counted.namen') },
              ]}
            />
            {known.length > 0 && (
              <SelectField
                label={t('gatherings.form.group')}
                value={group}
                onChange={setGroup}
                options={[
                  { value: everybody, label: t('gatherings.everybody') },
                  ...known.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                error={start.fieldError('groupId')}
              />
            )}
          </>
        }
      />
    </FormDialog>
  )
}

export function ChangeSeriesDialog({ series, onClose }: { readonly series: OpenSeries; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<SeriesDraft>(() => ({
    title: series.title,
    place: series.place ?? '',
    startTime: series.startTime,
    ...series.rhythm,
    asksLanguages: series.asksLanguages,
    workForm: series.workForm,
    goals: series.goals,
    connections: series.connections,
  }))
  const change = useCommand(api.series.change)
  const save = async () => {
    const rhythm = rhythmOf(draft)
    if (rhythm === null) return
    const outcome = await change.run({ id: series.id, ...settingsOf(draft), rhythm })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('series.changeTitle')}
      submit={t('series.save')}
      command={change}
      onSubmit={save}
      onClose={onClose}
    >
      <SeriesFields draft={draft} onChange={(more) => setDraft({ ...draft, ...more })} fieldError={change.fieldError} />
    </FormDialog>
  )
}

export function EndSeriesDialog({ series, onClose }: { readonly series: OpenSeries; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [day, setDay] = useState<Day | null>(series.today)
  const end = useCommand(api.series.end)
  const save = async () => {
    if (day === null) return
    const outcome = await end.run({ id: series.id, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('series.endTitle')}
      submit={t('series.endSave')}
      command={end}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('series.endDay')}
        hint={t('series.endHint')}
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={end.fieldError('day')}
      />
    </FormDialog>
  )
}

export function AddMeetingDialog({ series, onClose }: { readonly series: OpenSeries; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [day, setDay] = useState<Day | null>(series.today)
  const add = useCommand(api.series.addMeeting)
  const save = async () => {
    if (day === null) return
    const outcome = await add.run({ seriesId: series.id, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('series.addTitle')}
      submit={t('series.addSave')}
      command={add}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('series.addLabel')}
        hint={t('series.addHint')}
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={add.fieldError('day')}
      />
    </FormDialog>
  )
}

const settingsOf = ({ title, place, startTime, asksLanguages, workForm, goals, connections }: SeriesDraft) => ({
  title,
  place,
  startTime,
  asksLanguages,
  workForm,
  goals: [...goals],
  connections: [...connections],
})
