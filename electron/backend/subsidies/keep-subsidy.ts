import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, removeRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { refuseFuture } from '../refuse-future.ts'

interface SubsidyPlan {
  readonly giver: string
  readonly purpose: string
  readonly grantedDay: Day
  readonly grantedCents: Cents
  readonly otherCents: Cents
  readonly otherNote: string | null
  readonly accountDay: Day | null
}

export async function addSubsidy(context: BookContext, plan: SubsidyPlan): Promise<{ id: string }> {
  const id = context.newId()
  return write(context, { kind: 'subsidyAdded', subject: { table: 'subsidy', id } }, async (tx) => {
    await addRow(tx, 'subsidy', { id, ...columnsOf(plan) })
    return { id }
  })
}

export async function changeSubsidy(
  context: BookContext,
  { id, ...plan }: SubsidyPlan & { readonly id: string },
): Promise<void> {
  await write(context, { kind: 'subsidyChanged', subject: { table: 'subsidy', id } }, async (tx) => {
    await changeRow(tx, 'subsidy', id, columnsOf(plan))
  })
}

/** The giver was told what it went to. It can be changed afterwards: that is their and our own affair. */
export async function accountForSubsidy(
  context: BookContext,
  { id, day, returnedCents }: { readonly id: string; readonly day: Day; readonly returnedCents: Cents },
): Promise<void> {
  refuseFuture(context.today(), day)
  await write(context, { kind: 'subsidyAccounted', subject: { table: 'subsidy', id } }, async (tx) => {
    await changeRow(tx, 'subsidy', id, { accounted_day: day, returned_cents: returnedCents })
  })
}

/** To the bin. Gatherings it paid for keep its name until it is gone for good, so that it can come back whole. */
export async function removeSubsidy(context: BookContext, id: string): Promise<void> {
  await removeRow(context, { name: 'subsidy', id }, { kind: 'subsidyRemoved', subject: { table: 'subsidy', id } })
}

const columnsOf = (plan: SubsidyPlan) => ({
  giver: plan.giver,
  purpose: plan.purpose,
  granted_day: plan.grantedDay,
  granted_cents: plan.grantedCents,
  other_cents: plan.otherCents,
  other_note: plan.otherNote,
  account_day: plan.accountDay,
})
