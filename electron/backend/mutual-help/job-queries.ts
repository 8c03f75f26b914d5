// Jobs at one house, and who helps there.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow, Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { findNames, inIds } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { refTo } from './neighbour-queries.ts'

type Job = Row<'help_job'>

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
      .flatMap(({ person_id }) => refTo(names, person_id) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    isOver: row.state === 'gepland' && (row.last_day ?? row.first_day) < today,
  }))
  const isPlanned = ({ state }: (typeof views)[number]) => state === 'gepland'
  return [...views.filter(isPlanned), ...views.filter((job) => !isPlanned(job)).reverse()]
}

export async function jobById(db: Reader, id: string): Promise<Job> {
  const row = await db
    .selectFrom('help_job')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'help_job' })
  return row
}

export async function updateJob(tx: Transaction, id: string, values: Partial<Omit<Job, 'id'>>): Promise<void> {
  const result = await tx.updateTable('help_job').set(values).where('id', '=', id).executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'help_job' })
}

/** Who is in the team of a job, each with the id of that row. */
export async function jobMembers(db: Reader, jobId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('help_job_member')
    .select(['id', 'person_id'])
    .where('job_id', '=', jobId)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.id]))
}

export async function addJobMembers(tx: Transaction, rows: readonly NewRow<'help_job_member'>[]): Promise<void> {
  await insertRows(tx, 'help_job_member', rows)
}

export async function takeJobMembers(
  tx: Transaction,
  jobId: string,
  personIds: readonly string[],
  at: string,
): Promise<void> {
  await tx
    .updateTable('help_job_member')
    .set({ deleted_at: at })
    .where('job_id', '=', jobId)
    .where('person_id', 'in', inIds(personIds))
    .where('deleted_at', 'is', null)
    .execute()
}
