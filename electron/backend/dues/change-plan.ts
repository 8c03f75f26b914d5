// Fee plans and their dated rates. A rate may lie in the past: the next run puts the dues right.

import type { Interval } from '../../../shared/domain/dues-schedule.ts'
import { rateOn } from '../../../shared/domain/dues-schedule.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { rateMonthsOf } from './agreement-queries.ts'

export interface NewRate {
  readonly amountCents: number
  readonly validFrom: string
}

export async function addPlan(
  context: BookContext,
  plan: NewRate & { readonly name: string; readonly rateMonths: Interval },
): Promise<{ id: string }> {
  const id = context.newId()
  const details = { cents: plan.amountCents }
  await write(context, { kind: 'feePlanAdded', subject: { table: 'fee_plan', id }, details }, async (tx) => {
    await tx
      .insertInto('fee_plan')
      .values({ id, name: plan.name, rate_months: plan.rateMonths, deleted_at: null })
      .execute()
    await tx
      .insertInto('fee_rate')
      .values(rateRow(context, id, plan))
      .execute()
  })
  return { id }
}

export async function renamePlan(context: BookContext, planId: string, name: string): Promise<void> {
  await write(context, { kind: 'feePlanRenamed', subject: { table: 'fee_plan', id: planId } }, async (tx) => {
    const result = await tx
      .updateTable('fee_plan')
      .set({ name })
      .where('id', '=', planId)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'fee_plan' })
  })
}

/** @throws RuleBroken feePlanInUse (`count` agreements): what was agreed must stay readable */
export async function removePlan(context: BookContext, planId: string): Promise<void> {
  const deleted_at = context.now().toISOString()
  await write(context, { kind: 'feePlanRemoved', subject: { table: 'fee_plan', id: planId } }, async (tx) => {
    const used = await tx
      .selectFrom('fee_agreement')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('fee_plan_id', '=', planId)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (used.count > 0) throw new RuleBroken('feePlanInUse', { count: used.count })
    const result = await tx
      .updateTable('fee_plan')
      .set({ deleted_at })
      .where('id', '=', planId)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'fee_plan' })
  })
}

/** A rate from a day on. A plan has one rate per day: a second one takes the place of the first. */
export async function setRate(context: BookContext, planId: string, rate: NewRate): Promise<void> {
  const details = { cents: rate.amountCents, day: rate.validFrom }
  await write(context, { kind: 'feeRateSet', subject: { table: 'fee_plan', id: planId }, details }, async (tx) => {
    const plan = await tx
      .selectFrom('fee_plan')
      .select('id')
      .where('id', '=', planId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!plan) throw new RuleBroken('notFound', { table: 'fee_plan' })
    const sameDay = await tx
      .selectFrom('fee_rate')
      .select('id')
      .where('fee_plan_id', '=', planId)
      .where('valid_from', '=', rate.validFrom)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (sameDay)
      await tx.updateTable('fee_rate').set({ amount_cents: rate.amountCents }).where('id', '=', sameDay.id).execute()
    else
      await tx
        .insertInto('fee_rate')
        .values(rateRow(context, planId, rate))
        .execute()
  })
}

/** @throws RuleBroken notFound; feePlanNeedsRate when it is the only one */
export async function removeRate(context: BookContext, rateId: string): Promise<void> {
  const rate = await context.db
    .selectFrom('fee_rate')
    .selectAll()
    .where('id', '=', rateId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!rate) throw new RuleBroken('notFound', { table: 'fee_rate' })
  const subject = { table: 'fee_plan', id: rate.fee_plan_id } as const
  const details = { cents: rate.amount_cents, day: rate.valid_from }
  const deleted_at = context.now().toISOString()
  await write(context, { kind: 'feeRateRemoved', subject, details }, async (tx) => {
    const others = await tx
      .selectFrom('fee_rate')
      .select('id')
      .where('fee_plan_id', '=', rate.fee_plan_id)
      .where('id', '<>', rateId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!others) throw new RuleBroken('feePlanNeedsRate')
    await tx.updateTable('fee_rate').set({ deleted_at }).where('id', '=', rateId).execute()
  })
}

/** All plans with their rates, oldest rate first, and how many agreements hold today. */
export async function feePlans(db: Reader, today: string) {
  const plans = await db
    .selectFrom('fee_plan')
    .select((eb) => [
      'id',
      'name',
      'rate_months',
      eb
        .selectFrom('fee_agreement')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('fee_agreement.fee_plan_id', '=', 'fee_plan.id')
        .where('fee_agreement.deleted_at', 'is', null)
        .where('fee_agreement.from_day', '<=', today)
        .where((inner) => inner.or([inner('until_day', 'is', null), inner('until_day', '>', today)]))
        .as('agreements'),
    ])
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .execute()
  const rates = await db
    .selectFrom('fee_rate')
    .select(['id', 'fee_plan_id', 'amount_cents', 'valid_from'])
    .where('deleted_at', 'is', null)
    .orderBy('valid_from')
    .execute()
  return plans.map((plan) => {
    const own = rates
      .filter((rate) => rate.fee_plan_id === plan.id)
      .map((rate) => ({ id: rate.id, amountCents: rate.amount_cents, validFrom: rate.valid_from }))
    return {
      id: plan.id,
      name: plan.name,
      agreements: plan.agreements ?? 0,
      rateCents: rateOn(own, today),
      rateMonths: rateMonthsOf(plan),
      rates: own,
    }
  })
}

function rateRow(context: BookContext, planId: string, rate: NewRate) {
  return {
    id: context.newId(),
    fee_plan_id: planId,
    amount_cents: rate.amountCents,
    valid_from: rate.validFrom,
    deleted_at: null,
  }
}
