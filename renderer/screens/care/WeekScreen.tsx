import { useTranslation } from 'react-i18next'
import { Lines, Verbs } from '../../components/Lines.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from '../../parts/Care.module.css'
import { FollowUpSentence, FollowUpVerbs } from '../../parts/FollowUpList.tsx'
import { SignalSubject, SignalVerbs } from '../../parts/SignalList.tsx'
import { useSignalName } from '../../parts/use-signal-name.ts'
import { CarePage } from './CarePage.tsx'

type Item = Awaited<ReturnType<Api['care']['week']>>['items'][number]

/** With whom somebody should be in touch this week, whichever way it was agreed. */
export function WeekScreen() {
  return (
    <CarePage>
      <Week />
    </CarePage>
  )
}

function Week() {
  const { t } = useTranslation()
  const week = useQuery(api.care.week, {})
  return (
    <Answered of={week}>
      {({ items, later, today }) => (
        <>
          {items.length === 0 ? (
            <EmptyState title={t('care.week.none')}>{t('care.week.noneHint')}</EmptyState>
          ) : (
            <Lines>
              {items.map((item) => (
                <WeekItem key={item.id} item={item} today={today} />
              ))}
            </Lines>
          )}
          {later > 0 && <p className="soft">{t('care.week.later', { count: later })}</p>}
        </>
      )}
    </Answered>
  )
}

function WeekItem({ item, today }: { readonly item: Item; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useSignalName()
  const { id, ownerPersonId, ownerName, dueDay, how, overdue } = item
  const followUp = { id, ownerPersonId, ownerName, dueDay, how, overdue, state: 'open', doneDay: null } as const
  return (
    <li className={item.isAway ? styles.away : undefined}>
      <div>
        <SignalSubject signal={item} />
        {item.signalKind !== null && <p>{t(`care.kinds.${item.signalKind}`)}</p>}
        <p>
          <FollowUpSentence followUp={followUp} today={today} />
        </p>
        {item.gathering && (
          <p className="soft small">
            {t('gatherings.followUp.because', {
              title: item.gathering.title,
              day: format.day(item.gathering.day, 'short'),
            })}
          </p>
        )}
        {item.isAway && (
          <Status kind="no" icon="clock" wraps>
            {item.awayUntil === null
              ? t('care.week.away')
              : t('care.week.awayUntil', { day: format.day(item.awayUntil) })}
          </Status>
        )}
      </div>
      {item.kind === 'signal' ? (
        <SignalVerbs signal={{ ...item, name: nameOf(item) }} isOpen />
      ) : (
        <Verbs>
          <FollowUpVerbs followUp={followUp} personId={item.personId ?? ''} personName={item.personName ?? ''} />
        </Verbs>
      )}
    </li>
  )
}
