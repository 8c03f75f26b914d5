// Jobs at one house, and who helps there.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { findNames, inIds } from '../members/person-queries.ts'
import { goneOf, refTo } from './neighbour-queries.ts'

/** What is planned, soonest first, and after it what was, newest first; what ended before `from` is left out. */
export async function jobsSince(db: Reader, from: Day, today: Day) {
  const rows = await db
    .selectFrom('help_job')
    .leftJoin('neighbourhood', 'neighbourhood.id', 'help_job.neighbourhood_id')
    .selectAll('help_job')
    .select('neighbourhood.name as group_name')
    .where('help_job.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('help_job.state', '=', 'gepland'), eb('first_day', '>=', from)]))
    .orderBy('first_day')
    .orderBy('help_job.id')
    .execute()
  const members = await db
    .selectFrom('help_job_member')
    .select(['job_id', 'person_id'])
    .where('job_id', 'in', inIds(rows.map(({ id }) => id)))
    .where('deleted_at', 'is', null)
    .execute()
  const teams = Map.groupBy(members, ({ job_id }) => job_id)
  const names = await findNames(db, [
    ...rows.map(({ person_id }) => person_id).filter((id) => id !== null),
    ...members.map(({ person_id }) => person_id),
  ])
  const planned = new Set(rows.filter(({ state }) => state === 'gepland').map(({ id }) => id))
  const coming = members.filter(({ job_id }) => planned.has(job_id)).map(({ person_id }) => person_id)
  const gone = await goneOf(db, coming, today)
  const views = rows.map((row) => ({
    id: row.id,
    title: row.title,
    person: refTo(names, row.person_id),
    groupId: row.neighbourhood_id,
    groupName: row.group_name,
    place: row.place,
    firstDay: row.first_day,
    lastDay: row.last_day,
    state: row.state,
    grewInto: row.state === 'gedaan' ? row.grew_into : null,
    team: (teams.get(row.id) ?? [])
      .filter(({ person_id }) => !planned.has(row.id) || !gone.has(person_id))
      .flatMap(({ person_id }) => refTo(names, person_id) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    isOver: row.state === 'gepland' && (row.last_day ?? row.first_day) < today,
  }))
  const isPlanned = ({ state }: (typeof views)[number]) => state === 'gepland'
  return [...views.filter(isPlanned), ...views.filter((job) => !isPlanned(job)).reverse()]
}
