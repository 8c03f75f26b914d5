import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import { WorkingGroupTabs } from './WorkingGroupTabs.tsx'

const MeetingDialog = later(async () => (await import('./MeetingDialog.tsx')).MeetingDialog)

export type LeaderMeeting = Awaited<ReturnType<Api['workingGroup']['meetings']>>[number]

/** Intervision, training and meetings of people with a role. */
export function MeetingsScreen() {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<LeaderMeeting | 'new' | null>(null)
  const answer = useQuery(api.workingGroup.meetings, {})
  return (
    <Page
      title={t('workingGroup.meeting.title')}
      actions={
        <Button kind="main" icon="plus" onPress={() => setEdited('new')}>
          {t('workingGroup.meeting.add')}
        </Button>
      }
    >
      <WorkingGroupTabs />
      <Answered of={answer}>
        {(meetings) =>
          meetings.length === 0 ? (
            <EmptyState title={t('workingGroup.meeting.empty')}>{t('workingGroup.meeting.emptyText')}</EmptyState>
          ) : (
            <TitledLines label={t('workingGroup.meeting.title')}>
              {meetings.map((meeting) => (
                <OneMeeting key={meeting.id} meeting={meeting} onChange={() => setEdited(meeting)} />
              ))}
            </TitledLines>
          )
        }
      </Answered>
      {edited !== null && <MeetingDialog meeting={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  )
}

function OneMeeting({ meeting, onChange }: { readonly meeting: LeaderMeeting; readonly onChange: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, kind, day, topic, place, note, present } = meeting
  const title = [t(`workingGroup.meeting.kinds.${kind}`), topic].filter(Boolean).join(': ')
  const groups = [...new Set(present.flatMap(({ of }) => of ?? []))]
  return (
    <TitledLine
      title={title}
      verbs={
        <RowVerbs
          name={`${title}, ${format.day(day)}`}
          id={id}
          remove={api.workingGroup.removeMeeting}
          onChange={onChange}
        />
      }
    >
      <div>{[format.day(day), place].filter(Boolean).join(', ')}</div>
      <div className="soft">
        {present.length === 0
          ? t('workingGroup.meeting.nobody')
          : groups.length === 0
            ? t('workingGroup.meeting.present', { count: present.length })
            : t('workingGroup.meeting.presentOf', { count: present.length, groups: format.list(groups) })}
      </div>
      {note && <div>{note}</div>}
    </TitledLine>
  )
}
