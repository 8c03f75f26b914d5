// Everything that ends when somebody leaves or dies, in one place: membership, binnenbuurten, roles, what they would pay, invitations.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { EndReason } from '../../../shared/domain/membership.ts'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { endAgreements } from '../dues/change-agreement.ts'
import { takeBackInvitations } from '../gatherings/attendance-queries.ts'
import { RuleBroken } from '../rule-broken.ts'

/** Ends all that runs on after `day`, the first day somebody no longer belongs. @throws RuleBroken notMember, dayBeforeStart */
export async function closeBelonging(
  tx: Transaction,
  context: Pick<BookContext, 'now'>,
  { personId, day, reason }: { readonly personId: string; readonly day: Day; readonly reason: EndReason },
): Promise<void> {
  await closeMembership(tx, personId, day, reason)
  await closeTheRest(tx, context, { personId, day })
}

/** The same without the membership itself. */
export async function closeTheRest(
  tx: Transaction,
  context: Pick<BookContext, 'now'>,
  { personId, day }: { readonly personId: string; readonly day: Day },
): Promise<void> {
  await closeTakingPart(tx, personId, day, null)
  await endAgreements(tx, { personId, day })
  await takeBackInvitations(tx, { personId, day, at: context.now().toISOString() })
}

async function closeMembership(tx: Transaction, personId: string, day: Day, reason: EndReason): Promise<void> {
  const open = await membershipsAfter(tx, personId, day)
  if (open.length === 0 && reason !== 'overleden') throw new RuleBroken('notMember')
  const later = open.find((membership) => membership.from_day > day)
  if (later && reason !== 'overleden') throw new RuleBroken('dayBeforeStart', { field: 'day', from: later.from_day })
  for (const { id, from_day } of open) {
    // Who dies before it began never was a member: the period is empty.
    const until = from_day > day ? from_day : day
    await tx.updateTable('membership').set({ until_day: until, end_reason: reason }).where('id', '=', id).execute()
  }
}

/** What of somebody's membership a day would end, or make never have been. */
export function membershipsAfter(db: Reader, personId: string, day: Day) {
  return db
    .selectFrom('membership')
    .select(['id', 'from_day', 'until_day'])
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', day)]))
    .execute()
}

/**
 * Ends taking part in one binnenbuurt and the roles there; with null in all of them, roles of the association too. What would begin
 * later ends the day it begins.
 */
export async function closeTakingPart(
  tx: Transaction,
  personId: string,
  day: Day,
  neighbourhoodId: string | null,
): Promise<void> {
  for (const table of ['neighbourhood_membership', 'role_term'] as const) {
    const open = await tx
      .selectFrom(table)
      .select(['id', 'from_day'])
      .where('person_id', '=', personId)
      .where('deleted_at', 'is', null)
      .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', day)]))
      .$if(neighbourhoodId !== null, (q) => q.where('neighbourhood_id', '=', neighbourhoodId ?? ''))
      .execute()
    for (const { id, from_day } of open) {
      const until = from_day > day ? from_day : day
      await tx.updateTable(table).set({ until_day: until }).where('id', '=', id).execute()
    }
  }
}
