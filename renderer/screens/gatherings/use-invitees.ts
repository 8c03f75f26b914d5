import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceCounts } from '../../../shared/domain/attendance.ts'
import { countAttendance } from '../../../shared/domain/attendance.ts'
import { api } from '../../data/api.ts'
import { type Answer, useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { MarkedPerson } from './AttendanceMarks.tsx'
import type { GatheringDetail } from './GatheringScreen.tsx'
import { type Marks, useMarks } from './use-marks.ts'

/** A list of this length is drawn at once; longer ones in steps. */
export const stepOfList = 200

export interface Invitees {
  readonly state: Answer<unknown>['state']
  readonly people: readonly MarkedPerson[]
  readonly counts: AttendanceCounts & { readonly coming: number }
  /** How many fit what is searched for, also those not drawn. */
  readonly total: number
  readonly find: string
  readonly setFind: (find: string) => void
  /** How many more a next step would show; 0 when all are there. */
  readonly next: number
  readonly showMore: () => void
  readonly marks: Marks
}

/** The people of a gathering with what was chosen for them, choices that are still being saved included. */
export function useInvitees(gathering: GatheringDetail): Invitees {
  const { t } = useTranslation()
  const format = useFormat()
  const awayWords = (away: { readonly until: string | null } | null) =>
    away === null
      ? null
      : away.until === null
        ? t('gatherings.marks.away')
        : t('gatherings.marks.awayUntil', { day: format.day(away.until, 'short') })
  const [find, setFind] = useState('')
  const [limit, setLimit] = useState(stepOfList)
  const answer = useQuery(api.gatherings.invitees, { gatheringId: gathering.id, find, limit }, { keep: true })
  const value = answer.state === 'ready' ? answer.value : undefined
  const marks = useMarks(gathering.id, value)
  const isAhead = gathering.day > gathering.today

  const people = (value?.rows ?? []).map((row): MarkedPerson => {
    const known = isAhead && row.status === 'onbekend' && row.coming ? 'coming' : row.status
    const mark = marks.waiting.get(row.personId)?.mark ?? known
    return { personId: row.personId, name: row.name, mark, saidComing: row.coming, away: awayWords(row.away) }
  })
  const total = value?.total ?? 0
  const isWhole = find === '' && people.length === total && value !== undefined
  return {
    state: answer.state,
    people,
    // The whole list is here: count what is seen, choices on their way included.
    counts: isWhole ? countPeople(people) : gathering.counts,
    total,
    find,
    setFind,
    next: Math.min(stepOfList, total - people.length),
    showMore: () => setLimit(limit + stepOfList),
    marks,
  }
}

function countPeople(people: readonly MarkedPerson[]) {
  const counts = countAttendance(people.map(({ mark }) => (mark === 'coming' ? 'onbekend' : mark)))
  return { ...counts, coming: people.filter(({ mark }) => mark === 'coming').length }
}
