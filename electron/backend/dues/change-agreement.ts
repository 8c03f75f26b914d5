// An agreement is never edited: a change closes it and opens another, so that the past stays as it was agreed.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Interval, PaymentMethod, ReductionKind } from '../../../shared/domain/dues-schedule.ts'
import { firstWholeMonth } from '../../../shared/domain/dues-schedule.ts'
import type { Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import { agreementsOfPerson } from './agreement-queries.ts'
import type { PayerRef } from './payer-accounts.ts'
import { payerColumns } from './payer-accounts.ts'

export interface NewAgreement {
  readonly id: string
  readonly membershipId: string
  readonly personId: string
  readonly planId: string
  readonly intervalMonths: Interval
  /** First day of the first period; null = the first whole calendar month. */
  readonly anchorDay: Day | null
  /** null = the household the member lives in. */
  readonly payer: PayerRef | null
  readonly reduction: {
    readonly kind: ReductionKind
    readonly value: number
    readonly reason: string | null
    readonly until: Day | null
  } | null
  readonly method: PaymentMethod
  readonly fromDay: Day
}

/** Opens an agreement; what still held for the member ends on the day it begins. @throws RuleBroken notFound (plan, person or payer) */
export async function startAgreement(tx: Transaction, agreement: NewAgreement): Promise<void> {
  await refuseMissing(tx, 'fee_plan', agreement.planId)
  const payer = agreement.payer ?? (await householdOf(tx, agreement.personId))
  await refuseMissing(tx, payer.kind, payer.id)
  await endAgreements(tx, { personId: agreement.personId, day: agreement.fromDay })
  const { reduction } = agreement
  await tx
    .insertInto('fee_agreement')
    .values({
      id: agreement.id,
      membership_id: agreement.membershipId,
      person_id: agreement.personId,
      fee_plan_id: agreement.planId,
      interval_months: agreement.intervalMonths,
      anchor_day: agreement.anchorDay ?? firstWholeMonth(agreement.fromDay),
      ...payerColumns(payer),
      reduction_kind: reduction?.kind ?? null,
      reduction_value: reduction === null || reduction.kind === 'exempt' ? null : reduction.value,
      reduction_reason: reduction?.reason ?? null,
      reduction_until: reduction?.until ?? null,
      method: agreement.method,
      from_day: agreement.fromDay,
      until_day: null,
      deleted_at: null,
    })
    .execute()
}

/** From `day` on a person pays nothing. What would begin later ends the day it begins. Returns how many agreements it ended. */
export async function endAgreements(
  tx: Transaction,
  end: { readonly personId: string; readonly day: Day },
): Promise<number> {
  const running = (await agreementsOfPerson(tx, end.personId)).filter(
    (agreement) => agreement.until_day === null || agreement.until_day > end.day,
  )
  for (const { id, from_day } of running) {
    const until = from_day > end.day ? from_day : end.day
    const result = await tx
      .updateTable('fee_agreement')
      .set({ until_day: until })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'fee_agreement' })
  }
  return running.length
}

/** Somebody moved to another household: from `day` on that household pays what the old one paid for them. */
export async function moveAgreement(
  tx: Transaction,
  move: { readonly id: string; readonly personId: string; readonly householdId: string; readonly day: Day },
): Promise<void> {
  const [running] = (await agreementsOfPerson(tx, move.personId)).filter(
    (agreement) => agreement.until_day === null || agreement.until_day > move.day,
  )
  if (!running || running.payer_household_id === null || running.payer_household_id === move.householdId) return
  await startAgreement(tx, {
    id: move.id,
    membershipId: running.membership_id,
    personId: move.personId,
    planId: running.fee_plan_id,
    intervalMonths: running.interval_months,
    anchorDay: running.anchor_day,
    payer: { kind: 'household', id: move.householdId },
    reduction:
      running.reduction_kind === null
        ? null
        : {
            kind: running.reduction_kind,
            value: running.reduction_value ?? 0,
            reason: running.reduction_reason,
            until: running.reduction_until,
          },
    method: running.method,
    fromDay: running.from_day > move.day ? running.from_day : move.day,
  })
}

async function refuseMissing(tx: Transaction, table: 'fee_plan' | 'person' | 'household', id: string): Promise<void> {
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table })
}

async function householdOf(tx: Transaction, personId: string): Promise<PayerRef> {
  const person = await tx.selectFrom('person').select('household_id').where('id', '=', personId).executeTakeFirst()
  if (!person) throw new RuleBroken('notFound', { table: 'person' })
  return { kind: 'household', id: person.household_id }
}
