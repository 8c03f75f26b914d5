import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Notice } from '../../components/Notice.tsx'
import { OnPaper } from '../../components/OnPaper.tsx'
import { Page } from '../../components/Page.tsx'
import { ErrorState, LoadingState } from '../../components/States.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { useModules } from '../../parts/use-modules.ts'
import { AbsentPanel } from './AbsentPanel.tsx'
import { AttendanceSheet } from './AttendanceSheet.tsx'
import { ConsentsAtGathering } from './ConsentsAtGathering.tsx'
import styles from './Gatherings.module.css'
import { GuestsAndNote } from './GuestsAndNote.tsx'
import { useGatheringWords } from './gathering-words.ts'
import { Headcount } from './Headcount.tsx'
import { LateJoiners } from './LateJoiners.tsx'
import { LiftsSection } from './LiftsSection.tsx'
import { RecordAttendance, RecordBar } from './RecordAttendance.tsx'
import { SpeakersSection } from './SpeakersSection.tsx'
import { useInvitees } from './use-invitees.ts'

const ChangeDialog = later(async () => (await import('./ChangeDialog.tsx')).ChangeDialog)
const InviteDialog = later(async () => (await import('./InviteDialog.tsx')).InviteDialog)

export type GatheringDetail = Awaited<ReturnType<Api['gatherings']['detail']>>

/** One gathering: who comes or came, and who was not there. */
export function GatheringScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const gathering = useQuery(api.gatherings.detail, { id })
  const textOf = useErrorText()
  const back = { href: paths.gatherings, label: t('gatherings.screen.back') }
  if (gathering.state === 'ready') return <OneGathering gathering={gathering.value} />
  return (
    <Page title={gathering.state === 'error' ? t('gatherings.title') : undefined} back={back}>
      {gathering.state === 'loading' ? (
        <LoadingState />
      ) : (
        <ErrorState
          text={gathering.error.code === 'notFound' ? t('gatherings.screen.gone') : textOf(gathering.error)}
          onRetry={gathering.retry}
        />
      )}
    </Page>
  )
}

function OneGathering({ gathering }: { readonly gathering: GatheringDetail }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'change' | 'invite'>()
  const words = useGatheringWords()
  const format = useFormat()
  const invitees = useInvitees(gathering)
  const { state, day, today, counts, namesGone } = gathering
  const isCancelled = state === 'afgelast'
  const isAhead = day > today
  const isCounted = gathering.counted === 'aantal'
  const keeps = useModules()
  const sub = (where: string, invited: number) =>
    [
      where,
      isAhead && gathering.startTime !== null ? format.time(gathering.startTime) : '',
      gathering.groupName ?? '',
      isCounted ? '' : t('gatherings.list.invited', { count: invited }),
    ]
      .filter(Boolean)
      .join(' · ')
  const close = () => setOpened(undefined)
  return (
    <Page
      isForPaper
      title={t('gatherings.screen.heading', { title: gathering.title, day: words.day(day, today) })}
      sub={
        <OnPaper
          screen={sub(words.where(gathering), counts.invited)}
          paper={sub(words.whereOnPaper(gathering), counts.invited - gathering.restricted)}
        />
      }
      back={{ href: paths.gatherings, label: t('gatherings.screen.back') }}
      actions={<Button onPress={() => setOpened('change')}>{t('gatherings.screen.change')}</Button>}
      aside={!isAhead && !isCancelled && !isCounted && !namesGone && <AbsentPanel gathering={gathering} />}
      asideLabel={t('gatherings.absent.title')}
      bar={
        !isAhead &&
        !isCancelled &&
        !namesGone &&
        counts.invited > 0 && <RecordBar gathering={gathering} invitees={invitees} />
      }
    >
      <div className={styles.onScreen}>
        {isCancelled ? (
          <CalledOff gathering={gathering} />
        ) : (
          <>
            {isCounted ? (
              <Headcount gathering={gathering} />
            ) : namesGone ? (
              <Notice>{t('gatherings.screen.namesGone', { present: counts.present, invited: counts.invited })}</Notice>
            ) : (
              <>
                <LateJoiners gathering={gathering} />
                <RecordAttendance gathering={gathering} invitees={invitees} onInvite={() => setOpened('invite')} />
              </>
            )}
            {keeps('lifts') && <LiftsSection gatheringId={gathering.id} />}
            {keeps('forms') && <SpeakersSection gatheringId={gathering.id} today={today} />}
            {!isAhead && <GuestsAndNote key={gathering.id} gathering={gathering} />}
          </>
        )}
        {gathering.counted === 'namen' && gathering.state !== 'afgelast' && !gathering.namesGone && (
          <ConsentsAtGathering gatheringId={gathering.id} />
        )}
        <More gathering={gathering} onInvite={() => setOpened('invite')} />
      </div>
      <AttendanceSheet gathering={gathering} />

      {opened === 'change' && <ChangeDialog gathering={gathering} onClose={close} />}
      {opened === 'invite' && <InviteDialog gatheringId={gathering.id} onClose={close} />}
    </Page>
  )
}

function CalledOff({ gathering }: { readonly gathering: GatheringDetail }) {
  const { t } = useTranslation()
  const reinstate = useCommand(api.gatherings.reinstate)
  const isPast = gathering.day < gathering.today
  return (
    <Notice
      action={
        <Button isBusy={reinstate.isRunning} onPress={() => void reinstate.run({ id: gathering.id })}>
          {t('gatherings.screen.reinstate')}
        </Button>
      }
    >
      {t(isPast ? 'gatherings.screen.cancelled' : 'gatherings.screen.cancelledAhead')}
      <FormError text={reinstate.formError} />
    </Notice>
  )
}

/** What is known besides, and the things that are seldom done. */
function More({ gathering, onInvite }: { readonly gathering: GatheringDetail; readonly onInvite: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, navigate] = useLocation()
  const words = useGatheringWords()
  const keeps = useModules()
  const cancel = useCommand(api.gatherings.cancel)
  const remove = useCommand(api.gatherings.remove)
  return (
    <Disclosure title={t('gatherings.screen.more')}>
      <div className="stack">
        <Facts
          facts={[
            {
              term: t('gatherings.screen.when'),
              value: [format.day(gathering.day, 'full'), gathering.startTime && format.time(gathering.startTime)]
                .filter(Boolean)
                .join(', '),
            },
            { term: t('gatherings.screen.place'), value: words.where(gathering) },
            { term: t('gatherings.list.forWhom'), value: words.group(gathering.groupName) },
            {
              term: t('gatherings.screen.capacity'),
              value: gathering.capacity !== null && t('gatherings.screen.capacityValue', { count: gathering.capacity }),
            },
            {
              term: t('gatherings.screen.theme'),
              value:
                gathering.theme !== null && gathering.themeAsked
                  ? t('forms.askedValue', { theme: gathering.theme })
                  : gathering.theme,
            },
            { term: t('forms.workForm'), value: gathering.workForm && t(`forms.workForms.${gathering.workForm}`) },
            { term: t('forms.goals'), value: format.list(gathering.goals.map((goal) => t(`forms.goal.${goal}`))) },
            {
              term: t('forms.connections'),
              value: format.list(gathering.connections.map((kind) => t(`forms.connection.${kind}`))),
            },
            {
              term: t('forms.volunteerHours'),
              value:
                gathering.volunteerHours !== null &&
                t('forms.volunteerHoursValue', { count: gathering.volunteerHours }),
            },
            {
              term: t('subsidies.costField'),
              value: gathering.costCents !== null && format.amount(gathering.costCents),
            },
            { term: t('gatherings.screen.language'), value: gathering.language },
            { term: t('gatherings.screen.programme'), value: gathering.programme },
            { term: t('gatherings.form.note'), value: gathering.day > gathering.today && gathering.note },
          ]}
        />
        {gathering.series && gathering.seriesId !== null && (
          <p>
            <Link href={paths.oneSeries(gathering.seriesId)}>
              {t('series.part', { title: gathering.series.title })}
            </Link>
          </p>
        )}
        <div className="cluster">
          {gathering.counted === 'namen' && (
            <>
              <Button onPress={onInvite}>{t('gatherings.invite.manage')}</Button>
              <Button icon="print" onPress={() => print()}>
                {t('gatherings.screen.print')}
              </Button>
              <LinkButton icon="print" href={paths.toPrint({ bijeenkomst: gathering.id })}>
                {t('gatherings.screen.toPaper')}
              </LinkButton>
              <ExportButton wanted={{ list: 'attendance', gatheringId: gathering.id }} />
            </>
          )}
          {keeps('barriers') && gathering.state === 'gehouden' && (
            <LinkButton href={paths.newBarrier(placeOf(gathering))}>{t('barriers.ofGathering')}</LinkButton>
          )}
          {gathering.state !== 'afgelast' && (
            <Button isBusy={cancel.isRunning} onPress={() => void cancel.run({ id: gathering.id })}>
              {t('gatherings.screen.cancel')}
            </Button>
          )}
          <Button
            isBusy={remove.isRunning}
            onPress={async () => {
              const outcome = await remove.run({ id: gathering.id })
              if (outcome.ok) navigate(paths.gatherings)
            }}
          >
            {t('gatherings.screen.remove')}
          </Button>
        </div>
        <FormError text={cancel.formError ?? remove.formError} />
      </div>
    </Disclosure>
  )
}

/** For which gatherings a barrier is asked about: its series, else its group. */
function placeOf({ seriesId, groupId }: GatheringDetail): string {
  if (seriesId !== null) return `series:${seriesId}`
  return groupId === null ? 'all' : `group:${groupId}`
}
