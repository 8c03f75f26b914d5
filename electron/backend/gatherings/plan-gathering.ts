// Planning, changing, calling off and removing a gathering.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { ConnectionKind, CountedWay, GatheringGoal, WorkForm } from '../../../shared/domain/gathering-forms.ts'
import { connectionKinds, gatheringGoals, writeCodes } from '../../../shared/domain/gathering-forms.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { addRow, changeRow, liveRow, refuseMissing } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { describeAction } from '../dues/describe-action.ts'
import { RuleBroken } from '../rule-broken.ts'
import { refuseDayOfSeries } from '../series/series-queries.ts'
import { peopleToInvite } from './invitation-queries.ts'
import { newInvitation } from './new-invitation.ts'

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
  readonly workForm?: WorkForm | null | undefined
  readonly goals?: readonly GatheringGoal[] | undefined
  readonly connections?: readonly ConnectionKind[] | undefined
  readonly themeAsked?: boolean | undefined
  readonly volunteerHours?: number | null | undefined
  readonly subsidyId?: string | null | undefined
  readonly costCents?: number | null | undefined
}

/** Plans a gathering and invites everybody of the group, in one action; where people are only counted, nobody is invited. */
export async function planGathering(
  context: BookContext,
  plan: GatheringPlan & { readonly groupId: string | null; readonly counted?: CountedWay | undefined },
): Promise<{ id: string; invited: number }> {
  refuseFarAway(plan.day, context.today())
  const id = context.newId()
  const counted = plan.counted ?? 'namen'
  return write(context, { kind: 'gatheringPlanned', subject: { table: 'gathering', id } }, async (tx, action) => {
    await refuseMissing(tx, 'neighbourhood', plan.groupId, 'groupId')
    // Asked inside the transaction: somebody may just have been erased, and must not be written down again.
    const people = counted === 'namen' ? await peopleToInvite(tx, plan.groupId, plan.day) : []
    await describeAction(tx, action, { count: people.length, day: plan.day })
    await addRow(tx, 'gathering', {
      id,
      neighbourhood_id: plan.groupId,
      ...columnsOf(plan),
      counted,
      guests: 0,
      state: 'gepland',
    })
    await insertRows(
      tx,
      'attendance',
      people.map((person) => newInvitation(context.newId(), id, person)),
    )
    return { id, invited: people.length }
  })
}

export async function changeGathering(
  context: BookContext,
  { id, ...plan }: GatheringPlan & { readonly id: string },
): Promise<void> {
  await write(context, { kind: 'gatheringChanged', subject: { table: 'gathering', id } }, async (tx) => {
    const before = await liveRow(tx, 'gathering', id)
    await refuseDay(tx, before, plan.day, context.today())
    await changeRow(tx, 'gathering', id, columnsOf(plan))
  })
}

/** To another day. Of a series it stays the meeting of the day the rhythm gave it. */
export async function moveGathering(
  context: BookContext,
  { id, day }: { readonly id: string; readonly day: Day },
): Promise<void> {
  await write(
    context,
    { kind: 'gatheringMoved', subject: { table: 'gathering', id }, details: { day } },
    async (tx) => {
      await refuseDay(tx, await liveRow(tx, 'gathering', id), day, context.today())
      await changeRow(tx, 'gathering', id, { day })
    },
  )
}

/** It does not take place: from now on it counts nowhere, but for what it cost. What was written down stays. */
export async function cancelGathering(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'gatheringCancelled', subject: { table: 'gathering', id } }, (tx) =>
    changeRow(tx, 'gathering', id, { state: 'afgelast' }),
  )
}

/** It takes place after all. */
export async function reinstateGathering(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'gatheringReinstated', subject: { table: 'gathering', id } }, async (tx) => {
    const gathering = await liveRow(tx, 'gathering', id)
    if (gathering.state === 'afgelast') await changeRow(tx, 'gathering', id, { state: 'gepland' })
  })
}

/** To the bin, with its attendance as it is; follow-ups that came of it stay. */
export async function removeGathering(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'gatheringRemoved', subject: { table: 'gathering', id } }, (tx) =>
    changeRow(tx, 'gathering', id, { deleted_at: context.now().toISOString() }),
  )
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
    ...formColumns(plan),
  }
}

/** Only what was said: the form of a book that does not use these leaves them as they are. */
function formColumns(plan: GatheringPlan) {
  const { workForm, goals, connections, themeAsked, volunteerHours, subsidyId, costCents } = plan
  return {
    ...(workForm === undefined ? {} : { work_form: workForm }),
    ...(goals === undefined ? {} : { goals: writeCodes(gatheringGoals, goals) }),
    ...(connections === undefined ? {} : { connections: writeCodes(connectionKinds, connections) }),
    ...(themeAsked === undefined ? {} : { theme_asked: themeAsked ? 1 : 0 }),
    ...(volunteerHours === undefined ? {} : { volunteer_hours: volunteerHours }),
    ...(subsidyId === undefined ? {} : { subsidy_id: subsidyId }),
    ...(costCents === undefined ? {} : { cost_cents: costCents }),
  }
}

async function refuseDay(db: Reader, before: Row<'gathering'>, day: Day, today: Day): Promise<void> {
  if (day !== before.day) {
    refuseFarAway(day, today)
    if (before.series_id !== null) await refuseDayOfSeries(db, before.series_id, day)
  }
  if (before.state === 'gehouden' && day > today) throw new RuleBroken('gatheringNotYetHeld', { field: 'day', day })
}

const longestAhead = 3 * 366
const longestAgo = 30 * 366

/** A year typed wrong would put a gathering where nobody looks for it. */
export function refuseFarAway(day: Day, today: Day): void {
  if (day > addDays(today, longestAhead) || day < addDays(today, -longestAgo)) {
    throw new RuleBroken('gatheringDayFarAway', { field: 'day', day })
  }
}
