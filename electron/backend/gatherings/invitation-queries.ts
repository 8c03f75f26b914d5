// Who belongs at a gathering: everybody of the group on its day, members and interested people alike; not those whose data are kept
// and not used.
import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { nameOf } from '../members/person-queries.ts'
import { peopleRestricted, restrictedPeople } from '../rights/left-out.ts'

export interface Invitable {
  readonly personId: string
  readonly name: string
  /** The person's group on that day; null = none. */
  readonly groupName: string | null
}

/** Everybody to invite for a group (null = the whole association) on a day, by surname. */
export async function peopleToInvite(
  db: Reader,
  groupId: string | null,
  day: Day,
  limit?: number,
): Promise<Invitable[]> {
  const people = invitablePeople(db, groupId, day)
  const rows = await (limit === undefined ? people : people.limit(limit)).execute()
  return rows.map(toInvitable)
}

/** The same people without those who have a live invitation to the gathering. */
export async function peopleNotInvited(
  db: Reader,
  gathering: { id: string; neighbourhood_id: string | null; day: Day },
): Promise<Invitable[]> {
  const rows = await invitablePeople(db, gathering.neighbourhood_id, gathering.day)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('attendance')
            .select('attendance.id')
            .whereRef('attendance.person_id', '=', 'person.id')
            .where('attendance.gathering_id', '=', gathering.id)
            .where('attendance.deleted_at', 'is', null),
        ),
      ),
    )
    .execute()
  return rows.map(toInvitable)
}

/** How many will be invited, and how many not because their data may not be used. */
export async function countToInvite(db: Reader, groupId: string | null, day: Day) {
  const count = async (people: ReturnType<typeof livingPeople>) => {
    const { count: found } = await people
      .clearSelect()
      .clearOrderBy()
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return found
  }
  const invited = await count(invitablePeople(db, groupId, day))
  return { invited, restricted: (await count(peopleOfGroup(db, groupId, day))) - invited }
}

/** These people whatever their membership: somebody may be invited who belongs to no group. */
export async function peopleById(db: Reader, personIds: readonly string[], day: Day): Promise<Invitable[]> {
  const found: Invitable[] = []
  for (let start = 0; start < personIds.length; start += idsPerQuestion) {
    const rows = await livingPeople(db, day)
      .where('person.id', 'in', personIds.slice(start, start + idsPerQuestion))
      .execute()
    found.push(...rows.map(toInvitable))
  }
  return found
}

/** Up to 20 people whose name holds `find`, without those invited already; of each whether they may be. */
export async function findNotInvited(
  db: Reader,
  gathering: { id: string; day: Day },
  words: readonly string[],
): Promise<(Invitable & { readonly isRestricted: boolean })[]> {
  let query = livingPeople(db, gathering.day)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('attendance')
            .select('attendance.id')
            .whereRef('attendance.person_id', '=', 'person.id')
            .where('attendance.gathering_id', '=', gathering.id)
            .where('attendance.deleted_at', 'is', null),
        ),
      ),
    )
    .limit(20)
  // sort_name is folded: no capitals, no accents. The words come in folded too.
  for (const word of words) query = query.where('person.sort_name', 'like', `%${word}%`)
  const restricted = await peopleRestricted(db)
  const rows = await query.execute()
  return rows.map((row) => ({ ...toInvitable(row), isRestricted: restricted.has(row.id) }))
}

/** SQLite takes a limited number of values in one statement. */
const idsPerQuestion = 500

function invitablePeople(db: Reader, groupId: string | null, day: Day) {
  return peopleOfGroup(db, groupId, day).where(sql<SqlBool>`person.id NOT IN ${sql.raw(restrictedPeople)}`)
}

function peopleOfGroup(db: Reader, groupId: string | null, day: Day) {
  const members = livingPeople(db, day).where((eb) =>
    eb.exists(
      eb
        .selectFrom('membership')
        .select('membership.id')
        .whereRef('membership.person_id', '=', 'person.id')
        .where('membership.kind', 'in', ['lid', 'belangstellende'])
        .where('membership.deleted_at', 'is', null)
        .where('membership.from_day', '<=', day)
        .where((or) => or.or([or('membership.until_day', 'is', null), or('membership.until_day', '>', day)])),
    ),
  )
  if (groupId === null) return members
  return members.where((eb) =>
    eb.exists(
      eb
        .selectFrom('neighbourhood_membership as nm')
        .select('nm.id')
        .whereRef('nm.person_id', '=', 'person.id')
        .where('nm.neighbourhood_id', '=', groupId)
        .where('nm.deleted_at', 'is', null)
        .where('nm.from_day', '<=', day)
        .where((or) => or.or([or('nm.until_day', 'is', null), or('nm.until_day', '>', day)])),
    ),
  )
}

function livingPeople(db: Reader, day: Day) {
  return db
    .selectFrom('person')
    .select((eb) => [
      'person.id',
      'person.first_name',
      'person.infix',
      'person.last_name',
      'person.called',
      eb
        .selectFrom('neighbourhood_membership as own')
        .innerJoin('neighbourhood', 'neighbourhood.id', 'own.neighbourhood_id')
        .select('neighbourhood.name')
        .whereRef('own.person_id', '=', 'person.id')
        .where('own.deleted_at', 'is', null)
        .where('own.from_day', '<=', day)
        .where((or) => or.or([or('own.until_day', 'is', null), or('own.until_day', '>', day)]))
        .orderBy('own.from_day')
        .orderBy('own.id')
        .limit(1)
        .as('group_name'),
    ])
    .where('person.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('person.deceased_on', 'is', null), eb('person.deceased_on', '>', day)]))
    .orderBy('person.sort_name')
    .orderBy('person.id')
}

function toInvitable(row: {
  id: string
  first_name: string
  infix: string
  last_name: string
  called: string
  group_name: string | null
}): Invitable {
  return { personId: row.id, name: nameOf(row), groupName: row.group_name }
}
