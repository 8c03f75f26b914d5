// Who was invited to a gathering, and what is known of them.
import { type SqlBool, sql } from 'kysely'
import type { AttendanceStatus } from '../../../shared/domain/attendance.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { restrictedPeople } from '../rights/left-out.ts'
import { RuleBroken } from '../rule-broken.ts'

type AttendanceRow = Row<'attendance'>

export async function attendanceOf(db: Reader, gatheringId: string, personId: string): Promise<AttendanceRow> {
  const row = await db
    .selectFrom('attendance')
    .selectAll()
    .where('gathering_id', '=', gatheringId)
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'attendance' })
  return row
}

export async function updateAttendance(
  tx: Transaction,
  id: string,
  values: Partial<Omit<AttendanceRow, 'id' | 'gathering_id' | 'person_id'>>,
): Promise<void> {
  const result = await tx.updateTable('attendance').set(values).where('id', '=', id).executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'attendance' })
}

/** Who it was is not kept any longer: the row counts, and stands in no list. */
const forgottenName = ''

/** Whether a gathering is so long ago that only its numbers are left. */
export async function areNamesGone(db: Reader, gatheringId: string): Promise<boolean> {
  const row = await db
    .selectFrom('attendance')
    .select((eb) => eb.fn.max('name_snapshot').as('name'))
    .where('gathering_id', '=', gatheringId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row?.name === forgottenName
}

/** How many of the invited have data that are kept and not used. */
export async function countRestricted(db: Reader, gatheringId: string): Promise<number> {
  const { count } = await db
    .selectFrom('attendance')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('gathering_id', '=', gatheringId)
    .where(sql<SqlBool>`person_id IN ${sql.raw(restrictedPeople)}`)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function countUnknown(db: Reader, gatheringId: string): Promise<number> {
  const { count } = await db
    .selectFrom('attendance')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('gathering_id', '=', gatheringId)
    .where('status', '=', 'onbekend')
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Gives everybody of whom nothing is known yet this status; answers how many. */
export async function updateUnknown(tx: Transaction, gatheringId: string, status: AttendanceStatus): Promise<number> {
  const result = await tx
    .updateTable('attendance')
    .set({ status, reason: null, attention: null })
    .where('gathering_id', '=', gatheringId)
    .where('status', '=', 'onbekend')
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(result.numUpdatedRows)
}

/** Who left or died is not waited for at what is still to be recorded, from `day` on. Somebody who came all the same stays. */
export async function takeBackInvitations(
  tx: Transaction,
  back: { readonly personId: string; readonly day: Day; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('attendance')
    .set({ deleted_at: back.at })
    .where('person_id', '=', back.personId)
    .where('status', '<>', 'aanwezig')
    .where('deleted_at', 'is', null)
    .where('gathering_id', 'in', (eb) =>
      eb.selectFrom('gathering').select('id').where('state', '=', 'gepland').where('day', '>=', back.day),
    )
    .execute()
}

/** Rows of these people at this gathering, taken-back invitations included. */
export async function everInvited(db: Reader, gatheringId: string): Promise<Map<string, AttendanceRow>> {
  const rows = await db.selectFrom('attendance').selectAll().where('gathering_id', '=', gatheringId).execute()
  return new Map(rows.map((row) => [row.person_id, row]))
}

/** The invited by surname; `total` counts all that fit `find`, also beyond `limit`. */
export async function inviteesOf(
  db: Reader,
  gatheringId: string,
  find: string,
  limit: number,
): Promise<{ rows: AttendanceRow[]; total: number }> {
  const rows = await db
    .selectFrom('attendance')
    .leftJoin('person', 'person.id', 'attendance.person_id')
    .selectAll('attendance')
    .where('attendance.gathering_id', '=', gatheringId)
    .where('attendance.deleted_at', 'is', null)
    .where('attendance.name_snapshot', '<>', forgottenName)
    .orderBy((eb) => eb.fn.coalesce('person.sort_name', 'attendance.name_snapshot'))
    .orderBy('attendance.id')
    .execute()
  // The name of the day counts, not today's: it is folded here because SQLite cannot.
  const words = foldText(find).split(' ').filter(Boolean)
  const fitting = rows.filter((row) => {
    const name = foldText(row.name_snapshot)
    return words.every((word) => name.includes(word))
  })
  return { rows: fitting.slice(0, limit), total: fitting.length }
}

/** Those known not to have been there, by surname; at most 200. After who died or went to the bin since, nobody asks. */
export async function absenteesOf(db: Reader, gatheringId: string): Promise<AttendanceRow[]> {
  return db
    .selectFrom('attendance')
    .leftJoin('person', 'person.id', 'attendance.person_id')
    .selectAll('attendance')
    .where('attendance.gathering_id', '=', gatheringId)
    .where('attendance.deleted_at', 'is', null)
    .where('attendance.name_snapshot', '<>', forgottenName)
    .where('attendance.status', 'in', ['afgemeld', 'niet_gekomen'])
    .where('person.deceased_on', 'is', null)
    .where('person.deleted_at', 'is', null)
    .orderBy((eb) => eb.fn.coalesce('person.sort_name', 'attendance.name_snapshot'))
    .orderBy('attendance.id')
    .limit(200)
    .execute()
}

/**
 * Per person what was written down at recorded gatherings before the given one, newest first. Gatherings that were called off,
 * or not written down yet, are not among them.
 */
export async function earlierStatuses(
  db: Reader,
  personIds: readonly string[],
  before: { id: string; day: string; start_time: string | null },
): Promise<Map<string, AttendanceStatus[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('gathering', 'gathering.id', 'attendance.gathering_id')
    .select(['attendance.person_id', 'attendance.status', 'gathering.id', 'gathering.day', 'gathering.start_time'])
    .where('attendance.person_id', 'in', [...personIds])
    .where('attendance.deleted_at', 'is', null)
    .where('gathering.deleted_at', 'is', null)
    .where('gathering.state', '=', 'gehouden')
    .where('gathering.day', '<=', before.day)
    .where('gathering.id', '<>', before.id)
    .execute()
  const earlier = rows.filter((row) => comesBefore(row, before)).sort((a, b) => (comesBefore(a, b) ? 1 : -1))
  const perPerson = new Map<string, AttendanceStatus[]>()
  for (const row of earlier) perPerson.set(row.person_id, [...(perPerson.get(row.person_id) ?? []), row.status])
  return perPerson
}

interface Moment {
  readonly id: string
  readonly day: string
  readonly start_time: string | null
}

/** Two on one day: by their time, those without a time first; else by id, so that the order is always the same. */
function comesBefore(a: Moment, b: Moment): boolean {
  return momentKey(a) < momentKey(b)
}

const momentKey = ({ day, start_time, id }: Moment) => `${day} ${start_time ?? '00:00'} ${id}`

/** A person's invitations, newest first; without gatherings in the bin. */
export async function invitationsOf(db: Reader, personId: string) {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('gathering', 'gathering.id', 'attendance.gathering_id')
    .select([
      'attendance.status',
      'attendance.said_coming',
      'gathering.id',
      'gathering.day',
      'gathering.start_time',
      'gathering.title',
      'gathering.state',
    ])
    .where('attendance.person_id', '=', personId)
    .where('attendance.deleted_at', 'is', null)
    .where('attendance.name_snapshot', '<>', forgottenName)
    .where('gathering.deleted_at', 'is', null)
    .execute()
  return rows.sort((a, b) => (comesBefore(a, b) ? 1 : -1))
}
