import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { closeTakingPart } from './close-belonging.ts'
import { joinNeighbourhood as openIn } from './open-belonging.ts'
import { findLivePerson, findNeighbourhoodsOf, refuseDeceased } from './person-queries.ts'

interface Taking {
  readonly personId: string
  readonly neighbourhoodId: string
  readonly day: Day
}

/** Out of every other binnenbuurt and into this one, or into none. Roles in those that are left end. @throws RuleBroken groupClosed, personGone */
export async function changeNeighbourhoodOf(
  context: BookContext,
  change: { readonly personId: string; readonly neighbourhoodId: string | null; readonly day: Day },
): Promise<void> {
  const { personId, neighbourhoodId, day } = change
  const kind = neighbourhoodId === null ? 'groupLeft' : 'groupJoined'
  await write(context, { kind, subject: { table: 'person', id: personId }, details: { day } }, async (tx) => {
    await refuseDeceased(tx, personId)
    await switchNeighbourhood(tx, context, personId, neighbourhoodId, day)
  })
}

/** The rows of going over to another binnenbuurt, inside an action. */
export async function switchNeighbourhood(
  tx: Transaction,
  context: Pick<BookContext, 'newId'>,
  personId: string,
  neighbourhoodId: string | null,
  day: Day,
): Promise<void> {
  const groups = await findNeighbourhoodsOf(tx, personId)
  const current = groups.filter((group) => group.until === null || group.until > day)
  for (const group of current) {
    if (group.neighbourhoodId === neighbourhoodId) continue
    await closeTakingPart(tx, personId, day, group.neighbourhoodId)
  }
  const stays = current.some((group) => group.neighbourhoodId === neighbourhoodId)
  if (neighbourhoodId === null || stays) return
  await openIn(tx, { id: context.newId(), personId, neighbourhoodId, from: day })
}

/** @throws RuleBroken alreadyInGroup, groupClosed, personGone */
export async function takePart(context: BookContext, { personId, neighbourhoodId, day }: Taking): Promise<void> {
  const subject = { table: 'person' as const, id: personId }
  await write(context, { kind: 'groupJoined', subject, details: { day } }, async (tx) => {
    await refuseDeceased(tx, personId)
    await openIn(tx, { id: context.newId(), personId, neighbourhoodId, from: day })
  })
}

/** Leaves one binnenbuurt; roles in it end as well. @throws RuleBroken notFound, dayBeforeStart */
export async function stopTakingPart(context: BookContext, { personId, neighbourhoodId, day }: Taking): Promise<void> {
  const subject = { table: 'person' as const, id: personId }
  await write(context, { kind: 'groupLeft', subject, details: { day } }, async (tx) => {
    await findLivePerson(tx, personId)
    const groups = await findNeighbourhoodsOf(tx, personId)
    const running = groups.find(
      (group) => group.neighbourhoodId === neighbourhoodId && (group.until === null || group.until > day),
    )
    if (!running) throw new RuleBroken('notFound', { table: 'neighbourhood_membership' })
    if (running.from > day) throw new RuleBroken('dayBeforeStart', { field: 'day', from: running.from })
    await closeTakingPart(tx, personId, day, neighbourhoodId)
  })
}
