import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type BarrierKind,
  type BarrierOutcome,
  barrierKinds,
  barrierOutcomes,
  type FoundWay,
  foundWays,
} from '../../../shared/domain/barriers.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Barrier, ListedBarriers } from './BarriersScreen.tsx'

/** What stands in the way, how it was found out, and for which gatherings. `barrier` null: a new one. */
export function BarrierDialog(props: {
  readonly listed: ListedBarriers
  readonly barrier: Barrier | null
  /** Of a new one: for which gatherings it is asked. */
  readonly place: string | null
  readonly onClose: () => void
}) {
  const { listed, barrier, onClose } = props
  const { t } = useTranslation()
  const [kind, setKind] = useState<BarrierKind | null>(barrier?.kind ?? null)
  const [note, setNote] = useState(barrier?.note ?? '')
  const [foundHow, setFoundHow] = useState<FoundWay>(barrier?.foundHow ?? 'gevraagd')
  const [foundDay, setFoundDay] = useState<Day | null>(barrier?.foundDay ?? listed.today)
  const [place, setPlace] = useState(() => (barrier === null ? (props.place ?? 'all') : placeOf(barrier)))
  const add = useCommand(api.barriers.add)
  const change = useCommand(api.barriers.change)
  const command = barrier === null ? add : change
  const save = async () => {
    if (kind === null || foundDay === null) return
    const plan = { kind, note, foundHow, foundDay, ...placeIds(place) }
    const outcome = await (barrier === null ? add.run(plan) : change.run({ id: barrier.id, ...plan }))
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(barrier === null ? 'barriers.addTitle' : 'barriers.changeTitle')}
      submit={t('barriers.save')}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <SelectField
        label={t('barriers.kind')}
        isRequired
        value={kind}
        onChange={setKind}
        options={barrierKinds.map((code) => ({ value: code, label: t(`barriers.kinds.${code}`) }))}
      />
      <TextArea
        label={t('barriers.note')}
        hint={t('barriers.noteHint')}
        isOptional
        rows={2}
        maxLength={400}
        value={note}
        onChange={setNote}
      />
      <FieldRow>
        <SelectField
          label={t('barriers.foundHow')}
          value={foundHow}
          onChange={setFoundHow}
          options={foundWays.map((code) => ({ value: code, label: t(`barriers.foundWays.${code}`) }))}
        />
        <DayField
          label={t('barriers.foundDay')}
          isRequired
          value={foundDay}
          onChange={setFoundDay}
          error={command.fieldError('foundDay')}
        />
      </FieldRow>
      <SelectField
        label={t('barriers.forWhat')}
        hint={t('barriers.forWhatHint')}
        value={place}
        onChange={setPlace}
        options={[
          { value: 'all', label: t('barriers.forAll') },
          ...listed.series.map(({ id, name }) => ({ value: `series:${id}`, label: t('barriers.forSeries', { name }) })),
          ...listed.groups.map(({ id, name }) => ({ value: `group:${id}`, label: t('barriers.forGroup', { name }) })),
        ]}
        error={command.fieldError('seriesId') ?? command.fieldError('groupId')}
      />
    </FormDialog>
  )
}

/** What was done about it, and from when. Emptied, it was nothing. */
export function MeasureDialog(props: { readonly barrier: Barrier; readonly today: Day; readonly onClose: () => void }) {
  const { barrier, today, onClose } = props
  const { t } = useTranslation()
  const [measure, setMeasure] = useState(barrier.measure ?? '')
  const [day, setDay] = useState<Day | null>(barrier.measureDay ?? today)
  const take = useCommand(api.barriers.takeMeasure)
  const save = async () => {
    if (day === null) return
    const outcome = await take.run({ id: barrier.id, measure, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('barriers.measure.title')}
      sub={t(`barriers.kinds.${barrier.kind}`)}
      submit={t('barriers.measure.save')}
      command={take}
      onSubmit={save}
      onClose={onClose}
    >
      <TextArea
        label={t('barriers.measure.what')}
        hint={t('barriers.measure.whatHint')}
        isRequired={barrier.measure === null}
        rows={2}
        maxLength={400}
        value={measure}
        onChange={setMeasure}
      />
      <DayField
        label={t('barriers.measure.day')}
        hint={t('barriers.measure.dayHint')}
        isRequired
        value={day}
        onChange={setDay}
        error={take.fieldError('day')}
      />
    </FormDialog>
  )
}

export function JudgeDialog({ barrier, onClose }: { readonly barrier: Barrier; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<BarrierOutcome | 'none'>(barrier.outcome ?? 'none')
  const [note, setNote] = useState(barrier.outcomeNote ?? '')
  const judge = useCommand(api.barriers.judge)
  const save = async () => {
    const saved = await judge.run({ id: barrier.id, outcome: outcome === 'none' ? null : outcome, note })
    if (saved.ok) onClose()
  }
  return (
    <FormDialog
      title={t('barriers.judge.title')}
      sub={barrier.measure ?? undefined}
      submit={t('barriers.judge.save')}
      command={judge}
      onSubmit={save}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('barriers.judge.label')}
        layout="column"
        value={outcome}
        onChange={setOutcome}
        choices={[
          ...barrierOutcomes.map((code) => ({ value: code, label: t(`barriers.judge.outcomes.${code}`) })),
          { value: 'none' as const, label: t('barriers.judge.none') },
        ]}
      />
      <TextArea
        label={t('barriers.judge.note')}
        hint={t('barriers.noteHint')}
        isOptional
        rows={2}
        maxLength={400}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  )
}

function placeOf({ seriesId, groupId }: Barrier): string {
  if (seriesId !== null) return `series:${seriesId}`
  return groupId === null ? 'all' : `group:${groupId}`
}

function placeIds(place: string): { seriesId: string | null; groupId: string | null } {
  const [kind, id = null] = place.split(':')
  return { seriesId: kind === 'series' ? id : null, groupId: kind === 'group' ? id : null }
}
