// An agreement is never edited: a change closes it and opens another, so that the past stays as it was agreed.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Interval, PaymentMethod, ReductionKind } from '../../../shared/domain/dues-schedule.ts'
import { anchorFor } from '../../../shared/domain/dues-schedule.ts'
import type { Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import { agreementsOfPerson } from './agreement-queries.ts'
import { duesOfAgreement, openCentsOf } from './ledger-queries.ts'
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
  /** First day it no longer holds: the end of the membership when that is known. */
  readonly untilDay: Day | null
}

/** Opens an agreement; what still held for the member ends on the day it begins. @throws RuleBroken notFound (plan, person or payer) */
export async function startAgreement(tx: Transaction, agreement: NewAgreement): Promise<void> {
  await refuseMissing(tx, 'fee_plan', agreement.planId)
  const payer = agreement.payer ?? (await householdOf(tx, agreement.personId))
  await refuseMissing(tx, payer.kind, payer.id)
  await endAgreements(tx, { personId: agreement.personId, day: agreement.fromDay })
  await insertAgreement(tx, agreement, payer)
}

async function insertAgreement(tx: Transaction, agreement: NewAgreement, payer: PayerRef): Promise<void> {
  const { reduction } = agreement
  await tx
    .insertInto('fee_agreement')
    .values({
      id: agreement.id,
      membership_id: agreement.membershipId,
      person_id: agreement.personId,
      fee_plan_id: agreement.planId,
      interval_months: agreement.intervalMonths,
      anchor_day: agreement.anchorDay ?? anchorFor(agreement.fromDay, agreement.intervalMonths),
      ...payerColumns(payer),
      reduction_kind: reduction?.kind ?? null,
      reduction_value: reduction === null || reduction.kind === 'exempt' ? null : reduction.value,
      reduction_reason: reduction?.reason ?? null,
      reduction_until: reduction?.until ?? null,
      method: agreement.method,
      from_day: agreement.fromDay,
      until_day: agreement.untilDay,
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
  for (const agreement of running) await closeAgreement(tx, agreement, end.day)
  return running.length
}

async function closeAgreement(tx: Transaction, agreement: { id: string; from_day: Day }, day: Day): Promise<void> {
  const result = await tx
    .updateTable('fee_agreement')
    .set({ until_day: agreement.from_day > day ? agreement.from_day : day })
    .where('id', '=', agreement.id)
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'fee_agreement' })
}

/**
 * Somebody moved to another household: from `day` on that household pays what the old one paid, or was going to pay, for them. What
 * the old one paid already, or need not pay, is not asked anew: then it begins with the first period after that.
 */
export async function moveAgreements(
  tx: Transaction,
  move: {
    readonly newId: () => string
    readonly personId: string
    readonly householdId: string
    readonly day: Day
  },
): Promise<void> {
  const moving = (await agreementsOfPerson(tx, move.personId)).filter(
    (agreement) =>
      (agreement.until_day === null || agreement.until_day > move.day) &&
      (agreement.until_day === null || agreement.until_day > agreement.from_day) &&
      agreement.payer_household_id !== null &&
      agreement.payer_household_id !== move.householdId,
  )
  for (const agreement of moving) {
    const day = await firstDayNotPaid(tx, agreement.id, move.day)
    if (agreement.until_day !== null && day >= agreement.until_day) continue
    await closeAgreement(tx, agreement, day)
    const { reduction_kind } = agreement
    const again: NewAgreement = {
      id: move.newId(),
      membershipId: agreement.membership_id,
      personId: move.personId,
      planId: agreement.fee_plan_id,
      intervalMonths: agreement.interval_months,
      anchorDay: agreement.anchor_day,
      payer: { kind: 'household', id: move.householdId },
      reduction:
        reduction_kind === null
          ? null
          : {
              kind: reduction_kind,
              value: agreement.reduction_value ?? 0,
              reason: agreement.reduction_reason,
              until: agreement.reduction_until,
            },
      method: agreement.method,
      fromDay: agreement.from_day > day ? agreement.from_day : day,
      untilDay: agreement.until_day,
    }
    await insertAgreement(tx, again, { kind: 'household', id: move.householdId })
  }
}

/** `day`, or the end of the periods around and after it that are paid or waived as a whole. */
async function firstDayNotPaid(tx: Transaction, agreementId: string, day: Day): Promise<Day> {
  const dues = await duesOfAgreement(tx, agreementId)
  return dues.reduce(
    (first, due) =>
      due.periodStart <= first && due.periodEnd > first && openCentsOf(due) === 0 ? due.periodEnd : first,
    day,
  )
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
