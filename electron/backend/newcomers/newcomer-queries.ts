// Who came to live here, how they were welcomed, and who invited whom.
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import {
  candidateDays,
  dueDayOf,
  invitationChain,
  type NewcomerStep,
  newcomerSteps,
  stepState,
} from '../../../shared/domain/newcomer.ts'
import type { Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { findNames, inIds, nameOf, statusOn } from '../members/person-queries.ts'
import { type Neighbour, neighboursById, refTo } from '../mutual-help/neighbour-queries.ts'
import { newcomerId } from './newcomer-table.ts'
import { welcomeTargets } from './welcome-settings.ts'

type Newcomer = Row<'newcomer'>

const dayColumns = { contact: 'contact_day', informed: 'informed_day', visited: 'visited_day' } as const

export interface NewcomerFilter {
  readonly personIds?: readonly string[]
  /** Who is still on the list, and who was taken off it on or after this day. */
  readonly settledSince?: Day
}

/** Everybody who was ever written down as new and is still in the book. */
export async function newcomersLike(db: Reader, today: Day, { personIds, settledSince }: NewcomerFilter = {}) {
  let query = db.selectFrom('newcomer').selectAll().where('deleted_at', 'is', null)
  if (personIds) query = query.where('person_id', 'in', [...personIds])
  if (settledSince !== undefined)
    query = query.where((eb) => eb.or([eb('settled_day', 'is', null), eb('settled_day', '>=', settledSince)]))
  const rows = await query.orderBy('arrived_day').orderBy('id').execute()
  const neighbours = await neighboursById(
    db,
    rows.map((row) => row.person_id),
    today,
  )
  const names = await findNames(
    db,
    rows.flatMap((row) => [row.contact_by_person_id, row.invited_by_person_id]).filter((id) => id !== null),
  )
  const invited = await invitedBy(
    db,
    rows.map((row) => row.person_id),
  )
  const targets = await targetsByStep(db)
  return rows.flatMap((row) => {
    const neighbour = neighbours.get(row.person_id)
    return neighbour ? [viewOf(row, neighbour, { names, invited, targets, today })] : []
  })
}

export type NewcomerView = Awaited<ReturnType<typeof newcomersLike>>[number]

/** On the list: not settled, and still here. */
export const isNew = (view: NewcomerView): boolean => view.settledDay === null && view.isHere

/** The first thing that is still to do; undefined when all was done. */
export const nextStep = ({ steps }: Pick<NewcomerView, 'steps'>) => steps.find(({ day }) => day === null)

/** Those with something to do first, by the day it is due. */
export function byWhatIsDue(a: NewcomerView, b: NewcomerView): number {
  const dueA = nextStep(a)?.dueDay ?? `9${a.arrivedDay}`
  const dueB = nextStep(b)?.dueDay ?? `9${b.arrivedDay}`
  return dueA < dueB ? -1 : dueA > dueB ? 1 : a.name.localeCompare(b.name, 'nl')
}

/** People whose first membership began lately, who are still here and not on the list; newest first. */
export async function candidatesOn(db: Reader, today: Day) {
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('membership as m', 'm.person_id', 'p.id')
    .select(['p.id', 'p.first_name', 'p.infix', 'p.last_name', 'p.called'])
    .select((eb) => eb.fn.min<Day>('m.from_day').as('since'))
    .where('p.deleted_at', 'is', null)
    .where('p.erased_on', 'is', null)
    .where(statusOn(today), 'not in', ['oud_lid', 'overleden'])
    .where('m.deleted_at', 'is', null)
    .where('p.id', 'not in', (eb) =>
      eb.selectFrom('newcomer').select('newcomer.person_id').where('newcomer.deleted_at', 'is', null),
    )
    .groupBy('p.id')
    .having((eb) => eb.fn.min('m.from_day'), '>=', addDays(today, -candidateDays))
    .having((eb) => eb.fn.min('m.from_day'), '<=', today)
    .orderBy('since', 'desc')
    .orderBy('p.sort_name')
    .limit(20)
    .execute()
  return rows.map((row) => ({ personId: row.id, name: nameOf(row), since: row.since }))
}

/** Who invited whom up to this person, the first one first; only them when nobody did. */
export async function chainTo(db: Reader, personId: string) {
  const inviters = new Map<string, string>()
  for (const [inviter, people] of await invitedBy(db)) for (const { id } of people) inviters.set(id, inviter)
  const ids = invitationChain(personId, inviters)
  const names = await findNames(db, ids)
  return ids.flatMap((id) => refTo(names, id) ?? [])
}

export async function findNewcomer(db: Reader, personId: string): Promise<Newcomer | undefined> {
  return db
    .selectFrom('newcomer')
    .selectAll()
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

/** The row has the same id on every computer: two that write down the same newcomer have one, not two. */
export async function putNewcomer(tx: Transaction, row: Omit<Newcomer, 'id' | 'deleted_at'>): Promise<void> {
  const values = { ...row, deleted_at: null }
  await tx
    .insertInto('newcomer')
    .values({ id: newcomerId(row.person_id), ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

export const columnOf = (step: NewcomerStep) => dayColumns[step]

interface Around {
  readonly names: ReadonlyMap<string, string>
  readonly invited: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>
  readonly targets: Readonly<Record<NewcomerStep, number>>
  readonly today: Day
}

function viewOf(row: Newcomer, neighbour: Neighbour, { names, invited, targets, today }: Around) {
  return {
    personId: neighbour.id,
    name: neighbour.name,
    address: neighbour.address,
    phone: neighbour.phone,
    preferredContact: neighbour.preferredContact,
    languages: neighbour.languages,
    groupNames: neighbour.groups.map(({ name }) => name),
    isHere: neighbour.isHere,
    arrivedDay: row.arrived_day,
    steps: newcomerSteps.map((step) => {
      const day = row[dayColumns[step]]
      const dueDay = dueDayOf(row.arrived_day, targets[step])
      return { step, day, dueDay, state: stepState(day, dueDay, today) }
    }),
    contactBy: refTo(names, row.contact_by_person_id),
    invitedBy: refTo(names, row.invited_by_person_id),
    invited: [...(invited.get(row.person_id) ?? [])],
    settledDay: row.settled_day,
  }
}

/** Per person whom they invited, by name; with `inviterIds` only of these. */
async function invitedBy(
  db: Reader,
  inviterIds?: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  let query = db
    .selectFrom('newcomer')
    .innerJoin('person as p', 'p.id', 'newcomer.person_id')
    .select(['newcomer.invited_by_person_id as inviter', 'p.id', 'p.first_name', 'p.infix', 'p.last_name', 'p.called'])
    .where('newcomer.deleted_at', 'is', null)
    .where('newcomer.invited_by_person_id', 'is not', null)
    .where('p.deleted_at', 'is', null)
    .orderBy('p.sort_name')
  if (inviterIds) query = query.where('newcomer.invited_by_person_id', 'in', inIds(inviterIds))
  const rows = await query.execute()
  const invited = new Map<string, { id: string; name: string }[]>()
  for (const row of rows) {
    if (row.inviter === null) continue
    invited.set(row.inviter, [...(invited.get(row.inviter) ?? []), { id: row.id, name: nameOf(row) }])
  }
  return invited
}

async function targetsByStep(db: Reader): Promise<Readonly<Record<NewcomerStep, number>>> {
  const { contactWithin, informedWithin, visitedWithin } = await welcomeTargets(db)
  return { contact: contactWithin, informed: informedWithin, visited: visitedWithin }
}
