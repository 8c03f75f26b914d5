import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { ErrorState, LoadingState } from '../../components/States.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GatheringTabs } from '../../parts/GatheringTabs.tsx'
import { HeadcountForm } from '../../parts/HeadcountForm.tsx'
import { PastMeetings } from './PastMeetings.tsx'
import { PlannedMeetings } from './PlannedMeetings.tsx'
import type { OpenSeries } from './SeriesDialogs.tsx'
import { useRhythmWords } from './use-rhythm-words.ts'

const ChangeSeriesDialog = later(async () => (await import('./SeriesDialogs.tsx')).ChangeSeriesDialog)
const EndSeriesDialog = later(async () => (await import('./SeriesDialogs.tsx')).EndSeriesDialog)
const AddMeetingDialog = later(async () => (await import('./SeriesDialogs.tsx')).AddMeetingDialog)

/** One series: what is to be written down, what comes, and how many came over time. */
export function OneSeriesScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const series = useQuery(api.series.get, { id })
  const textOf = useErrorText()
  if (series.state === 'ready') return <Opened series={series.value} />
  return (
    <Page
      title={series.state === 'error' ? t('series.title') : undefined}
      back={{ href: paths.series, label: t('series.back') }}
    >
      {series.state === 'loading' ? (
        <LoadingState />
      ) : (
        <ErrorState
          text={series.error.code === 'notFound' ? t('series.gone') : textOf(series.error)}
          onRetry={series.retry}
        />
      )}
    </Page>
  )
}

function Opened({ series }: { readonly series: OpenSeries }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rhythm = useRhythmWords()
  const [opened, setOpened] = useState<'change' | 'end' | 'add'>()
  const close = () => setOpened(undefined)
  const { today, untilDay } = series
  const sub = [
    rhythm(series.rhythm),
    series.startTime === null ? '' : format.time(series.startTime),
    untilDay === null ? '' : t('series.endedOn', { day: format.day(untilDay) }),
  ].filter(Boolean)
  return (
    <Page
      title={series.title}
      sub={sub.join(' · ')}
      back={{ href: paths.series, label: t('series.back') }}
      actions={<Button onPress={() => setOpened('change')}>{t('gatherings.screen.change')}</Button>}
    >
      <GatheringTabs />
      {series.counted === 'aantal' &&
        series.toRecord.map((meeting) => (
          <HeadcountForm
            key={meeting.id}
            gatheringId={meeting.id}
            label={format.dayNear(meeting.day, today)}
            question={t('series.headcount.questionDay', { day: format.dayNear(meeting.day, today) })}
            asksLanguages={series.asksLanguages}
          />
        ))}
      <PlannedMeetings series={series} onAdd={() => setOpened('add')} />
      <PastMeetings series={series} />
      {series.languages.length > 0 && (
        <Section title={t('series.languages')}>
          <p>{t('series.languagesCount', { count: series.languages.length })}</p>
          <p>
            {format.list(
              series.languages.map(({ language, meetings }) =>
                t('series.languageTimes', { language, count: meetings }),
              ),
            )}
          </p>
        </Section>
      )}
      <Disclosure title={t('series.settings')}>
        <Settings series={series} onEnd={() => setOpened('end')} />
      </Disclosure>

      {opened === 'change' && <ChangeSeriesDialog series={series} onClose={close} />}
      {opened === 'end' && <EndSeriesDialog series={series} onClose={close} />}
      {opened === 'add' && <AddMeetingDialog series={series} onClose={close} />}
    </Page>
  )
}

function Settings({ series, onEnd }: { readonly series: OpenSeries; readonly onEnd: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const resume = useCommand(api.series.resume)
  return (
    <div className="stack">
      <Facts
        facts={[
          { term: t('series.forWhom'), value: series.groupName ?? t('gatherings.everybody') },
          { term: t('series.where'), value: series.place },
          { term: t('series.what'), value: t(`series.counted.${series.counted}`) },
          { term: t('forms.workForm'), value: series.workForm && t(`forms.workForms.${series.workForm}`) },
          { term: t('forms.goals'), value: format.list(series.goals.map((goal) => t(`forms.goal.${goal}`))) },
          {
            term: t('forms.connections'),
            value: format.list(series.connections.map((kind) => t(`forms.connection.${kind}`))),
          },
        ]}
      />
      <div className="cluster">
        {series.untilDay === null ? (
          <Button onPress={onEnd}>{t('series.end')}</Button>
        ) : (
          <Button isBusy={resume.isRunning} onPress={() => void resume.run({ id: series.id })}>
            {t('series.resume')}
          </Button>
        )}
      </div>
      <FormError text={resume.formError} />
    </div>
  )
}
