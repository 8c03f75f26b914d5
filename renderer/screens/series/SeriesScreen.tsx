import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GatheringTabs } from '../../parts/GatheringTabs.tsx'
import { HeadcountForm } from '../../parts/HeadcountForm.tsx'
import { useRhythmWords } from './use-rhythm-words.ts'

const StartSeriesDialog = later(async () => (await import('./SeriesDialogs.tsx')).StartSeriesDialog)

type ListedSeries = Awaited<ReturnType<Api['series']['list']>>['going'][number]

/** What returns: when the next time is, and how many came to the last. */
export function SeriesScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [isStarting, setStarting] = useState(false)
  const list = useQuery(api.series.list, {})
  return (
    <Page
      title={t('series.title')}
      actions={
        <Button kind="main" onPress={() => setStarting(true)}>
          {t('series.start')}
        </Button>
      }
    >
      <GatheringTabs />
      <Answered of={list}>
        {({ today, going, ended }) =>
          going.length + ended.length === 0 ? (
            <EmptyState title={t('series.emptyTitle')}>{t('series.emptyText')}</EmptyState>
          ) : (
            <>
              {going.map((series) => (
                <OneSeries key={series.id} series={series} today={today} />
              ))}
              {ended.length > 0 && (
                <Section title={t('series.ended')}>
                  <Lines>
                    {ended.map(({ id, title, untilDay, held }) => (
                      <Line key={id} verbs={<EndedWords untilDay={untilDay} held={held} />}>
                        <Link href={paths.oneSeries(id)}>
                          <bdi>{title}</bdi>
                        </Link>
                      </Line>
                    ))}
                  </Lines>
                </Section>
              )}
            </>
          )
        }
      </Answered>
      {isStarting && (
        <StartSeriesDialog onClose={() => setStarting(false)} onStarted={(id) => navigate(paths.oneSeries(id))} />
      )}
    </Page>
  )
}

function EndedWords({ untilDay, held }: { readonly untilDay: string | null; readonly held: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span className="soft">
      {untilDay !== null && t('series.endedOn', { day: format.day(untilDay) })} {t('series.heldTimes', { count: held })}
    </span>
  )
}

function OneSeries({ series, today }: { readonly series: ListedSeries; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rhythm = useRhythmWords()
  const { id, title, next, last, toRecord } = series
  const sub = [
    rhythm(series.rhythm),
    series.startTime === null ? '' : format.time(series.startTime),
    series.place ?? '',
    series.groupName ?? '',
  ].filter(Boolean)
  return (
    <Section
      title={title}
      action={
        <LinkButton kind="plain" href={paths.oneSeries(id)}>
          {t('series.open')}
          <span className="hide">: {title}</span>
        </LinkButton>
      }
    >
      <div className="stack">
        <p className="soft">{sub.join(' · ')}</p>
        <ToRecord series={series} today={today} />
        <p>
          {next === null || toRecord.some(({ id: waiting }) => waiting === next.id)
            ? next === null && toRecord.length === 0 && t('series.noNext')
            : t('series.next', { day: format.dayNear(next.day, today) })}
        </p>
        {last && <p className="soft">{t('series.last', { count: last.came, day: format.dayNear(last.day, today) })}</p>}
      </div>
    </Section>
  )
}

/** The oldest meeting that nobody wrote down yet: a number where people are counted, else the way to its list. */
function ToRecord({ series, today }: { readonly series: ListedSeries; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [meeting] = series.toRecord
  if (!meeting) return null
  const day = format.dayNear(meeting.day, today)
  if (series.counted === 'namen')
    return (
      <p>
        <Link href={paths.gathering(meeting.id)}>
          {t('series.headcount.toName')}: {day}
        </Link>
      </p>
    )
  return (
    <HeadcountForm
      key={meeting.id}
      gatheringId={meeting.id}
      label={`${series.title}, ${day}`}
      question={t('series.headcount.questionDay', { day })}
      asksLanguages={series.asksLanguages}
    />
  )
}
