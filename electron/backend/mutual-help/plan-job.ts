// A job [klus]: neighbours help with one house, on one or more days, and it may grow into contact.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { HelpGrowth } from '../../../shared/domain/mutual-help.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Row } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { addJobMembers, jobById, jobMembers, takeJobMembers, updateJob } from './job-queries.ts'
import { groupToCount, refuseMissingPeople } from './neighbour-queries.ts'

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
    await refuseMissingPeople(tx, [plan.personId, ...plan.team])
    await insertRows(tx, 'help_job', [
      {
        id,
        ...columnsOf(plan),
        neighbourhood_id: await groupToCount(tx, plan.groupId, [plan.personId, ...plan.team], context.today()),
        state: 'gepland',
      },
    ])
    await changeTeam(tx, context, id, plan.team)
  })
  return { id }
}

export async function changeJob(context: BookContext, { id, ...plan }: JobPlan & { readonly id: string }) {
  refuseEndFirst(plan)
  await write(context, { kind: 'jobChanged', subject: { table: 'help_job', id } }, async (tx) => {
    const before = await jobById(tx, id)
    const known = await jobMembers(tx, id)
    await refuseMissingPeople(tx, [
      plan.personId === before.person_id ? null : plan.personId,
      ...plan.team.filter((personId) => !known.has(personId)),
    ])
    await updateJob(tx, id, columnsOf(plan))
    await changeTeam(tx, context, id, plan.team)
  })
}

export async function setJobState(
  context: BookContext,
  { id, state, grewInto }: Pick<Row<'help_job'>, 'id' | 'state'> & { readonly grewInto: HelpGrowth | null },
): Promise<void> {
  const kinds = { gepland: 'jobPlannedAgain', gedaan: 'jobDone', afgelast: 'jobCancelled' } as const
  await write(context, { kind: kinds[state], subject: { table: 'help_job', id } }, async (tx) => {
    const job = await jobById(tx, id)
    if (state === 'gedaan' && job.first_day > context.today()) throw new RuleBroken('dayInFuture')
    await updateJob(tx, id, { state, grew_into: state === 'gedaan' ? grewInto : null })
  })
}

/** To the bin, with its team. */
export async function removeJob(context: BookContext, id: string): Promise<void> {
  const deleted_at = context.now().toISOString()
  await write(context, { kind: 'jobRemoved', subject: { table: 'help_job', id } }, async (tx) => {
    await jobById(tx, id)
    await takeJobMembers(tx, id, [...(await jobMembers(tx, id)).keys()], deleted_at)
    await updateJob(tx, id, { deleted_at })
  })
}

async function changeTeam(tx: Transaction, context: BookContext, id: string, team: readonly string[]): Promise<void> {
  const known = await jobMembers(tx, id)
  const gone = [...known.keys()].filter((personId) => !team.includes(personId))
  await takeJobMembers(tx, id, gone, context.now().toISOString())
  const added = [...new Set(team)].filter((personId) => !known.has(personId))
  await addJobMembers(
    tx,
    added.map((personId) => ({ id: context.newId(), job_id: id, person_id: personId })),
  )
}

function refuseEndFirst({ firstDay, lastDay }: JobPlan): void {
  if (lastDay !== null && lastDay < firstDay) throw new RuleBroken('jobEndsFirst', { field: 'lastDay' })
}

function columnsOf(plan: JobPlan) {
  return {
    title: plan.title,
    person_id: plan.personId,
    place: plan.place || null,
    first_day: plan.firstDay,
    last_day: plan.lastDay === plan.firstDay ? null : plan.lastDay,
  }
}
