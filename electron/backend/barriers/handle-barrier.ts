// From what stands in the way to what was done about it. Each step is an action of its own, in the order in which it is found out.

import type { BarrierKind, BarrierOutcome, FoundWay } from '../../../shared/domain/barriers.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow, refuseMissing, removeRow } from '../database/rows.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'

interface BarrierPlan {
  readonly kind: BarrierKind
  readonly note: string
  readonly foundHow: FoundWay
  readonly foundDay: Day
  readonly seriesId: string | null
  readonly groupId: string | null
}

export async function addBarrier(context: BookContext, plan: BarrierPlan): Promise<{ id: string }> {
  refuseFuture(context.today(), plan.foundDay, 'foundDay')
  const id = context.newId()
  return write(context, { kind: 'barrierAdded', subject: { table: 'barrier', id } }, async (tx) => {
    await refuseUnknownPlace(tx, plan)
    await addRow(tx, 'barrier', { id, ...columnsOf(plan) })
    return { id }
  })
}

export async function changeBarrier(
  context: BookContext,
  { id, ...plan }: BarrierPlan & { readonly id: string },
): Promise<void> {
  refuseFuture(context.today(), plan.foundDay, 'foundDay')
  await write(context, { kind: 'barrierChanged', subject: { table: 'barrier', id } }, async (tx) => {
    const before = await liveRow(tx, 'barrier', id)
    if (before.measure_day !== null && before.measure_day < plan.foundDay)
      throw new RuleBroken('measureBeforeFound', { field: 'foundDay' })
    await refuseUnknownPlace(tx, {
      seriesId: plan.seriesId === before.series_id ? null : plan.seriesId,
      groupId: plan.groupId === before.neighbourhood_id ? null : plan.groupId,
    })
    await changeRow(tx, 'barrier', id, columnsOf(plan))
  })
}

/** What was done, from which day on: the day that divides before from after. An empty measure takes it back, with what was said of it. */
export async function takeMeasure(
  context: BookContext,
  { id, measure, day }: { readonly id: string; readonly measure: string; readonly day: Day },
): Promise<void> {
  await write(context, { kind: 'measureTaken', subject: { table: 'barrier', id } }, async (tx) => {
    const barrier = await liveRow(tx, 'barrier', id)
    if (measure === '') {
      await changeRow(tx, 'barrier', id, { measure: null, measure_day: null, outcome: null, outcome_note: null })
      return
    }
    if (day < barrier.found_day) throw new RuleBroken('measureBeforeFound', { field: 'day' })
    await changeRow(tx, 'barrier', id, { measure, measure_day: day })
  })
}

export async function judgeMeasure(
  context: BookContext,
  { id, outcome, note }: { readonly id: string; readonly outcome: BarrierOutcome | null; readonly note: string },
): Promise<void> {
  await write(context, { kind: 'barrierJudged', subject: { table: 'barrier', id } }, async (tx) => {
    await changeRow(tx, 'barrier', id, { outcome, outcome_note: note || null })
  })
}

export async function closeBarrier(
  context: BookContext,
  { id, day }: { readonly id: string; readonly day: Day | null },
): Promise<void> {
  await write(context, { kind: 'barrierClosed', subject: { table: 'barrier', id } }, async (tx) => {
    await changeRow(tx, 'barrier', id, { closed_day: day })
  })
}

export async function removeBarrier(context: BookContext, id: string): Promise<void> {
  await removeRow(context, { name: 'barrier', id }, { kind: 'barrierRemoved', subject: { table: 'barrier', id } })
}

async function refuseUnknownPlace(
  db: Reader,
  { seriesId, groupId }: Pick<BarrierPlan, 'seriesId' | 'groupId'>,
): Promise<void> {
  await refuseMissing(db, 'series', seriesId, 'seriesId')
  await refuseMissing(db, 'neighbourhood', groupId, 'groupId')
}

const columnsOf = (plan: BarrierPlan) => ({
  kind: plan.kind,
  note: plan.note,
  found_how: plan.foundHow,
  found_day: plan.foundDay,
  series_id: plan.seriesId,
  neighbourhood_id: plan.groupId,
})
