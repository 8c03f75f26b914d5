import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Day, dayOfClock, partsOf } from '../../shared/domain/calendar-date.ts'
import { paths } from '../app/paths.ts'
import { Button } from '../components/Button.tsx'
import { later } from '../components/later.tsx'
import { Section } from '../components/Section.tsx'
import { Status } from '../components/Status.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { FollowUpList } from './FollowUpList.tsx'
import styles from './PersonGatherings.module.css'

const FollowUpDialog = later(async () => (await import('./FollowUpDialog.tsx')).FollowUpDialog)

const shownAtFirst = 5
const shownAtMost = 200

type Attended = Awaited<ReturnType<Api['gatherings']['forPerson']>>['rows'][number]

export interface PersonGatheringsProps {
  readonly personId: string
  readonly name: string
  /** Getting in touch can be agreed; not with somebody who died. */
  readonly canContact?: boolean
}

/** The gatherings somebody was invited to, newest first, and what was agreed about getting in touch. A section of its own. */
export function PersonGatherings({ personId, name, canContact = true }: PersonGatheringsProps) {
  const { t } = useTranslation()
  const [isAll, setAll] = useState(false)
  const [isPlanning, setPlanning] = useState(false)
  const gatherings = useQuery(
    api.gatherings.forPerson,
    { personId, limit: isAll ? shownAtMost : shownAtFirst },
    { keep: true },
  )
  const followUps = useQuery(api.followUps.forPerson, { personId })
  const today = useQuery(api.followUps.list, { closed: false })
  const open = followUps.state === 'ready' ? followUps.value.filter(({ state }) => state === 'open') : []
  return (
    <Section
      title={t('gatherings.person.title')}
      action={
        canContact && (
          <Button kind="plain" onPress={() => setPlanning(true)}>
            {t('gatherings.person.plan')}
          </Button>
        )
      }
    >
      {open.length > 0 && today.state === 'ready' && <FollowUpList followUps={open} today={today.value.today} />}
      <Answered of={gatherings}>
        {({ rows, total }) =>
          total === 0 ? (
            <p className="soft">{t('gatherings.person.none')}</p>
          ) : (
            <>
              <ul className={styles.list}>
                {rows.map((row) => (
                  <OneGathering key={row.gatheringId} row={row} today={dayOfClock(new Date())} />
                ))}
              </ul>
              {total > rows.length && !isAll && (
                <div className={styles.all}>
                  <Button kind="plain" onPress={() => setAll(true)}>
                    {t('gatherings.person.all', { count: total })}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Answered>
      {isPlanning && (
        <FollowUpDialog personId={personId} personName={name} followUp={null} onClose={() => setPlanning(false)} />
      )}
    </Section>
  )
}

function OneGathering({ row, today }: { readonly row: Attended; readonly today: Day }) {
  const format = useFormat()
  return (
    <li>
      <span>
        <Link href={paths.gathering(row.gatheringId)}>
          <bdi>{row.title}</bdi>
        </Link>{' '}
        <span className="soft">
          {format.day(row.day, partsOf(row.day).year === partsOf(today).year ? 'short' : 'plain')}
        </span>
      </span>
      <WhatHappened row={row} />
    </li>
  )
}

function WhatHappened({ row }: { readonly row: Attended }) {
  const { t } = useTranslation()
  if (row.state === 'afgelast') return <Status kind="no">{t('gatherings.state.afgelast')}</Status>
  switch (row.status) {
    case 'aanwezig':
      return <Status kind="ok">{t('gatherings.marks.aanwezig')}</Status>
    case 'afgemeld':
      return (
        <Status kind="no" icon="circleMinus">
          {t('gatherings.marks.afgemeld')}
        </Status>
      )
    case 'niet_gekomen':
      return (
        <Status kind="no" icon="emptyChair">
          {t('gatherings.marks.niet_gekomen')}
        </Status>
      )
    case 'onbekend':
      if (row.state === 'gepland')
        return (
          <Status kind="no" icon={row.coming ? 'check' : 'circle'}>
            {t(row.coming ? 'gatherings.marks.coming' : 'gatherings.state.gepland')}
          </Status>
        )
      return (
        <Status kind="no" icon="circle">
          {t('gatherings.marks.onbekend')}
        </Status>
      )
  }
}
