import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { NeighbourhoodStatus } from '../../../shared/domain/neighbourhood-status.ts'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { endSeriesOfGroup } from '../series/series-queries.ts'
import { findNeighbourhood } from './neighbourhood-queries.ts'

export interface NeighbourhoodPlan {
  readonly name: string
  readonly areaNote: string | null
  readonly chatLink: string | null
  readonly targetSize: number
  readonly cadencePerYear: number | null
}

/** @throws RuleBroken groupNameTaken */
export async function addNeighbourhood(
  context: BookContext,
  plan: NeighbourhoodPlan,
): Promise<{ readonly id: string }> {
  const id = context.newId()
  await write(context, { kind: 'neighbourhoodAdded', subject: { table: 'neighbourhood', id } }, async (tx) => {
    await refuseTakenName(tx, plan.name, id)
    await tx
      .insertInto('neighbourhood')
      .values({
        id,
        name: plan.name,
        area_note: plan.areaNote,
        chat_link: plan.chatLink,
        target_size: plan.targetSize,
        cadence_per_year: plan.cadencePerYear,
        active_from: context.today(),
      })
      .execute()
  })
  return { id }
}

type Change = { readonly [K in keyof NeighbourhoodPlan]?: NeighbourhoodPlan[K] | undefined } & {
  readonly status?: NeighbourhoodStatus | null | undefined
}

/** Only what is given changes; the status gets the day it was said. @throws RuleBroken groupNameTaken, notFound */
export async function changeNeighbourhood(context: BookContext, id: string, change: Change): Promise<void> {
  await write(context, { kind: 'neighbourhoodChanged', subject: { table: 'neighbourhood', id } }, async (tx) => {
    const group = await findOpenNeighbourhood(tx, id)
    if (change.name !== undefined) await refuseTakenName(tx, change.name, id)
    await tx
      .updateTable('neighbourhood')
      .set({
        name: change.name ?? group.name,
        area_note: change.areaNote === undefined ? group.area_note : change.areaNote,
        chat_link: change.chatLink === undefined ? group.chat_link : change.chatLink,
        target_size: change.targetSize ?? group.target_size,
        cadence_per_year: change.cadencePerYear === undefined ? group.cadence_per_year : change.cadencePerYear,
        status: change.status === undefined ? group.status : change.status,
        status_day: change.status === undefined ? group.status_day : context.today(),
      })
      .where('id', '=', id)
      .execute()
  })
}

/** How much ends when a binnenbuurt does. */
export async function previewClose(db: Reader, id: string, day: Day) {
  await findOpenNeighbourhood(db, id)
  const [people, roles] = [
    await runningRows(db, 'neighbourhood_membership', id, day),
    await runningRows(db, 'role_term', id, day),
  ]
  const planned = await db
    .selectFrom('gathering')
    .select(sql<number>`count(*)`.as('count'))
    .where('neighbourhood_id', '=', id)
    .where('state', '=', 'gepland')
    .where('day', '>=', day)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { people: people.length, roles: roles.length, plannedGatherings: planned.count }
}

/** From `day` on it is no more: who is in it stays in the book, roles in it end. @throws RuleBroken groupClosed, dayBeforeStart */
export async function closeNeighbourhood(context: BookContext, id: string, day: Day): Promise<void> {
  const action = { kind: 'neighbourhoodClosed', subject: { table: 'neighbourhood', id }, details: { day } } as const
  await write(context, action, async (tx) => {
    const group = await findOpenNeighbourhood(tx, id)
    if (group.active_until !== null) throw new RuleBroken('groupClosed', { until: group.active_until })
    if (group.active_from !== null && day < group.active_from) {
      throw new RuleBroken('dayBeforeStart', { field: 'day', from: group.active_from })
    }
    await tx.updateTable('neighbourhood').set({ active_until: day }).where('id', '=', id).execute()
    for (const table of ['neighbourhood_membership', 'role_term'] as const) {
      for (const row of await runningRows(tx, table, id, day)) {
        const until_day = row.from_day > day ? row.from_day : day
        await tx.updateTable(table).set({ until_day }).where('id', '=', row.id).execute()
      }
    }
    await endSeriesOfGroup(tx, id, day)
  })
}

/** It exists again; who was in it has to be asked anew. @throws RuleBroken groupNameTaken by one that was added since */
export async function reopenNeighbourhood(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'neighbourhoodChanged', subject: { table: 'neighbourhood', id } }, async (tx) => {
    const group = await findOpenNeighbourhood(tx, id)
    await refuseTakenName(tx, group.name, id)
    await tx.updateTable('neighbourhood').set({ active_until: null }).where('id', '=', id).execute()
  })
}

/** To the Prullenbak, when nobody ever was in it; otherwise it can only be closed. @throws RuleBroken groupInUse */
export async function removeNeighbourhood(context: BookContext, id: string): Promise<void> {
  await findOpenNeighbourhood(context.db, id)
  await write(context, { kind: 'neighbourhoodRemoved', subject: { table: 'neighbourhood', id } }, async (tx) => {
    for (const table of countedFor) {
      const used = await tx
        .selectFrom(table)
        .select('id')
        .where('neighbourhood_id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
      if (used) throw new RuleBroken('groupInUse')
    }
    await tx
      .updateTable('neighbourhood')
      .set({ deleted_at: context.now().toISOString() })
      .where('id', '=', id)
      .execute()
  })
}

/** What says something of a group: one that has any of it can end, not be thrown away. */
const countedFor = [
  'neighbourhood_membership',
  'role_term',
  'gathering',
  'series',
  'barrier',
  'help_request',
  'help_act',
  'help_job',
] as const

async function findOpenNeighbourhood(db: Reader, id: string) {
  const group = await findNeighbourhood(db, id)
  if (group.deleted_at !== null) throw new RuleBroken('notFound', { table: 'neighbourhood' })
  return group
}

function runningRows(db: Reader, table: 'neighbourhood_membership' | 'role_term', id: string, day: Day) {
  return db
    .selectFrom(table)
    .select(['id', 'from_day'])
    .where('neighbourhood_id', '=', id)
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', day)]))
    .execute()
}

async function refuseTakenName(tx: Transaction, name: string, id: string): Promise<void> {
  const taken = await tx
    .selectFrom('neighbourhood')
    .select('id')
    .where(sql`name COLLATE NOCASE`, '=', name)
    .where('id', '<>', id)
    .where('active_until', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (taken) throw new RuleBroken('groupNameTaken', { field: 'name' })
}
