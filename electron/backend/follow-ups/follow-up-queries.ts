// Who looks in on whom, and before which day.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow, Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { nameOf } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface FollowUp {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly gathering: { readonly id: string; readonly title: string; readonly day: Day } | null
  readonly ownerPersonId: string | null
  readonly ownerName: string | null
  readonly dueDay: Day
  readonly overdue: boolean
  readonly state: Row<'follow_up'>['state']
  readonly doneDay: Day | null
  readonly how: Row<'follow_up'>['how']
}

export interface FollowUpFilter {
  readonly states: readonly Row<'follow_up'>['state'][]
  readonly personIds?: readonly string[]
  readonly gatheringId?: string
  readonly dueBy?: Day
  readonly dueFrom?: Day
}

/** Soonest day first. People in the bin are left out, and so are those who died unless they are asked for by id. */
export async function followUpsLike(db: Reader, filter: FollowUpFilter, today: Day): Promise<FollowUp[]> {
  let query = db
    .selectFrom('follow_up')
    .innerJoin('person', 'person.id', 'follow_up.person_id')
    .leftJoin('gathering', (join) =>
      join.onRef('gathering.id', '=', 'follow_up.gathering_id').on('gathering.deleted_at', 'is', null),
    )
    .leftJoin('person as owner', 'owner.id', 'follow_up.owner_person_id')
    .select([
      'follow_up.id',
      'follow_up.person_id',
      'follow_up.owner_person_id',
      'follow_up.owner_name',
      'follow_up.due_day',
      'follow_up.state',
      'follow_up.done_day',
      'follow_up.how',
      'gathering.id as gathering_id',
      'gathering.title',
      'gathering.day',
      'person.first_name',
      'person.infix',
      'person.last_name',
      'person.called',
      'owner.first_name as owner_first_name',
      'owner.infix as owner_infix',
      'owner.last_name as owner_last_name',
      'owner.called as owner_called',
      'owner.deleted_at as owner_deleted_at',
    ])
    .where('follow_up.deleted_at', 'is', null)
    .where('person.deleted_at', 'is', null)
    .where('follow_up.state', 'in', [...filter.states])
    .orderBy('follow_up.due_day')
    .orderBy('person.sort_name')
    .orderBy('follow_up.id')
  if (filter.personIds) query = query.where('follow_up.person_id', 'in', [...filter.personIds])
  else query = query.where('person.deceased_on', 'is', null)
  if (filter.gatheringId) query = query.where('follow_up.gathering_id', '=', filter.gatheringId)
  if (filter.dueBy) query = query.where('follow_up.due_day', '<=', filter.dueBy)
  if (filter.dueFrom) query = query.where('follow_up.due_day', '>=', filter.dueFrom)
  const rows = await query.execute()
  // Who lies in the bin will not look in; when they come back from it, they do.
  const isOwnerGone = (row: (typeof rows)[number]) => row.state === 'open' && row.owner_deleted_at !== null
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: nameOf(row),
    gathering:
      row.gathering_id !== null && row.title !== null && row.day !== null
        ? { id: row.gathering_id, title: row.title, day: row.day }
        : null,
    ownerPersonId: isOwnerGone(row) ? null : row.owner_person_id,
    ownerName: isOwnerGone(row) ? null : (ownerNameOf(row) ?? row.owner_name),
    dueDay: row.due_day,
    overdue: row.state === 'open' && row.due_day < today,
    state: row.state,
    doneDay: row.done_day,
    how: row.how,
  }))
}

export async function followUpById(db: Reader, id: string): Promise<Row<'follow_up'>> {
  const row = await db
    .selectFrom('follow_up')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'follow_up' })
  return row
}

export async function openFollowUpOf(db: Reader, gatheringId: string, personId: string) {
  return db
    .selectFrom('follow_up')
    .select('id')
    .where('gathering_id', '=', gatheringId)
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

export async function insertFollowUp(tx: Transaction, row: NewRow<'follow_up'>): Promise<void> {
  await insertRows(tx, 'follow_up', [row])
}

export async function updateFollowUp(
  tx: Transaction,
  id: string,
  values: Partial<Omit<Row<'follow_up'>, 'id' | 'person_id'>>,
): Promise<void> {
  const result = await tx.updateTable('follow_up').set(values).where('id', '=', id).executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'follow_up' })
}

/** What was open for somebody because of a gathering is no longer needed. */
export async function lapseFollowUpsAfter(tx: Transaction, gatheringId: string, personId: string): Promise<void> {
  await tx
    .updateTable('follow_up')
    .set({ state: 'vervallen' })
    .where('gathering_id', '=', gatheringId)
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .where('deleted_at', 'is', null)
    .execute()
}

/** What somebody would do and cannot any more waits for another; it stays open. */
export async function releaseFollowUpsOwnedBy(tx: Transaction, personId: string): Promise<void> {
  await tx
    .updateTable('follow_up')
    .set({ owner_person_id: null })
    .where('owner_person_id', '=', personId)
    .where('state', '=', 'open')
    .where('deleted_at', 'is', null)
    .execute()
}

export interface SeatHolder {
  readonly personId: string
  readonly name: string
  readonly role: Row<'role_term'>['role']
}

/** In this order of turn: who is asked first to look in. */
const turn: readonly Row<'role_term'>['role'][] = ['contactpersoon', 'coordinator', 'duo_lid', 'vervanger']

/** Who holds a seat in a group of this person on a day, without the person themself; contact person first, deputy last. */
export async function seatHoldersNear(db: Reader, personId: string, day: Day): Promise<SeatHolder[]> {
  const rows = await db
    .selectFrom('neighbourhood_membership as nm')
    .innerJoin('role_term', 'role_term.neighbourhood_id', 'nm.neighbourhood_id')
    .innerJoin('person', 'person.id', 'role_term.person_id')
    .select(['person.id', 'person.first_name', 'person.infix', 'person.last_name', 'person.called', 'role_term.role'])
    .where('nm.person_id', '=', personId)
    .where('nm.deleted_at', 'is', null)
    .where('nm.from_day', '<=', day)
    .where((eb) => eb.or([eb('nm.until_day', 'is', null), eb('nm.until_day', '>', day)]))
    .where('role_term.deleted_at', 'is', null)
    .where('role_term.from_day', '<=', day)
    .where((eb) => eb.or([eb('role_term.until_day', 'is', null), eb('role_term.until_day', '>', day)]))
    .where('role_term.role', 'in', [...turn])
    .where('person.deleted_at', 'is', null)
    .where('person.id', '<>', personId)
    .orderBy('role_term.from_day')
    .orderBy('role_term.id')
    .execute()
  return rows
    .map((row) => ({
      personId: row.id,
      name: nameOf(row),
      role: row.role,
    }))
    .sort((a, b) => turn.indexOf(a.role) - turn.indexOf(b.role))
}

function ownerNameOf(row: {
  owner_first_name: string | null
  owner_infix: string | null
  owner_last_name: string | null
  owner_called: string | null
}): string | null {
  if (row.owner_first_name === null) return null
  return nameOf({
    first_name: row.owner_first_name,
    infix: row.owner_infix ?? '',
    last_name: row.owner_last_name ?? '',
    called: row.owner_called ?? '',
  })
}
