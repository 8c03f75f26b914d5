// A job [klus]: neighbours help with one house, on one or more days, and it may grow into contact.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { HelpGrowth } from '../../../shared/domain/mutual-help.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, joinExactly, liveRow, removeRow } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import { write } from '../database/write.ts'
import { refuseDeceased } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { groupToCount } from './neighbour-queries.ts'

export interface JobPlan {
  readonly title: string
  /** Null: somebody who is not named. */
  readonly personId: string | null
  readonly groupId: string | null
  readonly place: string | null
  readonly firstDay: Day
  readonly lastDay: Day | null
  readonly team: readonly string[]
}

export async function planJob(context: BookContext, plan: JobPlan): Promise<{ id: string }> {
  const id = context.newId()
  refuseEndFirst(plan)
  await write(context, { kind: 'jobPlanned', subject: { table: 'help_job', id } }, async (tx) => {
    await addRow(tx, 'help_job', {
      id,
      ...columnsOf(plan),
      neighbourhood_id: await groupToCount(tx, countedFor(plan), context.today()),
      state: 'gepland',
    })
    await joinExactly(tx, context, teamOf(id), plan.team)
  })
  return { id }
}

export async function changeJob(context: BookContext, { id, ...plan }: JobPlan & { readonly id: string }) {
  refuseEndFirst(plan)
  await write(context, { kind: 'jobChanged', subject: { table: 'help_job', id } }, async (tx) => {
    const before = await liveRow(tx, 'help_job', id)
    await changeRow(tx, 'help_job', id, {
      ...columnsOf(plan),
      neighbourhood_id: await groupToCount(tx, countedFor(plan), context.today(), {
        groupId: before.neighbourhood_id,
        personIds: [before.person_id],
      }),
    })
    await joinExactly(tx, context, teamOf(id), plan.team)
  })
}

export async function setJobState(
  context: BookContext,
  { id, state, grewInto }: Pick<Row<'help_job'>, 'id' | 'state'> & { readonly grewInto: HelpGrowth | null },
): Promise<void> {
  const kinds = { gepland: 'jobPlannedAgain', gedaan: 'jobDone', afgelast: 'jobCancelled' } as const
  await write(context, { kind: kinds[state], subject: { table: 'help_job', id } }, async (tx) => {
    const job = await liveRow(tx, 'help_job', id)
    if (state === 'gedaan' && job.first_day > context.today()) throw new RuleBroken('dayInFuture')
    // It was called off when they died: nobody comes to work at their house.
    if (state === 'gepland' && job.person_id !== null) await refuseDeceased(tx, job.person_id)
    await changeRow(tx, 'help_job', id, { state, grew_into: state === 'gedaan' ? grewInto : null })
  })
}

/** To the bin, with its team. */
export async function removeJob(context: BookContext, id: string): Promise<void> {
  await removeRow(context, { name: 'help_job', id }, { kind: 'jobRemoved', subject: { table: 'help_job', id } })
}

const teamOf = (id: string) => ({ name: 'help_job_member', owner: ['job_id', id], other: 'person_id' }) as const

function refuseEndFirst({ firstDay, lastDay }: JobPlan): void {
  if (lastDay !== null && lastDay < firstDay) throw new RuleBroken('jobEndsFirst', { field: 'lastDay' })
}

/** The house says which group it is, whoever joins or leaves the team. */
const countedFor = ({ groupId, personId, team }: JobPlan) => ({
  groupId,
  personIds: personId === null ? [null, ...team] : [personId],
})

function columnsOf(plan: JobPlan) {
  return {
    title: plan.title,
    person_id: plan.personId,
    place: plan.place || null,
    first_day: plan.firstDay,
    last_day: plan.lastDay === plan.firstDay ? null : plan.lastDay,
  }
}
