import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import styles from './Series.module.css'
import type { OpenSeries } from './SeriesDialogs.tsx'

type Meeting = OpenSeries['planned'][number]

/** The next times, each of which can be skipped or moved. */
export function PlannedMeetings({ series, onAdd }: { readonly series: OpenSeries; readonly onAdd: () => void }) {
  const { t } = useTranslation()
  const [moving, setMoving] = useState<Meeting>()
  const planAhead = useCommand(api.series.planAhead)
  return (
    <Section title={t('series.planned')}>
      {series.planned.length === 0 ? (
        <p className="soft">{t('series.noNext')}</p>
      ) : (
        <Lines>
          {series.planned.map((meeting) => (
            <OneMeeting key={meeting.id} meeting={meeting} today={series.today} onMove={() => setMoving(meeting)} />
          ))}
        </Lines>
      )}
      <div className={styles.after}>
        <Button onPress={onAdd}>{t('series.addDay')}</Button>
        {series.canPlanAhead && (
          <Button isBusy={planAhead.isRunning} onPress={() => void planAhead.run({ id: series.id })}>
            {t('series.ahead')}
          </Button>
        )}
      </div>
      <FormError text={planAhead.formError} />
      {moving && <MoveDialog meeting={moving} onClose={() => setMoving(undefined)} />}
    </Section>
  )
}

function OneMeeting(props: { readonly meeting: Meeting; readonly today: Day; readonly onMove: () => void }) {
  const { meeting, today, onMove } = props
  const { t } = useTranslation()
  const format = useFormat()
  const cancel = useCommand(api.gatherings.cancel)
  const reinstate = useCommand(api.gatherings.reinstate)
  const day = format.dayNear(meeting.day, today)
  return (
    <Line
      verbs={
        meeting.cancelled ? (
          <Button
            kind="plain"
            label={t('series.unskipLabel', { day })}
            isBusy={reinstate.isRunning}
            onPress={() => void reinstate.run({ id: meeting.id })}
          >
            {t('series.unskip')}
          </Button>
        ) : (
          <>
            <Button kind="plain" label={t('series.moveLabel', { day })} onPress={onMove}>
              {t('series.move')}
            </Button>
            <Button
              kind="plain"
              label={t('series.skipLabel', { day })}
              isBusy={cancel.isRunning}
              onPress={() => void cancel.run({ id: meeting.id })}
            >
              {t('series.skip')}
            </Button>
          </>
        )
      }
    >
      <Link href={paths.gathering(meeting.id)}>
        <bdi>{day}</bdi>
      </Link>{' '}
      {meeting.cancelled && <Status kind="no">{t('series.cancelled')}</Status>}
      {meeting.moved && !meeting.cancelled && <span className="soft">{t('series.moved')}</span>}
      <FormError text={cancel.formError ?? reinstate.formError} />
    </Line>
  )
}

function MoveDialog({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [day, setDay] = useState<Day | null>(meeting.day)
  const move = useCommand(api.gatherings.move)
  const save = async () => {
    if (day === null) return
    const outcome = await move.run({ id: meeting.id, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('series.moveTitle', { day: format.day(meeting.day, 'short') })}
      submit={t('series.moveSave')}
      command={move}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('series.moveDay')}
        isRequired
        isFirst
        value={day}
        onChange={setDay}
        error={move.fieldError('day')}
      />
    </FormDialog>
  )
}
