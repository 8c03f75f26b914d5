import type { Day } from '../../../shared/domain/calendar-date.ts'
import { rateOn } from '../../../shared/domain/dues-schedule.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { ratesByPlan } from './agreement-queries.ts'
import type { NewAgreement } from './change-agreement.ts'
import { endAgreements, startAgreement } from './change-agreement.ts'

/**
 * Makes or changes what a member pays from a day on.
 * @throws RuleBroken noMembership, agreementBeforeMembership (`from`), percentTooHigh, reductionTooHigh (`cents`), notFound
 */
export async function agreeOnDues(
  context: BookContext,
  agreement: Omit<NewAgreement, 'id' | 'membershipId' | 'untilDay'>,
): Promise<{ id: string }> {
  const { personId, reduction, fromDay } = agreement
  if (reduction?.kind === 'percent' && (reduction.value < 1 || reduction.value > 100))
    throw new RuleBroken('percentTooHigh', { field: 'reduction.value' })
  if (reduction?.kind === 'amount') await refuseMoreThanAll(context.db, agreement.planId, fromDay, reduction.value)
  const id = context.newId()
  const subject = { table: 'person', id: personId } as const
  await write(context, { kind: 'feeAgreementMade', subject, details: { day: fromDay } }, async (tx) => {
    const membership = await payingMembership(tx, personId, context.today())
    if (!membership || (membership.untilDay !== null && fromDay >= membership.untilDay))
      throw new RuleBroken('noMembership')
    if (fromDay < membership.fromDay)
      throw new RuleBroken('agreementBeforeMembership', { field: 'fromDay', from: membership.fromDay })
    // Somebody who has said that they leave pays until then, whatever is agreed in the meantime.
    await startAgreement(tx, { ...agreement, id, membershipId: membership.id, untilDay: membership.untilDay })
  })
  return { id }
}

/** More off than there is to pay is a mistake of typing: ten euros for one. What is to be paid later counts too. */
async function refuseMoreThanAll(db: Reader, planId: string, fromDay: Day, cents: Cents): Promise<void> {
  const rates = (await ratesByPlan(db)).get(planId)?.rates ?? []
  const later = rates.filter(({ validFrom }) => validFrom > fromDay).map(({ amountCents }) => amountCents)
  const most = Math.max(rateOn(rates, fromDay), ...later)
  if (cents > most) throw new RuleBroken('reductionTooHigh', { field: 'reduction.value', cents: most })
}

/** @throws RuleBroken notFound when no agreement holds after that day */
export async function endAgreement(context: BookContext, personId: string, untilDay: Day): Promise<void> {
  const subject = { table: 'person', id: personId } as const
  await write(context, { kind: 'feeAgreementEnded', subject, details: { day: untilDay } }, async (tx) => {
    const ended = await endAgreements(tx, { personId, day: untilDay })
    if (ended === 0) throw new RuleBroken('notFound', { table: 'fee_agreement' })
  })
}

/** The membership somebody pays for: the one that runs, or begins next. */
export async function payingMembership(
  db: Reader,
  personId: string,
  today: Day,
): Promise<{ id: string; fromDay: Day; untilDay: Day | null } | null> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.from_day', 'membership.until_day'])
    .where('membership.person_id', '=', personId)
    .where('membership.kind', '=', 'lid')
    .where('membership.deleted_at', 'is', null)
    .where('person.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', today)]))
    .orderBy('membership.from_day')
    .executeTakeFirst()
  return row ? { id: row.id, fromDay: row.from_day, untilDay: row.until_day } : null
}
