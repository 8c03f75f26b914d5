// Planning, changing, calling off and removing a gathering.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { gatheringById, updateGathering } from './gathering-queries.ts'
import type { Invitable } from './invitation-queries.ts'
import { peopleToInvite } from './invitation-queries.ts'

export interface GatheringPlan {
  readonly day: Day
  readonly title: string
  readonly place: string | null
  readonly hostPersonId: string | null
  /** HH:MM */
  readonly startTime: string | null
  readonly capacity: number | null
  readonly language: string | null
  readonly theme: string | null
  readonly programme: string | null
  readonly note: string | null
}

/** Plans a gathering and invites everybody of the group, in one action. */
export async function planGathering(
  context: BookContext,
  plan: GatheringPlan & { readonly groupId: string | null },
): Promise<{ id: string; invited: number }> {
  refuseFarAway(plan.day, context.today())
  const id = context.newId()
  const people = await peopleToInvite(context.db, plan.groupId, plan.day)
  return write(
    context,
    { kind: 'gatheringPlanned', subject: { table: 'gathering', id }, details: { count: people.length, day: plan.day } },
    async (tx) => {
      if (plan.groupId !== null) await refuseMissing(tx, 'neighbourhood', plan.groupId, 'groupId')
      await refuseMissingHost(tx, plan.hostPersonId)
      await insertRows(tx, 'gathering', [
        { id, neighbourhood_id: plan.groupId, ...columnsOf(plan), guests: 0, state: 'gepland' },
      ])
      await insertRows(
        tx,
        'attendance',
        people.map((person) => newInvitation(context.newId(), id, person)),
      )
      return { id, invited: people.length }
    },
  )
}

export async function changeGathering(
  context: BookContext,
  { id, ...plan }: GatheringPlan & { readonly id: string },
): Promise<void> {
  await write(context, { kind: 'gatheringChanged', subject: { table: 'gathering', id } }, async (tx) => {
    const before = await gatheringById(tx, id)
    if (plan.day !== before.day) refuseFarAway(plan.day, context.today())
    if (before.state === 'gehouden' && plan.day > context.today()) {
      throw new RuleBroken('gatheringNotYetHeld', { field: 'day', day: plan.day })
    }
    if (plan.hostPersonId !== before.host_person_id) await refuseMissingHost(tx, plan.hostPersonId)
    await updateGathering(tx, id, columnsOf(plan))
  })
}

/** It does not take place: from now on it counts nowhere. What was written down stays. */
export async function cancelGathering(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'gatheringCancelled', subject: { table: 'gathering', id } }, async (tx) => {
    await gatheringById(tx, id)
    await updateGathering(tx, id, { state: 'afgelast' })
  })
}

/** It takes place after all. */
export async function reinstateGathering(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'gatheringReinstated', subject: { table: 'gathering', id } }, async (tx) => {
    const gathering = await gatheringById(tx, id)
    if (gathering.state === 'afgelast') await updateGathering(tx, id, { state: 'gepland' })
  })
}

/** To the bin, with its attendance as it is; follow-ups that came of it stay. */
export async function removeGathering(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'gatheringRemoved', subject: { table: 'gathering', id } }, async (tx) => {
    await gatheringById(tx, id)
    await updateGathering(tx, id, { deleted_at: context.now().toISOString() })
  })
}

/** An invitation as it begins: nothing known yet, name and group as they are now. */
export function newInvitation(id: string, gatheringId: string, person: Invitable) {
  return {
    id,
    gathering_id: gatheringId,
    person_id: person.personId,
    name_snapshot: person.name,
    neighbourhood_snapshot: person.groupName,
    said_coming: 0,
    status: 'onbekend' as const,
  }
}

function columnsOf(plan: GatheringPlan) {
  return {
    day: plan.day,
    title: plan.title,
    place: plan.place,
    host_person_id: plan.hostPersonId,
    start_time: plan.startTime,
    capacity: plan.capacity,
    language: plan.language,
    theme: plan.theme,
    programme: plan.programme,
    note: plan.note,
  }
}

const longestAhead = 3 * 366
const longestAgo = 30 * 366

/** A year typed wrong would put a gathering where nobody looks for it. */
function refuseFarAway(day: Day, today: Day): void {
  if (day > addDays(today, longestAhead) || day < addDays(today, -longestAgo)) {
    throw new RuleBroken('gatheringDayFarAway', { field: 'day', day })
  }
}

async function refuseMissingHost(db: Reader, hostPersonId: string | null): Promise<void> {
  if (hostPersonId !== null) await refuseMissing(db, 'person', hostPersonId, 'hostPersonId')
}

async function refuseMissing(db: Reader, table: 'person' | 'neighbourhood', id: string, field: string): Promise<void> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table, field })
}
