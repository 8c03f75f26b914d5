import type { Day } from '../../../shared/domain/calendar-date.ts'
import { findCurrent, type MembershipKind } from '../../../shared/domain/membership.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { endAgreements } from '../dues/change-agreement.ts'
import { RuleBroken } from '../rule-broken.ts'
import { joinNeighbourhood, openMembership } from './open-belonging.ts'
import { findMemberships, refuseDeceased } from './person-queries.ts'
import { agreeOnFee, type FeeChoice } from './register-member.ts'

export interface Rejoining {
  readonly personId: string
  readonly kind: MembershipKind
  readonly day: Day
  readonly neighbourhoodId: string | null
  readonly fee: FeeChoice | null
}

/** Somebody who left comes back: a new period on the same person. @throws RuleBroken personGone, alreadyMember */
export async function rejoin(context: BookContext, rejoining: Rejoining): Promise<void> {
  const { personId, kind, day } = rejoining
  const subject = { table: 'person' as const, id: personId }
  await write(context, { kind: 'membershipRejoined', subject, details: { day, membership: kind } }, async (tx) => {
    await refuseDeceased(tx, personId)
    const id = context.newId()
    await openMembership(tx, { id, personId, kind, from: day, number: null })
    if (rejoining.neighbourhoodId !== null) {
      await joinNeighbourhood(tx, {
        id: context.newId(),
        personId,
        neighbourhoodId: rejoining.neighbourhoodId,
        from: day,
      })
    }
    if (rejoining.fee !== null) await agreeOnFee(tx, context, personId, id, day, rejoining.fee)
  })
}

/** Member becomes interested person or the like: the period ends on `day` and another begins. @throws RuleBroken notMember, personGone, dayBeforeStart */
export async function changeMembershipKind(
  context: BookContext,
  change: {
    readonly personId: string
    readonly kind: MembershipKind
    readonly day: Day
    readonly fee: FeeChoice | null
  },
): Promise<void> {
  const { personId, kind, day } = change
  const subject = { table: 'person' as const, id: personId }
  await write(context, { kind: 'membershipChanged', subject, details: { day, membership: kind } }, async (tx) => {
    await refuseDeceased(tx, personId)
    const current = findCurrent(await findMemberships(tx, personId), context.today())
    if (!current) throw new RuleBroken('notMember')
    if (current.kind === kind)
      throw new RuleBroken('alreadyMember', { field: 'kind', from: current.from, until: current.until })
    if (day < current.from) throw new RuleBroken('dayBeforeStart', { field: 'day', from: current.from })
    if (current.until !== null && day > current.until)
      throw new RuleBroken('personGone', { field: 'day', since: current.until })
    const id = context.newId()
    // Becoming something else is no leaving, also when that had been said.
    await tx.updateTable('membership').set({ until_day: day, end_reason: null }).where('id', '=', current.id).execute()
    await endAgreements(tx, { personId, day })
    await openMembership(tx, { id, personId, kind, from: day, number: current.number })
    if (change.fee !== null) await agreeOnFee(tx, context, personId, id, day, change.fee)
  })
}
