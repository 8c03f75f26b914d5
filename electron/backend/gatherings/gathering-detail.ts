// One gathering as its screen shows it: facts, totals, who joined late, and "who was not here?".

import { countRunningAbsences } from '../../../shared/domain/attendance.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { connectionKinds, gatheringGoals, readCodes } from '../../../shared/domain/gathering-forms.ts'
import { liveRow } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import type { FollowUp } from '../follow-ups/follow-up-queries.ts'
import { followUpsLike } from '../follow-ups/follow-up-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findSeries } from '../series/series-queries.ts'
import { absenteesOf, areNamesGone, countRestricted, earlierStatuses } from './attendance-queries.ts'
import { gatheringSummaries } from './gathering-queries.ts'
import { peopleNotInvited } from './invitation-queries.ts'

export async function gatheringDetail(db: Reader, id: string, today: Day) {
  const gathering = await liveRow(db, 'gathering', id)
  const [summary] = await gatheringSummaries(db, { id }, today)
  if (!summary) throw new RuleBroken('notFound', { table: 'gathering' })
  // Once it is written down, nobody is missing from the invitation any more; where people are only counted, nobody ever is.
  const asksNames = gathering.state === 'gepland' && summary.counted === 'namen'
  const lateJoiners = asksNames ? await peopleNotInvited(db, gathering) : []
  return {
    ...summary,
    today,
    restricted: await countRestricted(db, id),
    hostPersonId: gathering.host_person_id,
    programme: gathering.programme,
    capacity: gathering.capacity,
    language: gathering.language,
    theme: gathering.theme,
    note: gathering.note,
    workForm: gathering.work_form,
    goals: readCodes(gatheringGoals, gathering.goals),
    connections: readCodes(connectionKinds, gathering.connections),
    themeAsked: gathering.theme_asked === 1,
    volunteerHours: gathering.volunteer_hours,
    subsidyId: gathering.subsidy_id,
    costCents: gathering.cost_cents,
    series: await seriesOf(db, gathering.series_id),
    lateJoiners: lateJoiners.map(({ personId, name }) => ({ personId, name })),
    namesGone: await areNamesGone(db, id),
    absentees: gathering.state === 'afgelast' ? [] : await absentees(db, gathering, today),
  }
}

async function seriesOf(db: Reader, id: string | null) {
  if (id === null) return null
  const series = await findSeries(db, id)
  return series ? { title: series.title, asksLanguages: series.asks_languages === 1 } : null
}

async function absentees(db: Reader, gathering: Row<'gathering'>, today: Day) {
  const rows = await absenteesOf(db, gathering.id)
  const personIds = rows.map((row) => row.person_id)
  const earlier = await earlierStatuses(db, personIds, gathering)
  const followUps = personIds.length > 0 ? await followUpsOfPeople(db, personIds, today) : []
  return rows.map((row) => {
    const run = countRunningAbsences([row.status, ...(earlier.get(row.person_id) ?? [])])
    const ofPerson = followUps.filter((followUp) => followUp.personId === row.person_id)
    const here = ofPerson.filter((followUp) => followUp.gathering?.id === gathering.id)
    const elsewhere = ofPerson.find((followUp) => followUp.gathering?.id !== gathering.id && followUp.state === 'open')
    const agreed = here.find((followUp) => followUp.state === 'open') ?? here.find(({ state }) => state === 'gedaan')
    return {
      personId: row.person_id,
      name: row.name_snapshot,
      status: row.status === 'niet_gekomen' ? ('niet_gekomen' as const) : ('afgemeld' as const),
      reason: row.reason,
      absences: run.absences,
      unknown: run.unknown,
      contact: row.attention === null ? null : row.attention === 1,
      followUp: agreed ? withoutPerson(agreed) : null,
      otherFollowUp: elsewhere ? withoutPerson(elsewhere) : null,
    }
  })
}

const followUpsOfPeople = (db: Reader, personIds: readonly string[], today: Day) =>
  followUpsLike(db, { states: ['open', 'gedaan'], personIds }, today)

function withoutPerson({ personId: _personId, personName: _personName, gathering: _gathering, ...rest }: FollowUp) {
  return rest
}
