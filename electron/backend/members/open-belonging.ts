// Beginning to belong: a membership, a binnenbuurt.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { doOverlap, type MembershipKind } from '../../../shared/domain/membership.ts'
import type { Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findMemberships } from './person-queries.ts'

/** Opens a membership from `from` on; its id. @throws RuleBroken alreadyMember when a period runs on or lies later */
export async function openMembership(
  tx: Transaction,
  membership: {
    readonly id: string
    readonly personId: string
    readonly kind: MembershipKind
    readonly from: Day
    readonly number: string | null
  },
): Promise<void> {
  const period = { from: membership.from, until: null }
  const clash = (await findMemberships(tx, membership.personId)).find((other) => doOverlap(other, period))
  if (clash) throw new RuleBroken('alreadyMember', { field: 'day', from: clash.from, until: clash.until })
  await tx
    .insertInto('membership')
    .values({
      id: membership.id,
      person_id: membership.personId,
      kind: membership.kind,
      from_day: membership.from,
      number: membership.number,
    })
    .execute()
}

/** Lets somebody take part in a binnenbuurt from `from` on. @throws RuleBroken alreadyInGroup, groupClosed, notFound */
export async function joinNeighbourhood(
  tx: Transaction,
  joining: { readonly id: string; readonly personId: string; readonly neighbourhoodId: string; readonly from: Day },
): Promise<void> {
  await refuseClosedNeighbourhood(tx, joining.neighbourhoodId, joining.from)
  const period = { from: joining.from, until: null }
  const same = await tx
    .selectFrom('neighbourhood_membership')
    .select(['from_day as from', 'until_day as until'])
    .where('person_id', '=', joining.personId)
    .where('neighbourhood_id', '=', joining.neighbourhoodId)
    .where('deleted_at', 'is', null)
    .execute()
  const clash = same.find((other) => doOverlap(other, period))
  if (clash) throw new RuleBroken('alreadyInGroup', { field: 'neighbourhoodId', from: clash.from })
  await tx
    .insertInto('neighbourhood_membership')
    .values({
      id: joining.id,
      person_id: joining.personId,
      neighbourhood_id: joining.neighbourhoodId,
      from_day: joining.from,
    })
    .execute()
}

/** @throws RuleBroken notFound, groupClosed */
export async function refuseClosedNeighbourhood(tx: Transaction, neighbourhoodId: string, day: Day): Promise<void> {
  const group = await tx
    .selectFrom('neighbourhood')
    .select(['active_until'])
    .where('id', '=', neighbourhoodId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!group) throw new RuleBroken('notFound', { table: 'neighbourhood' })
  if (group.active_until !== null && group.active_until <= day) {
    throw new RuleBroken('groupClosed', { field: 'neighbourhoodId', until: group.active_until })
  }
}
