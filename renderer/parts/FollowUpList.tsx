import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { partsOf } from '../../shared/domain/calendar-date.ts'
import { paths } from '../app/paths.ts'
import { Button } from '../components/Button.tsx'
import { Line, Lines, LineTitle } from '../components/Lines.tsx'
import { later } from '../components/later.tsx'
import { Status } from '../components/Status.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './FollowUpList.module.css'

const FollowUpDialog = later(async () => (await import('./FollowUpDialog.tsx')).FollowUpDialog)
const FinishDialog = later(async () => (await import('./FollowUpDialog.tsx')).FinishDialog)

type FollowUp = Awaited<ReturnType<Api['followUps']['list']>>['open'][number]
export type Agreed = Omit<FollowUp, 'personId' | 'personName' | 'gathering'>

export interface FollowUpListProps {
  readonly followUps: readonly FollowUp[]
  readonly today: string
  /** Say about whom it is; not on that person's own page. */
  readonly withPerson?: boolean
}

/** With whom to get in touch: who does it, before when, and that it was done. */
export function FollowUpList({ followUps, today, withPerson = false }: FollowUpListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Lines>
      {followUps.map((followUp) => (
        <Line
          key={followUp.id}
          verbs={<FollowUpVerbs followUp={followUp} personId={followUp.personId} personName={followUp.personName} />}
        >
          {withPerson && (
            <LineTitle>
              <Link href={paths.person(followUp.personId)}>
                <bdi>{followUp.personName}</bdi>
              </Link>
            </LineTitle>
          )}
          <p>
            <FollowUpSentence followUp={followUp} today={today} />
          </p>
          {followUp.gathering && (
            <p className="soft small">
              {t('gatherings.followUp.because', {
                title: followUp.gathering.title,
                day: format.day(followUp.gathering.day, isYearOf(followUp.gathering.day, today) ? 'short' : 'plain'),
              })}
            </p>
          )}
        </Line>
      ))}
    </Lines>
  )
}

const isYearOf = (day: string, today: string) => partsOf(day).year === partsOf(today).year

/** "Ria belt vóór 7 december", or what came of it. */
export function FollowUpSentence({ followUp, today }: { readonly followUp: Agreed; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { ownerName: owner, state, how } = followUp
  const dayOf = (day: string) => format.day(day, isYearOf(day, today) ? 'short' : 'plain')
  if (state === 'gedaan') {
    const day = dayOf(followUp.doneDay ?? followUp.dueDay)
    return (
      <Status kind="ok" wraps>
        {owner === null ? t('gatherings.followUp.done', { day }) : t('gatherings.followUp.doneBy', { owner, day })}
      </Status>
    )
  }
  if (state === 'vervallen') return <span className="soft">{t('gatherings.followUp.lapse')}</span>
  const day = dayOf(followUp.dueDay)
  const sentence =
    owner === null
      ? t('gatherings.followUp.sentenceNobody', { day })
      : how === null
        ? t('gatherings.followUp.sentence', { owner, day })
        : t('gatherings.followUp.sentenceHow', { owner, how: t(`gatherings.followUp.hows.${how}`).toLowerCase(), day })
  return (
    <>
      {sentence}
      {followUp.overdue && (
        <span className={styles.late}>
          <Status kind="att">{t('gatherings.followUp.late')}</Status>
        </span>
      )}
    </>
  )
}

/** What can be done with an agreement that is open. */
export function FollowUpVerbs(props: {
  readonly followUp: Agreed
  readonly personId: string
  readonly personName: string
  /** false where another choice beside it says the same. */
  readonly canLapse?: boolean
}) {
  const { followUp, personId, personName, canLapse = true } = props
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'change' | 'finish'>()
  const lapse = useCommand(api.followUps.lapse)
  if (followUp.state !== 'open') return null
  const close = () => setOpened(undefined)
  return (
    <>
      <Button
        kind="plain"
        label={t('gatherings.followUp.finishLabel', { name: personName })}
        onPress={() => setOpened('finish')}
      >
        {t('gatherings.followUp.finish')}
      </Button>
      <Button
        kind="plain"
        label={t('gatherings.followUp.changeLabel', { name: personName })}
        onPress={() => setOpened('change')}
      >
        {t('gatherings.followUp.change')}
      </Button>
      {canLapse && (
        <Button
          kind="plain"
          isBusy={lapse.isRunning}
          label={t('gatherings.followUp.lapseLabel', { name: personName })}
          onPress={() => void lapse.run({ id: followUp.id })}
        >
          {t('gatherings.followUp.lapse')}
        </Button>
      )}
      {lapse.formError && <p role="alert">{lapse.formError}</p>}

      {opened === 'change' && (
        <FollowUpDialog personId={personId} personName={personName} followUp={followUp} onClose={close} />
      )}
      {opened === 'finish' && <FinishDialog personName={personName} followUp={followUp} onClose={close} />}
    </>
  )
}
