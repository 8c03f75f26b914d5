import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { moveAgreements } from '../dues/change-agreement.ts'
import { addressValues } from '../households/household-values.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { switchNeighbourhood } from './change-neighbourhood.ts'
import { updatePerson } from './change-person.ts'
import { findLivePerson } from './person-queries.ts'
import { type Home, settleHome } from './register-member.ts'

export interface Move {
  /** Everybody who moves along, from one address. */
  readonly personIds: readonly string[]
  readonly home: Home
  readonly day: Day
  /** The binnenbuurt from then on; null for none; undefined when it stays. */
  readonly neighbourhoodId?: string | null | undefined
}

/** Moves people to another address, and to another binnenbuurt when asked. Roles in the one they leave end. */
export async function movePeople(context: BookContext, move: Move): Promise<void> {
  refuseFuture(context.today(), move.day)
  const [first] = move.personIds
  if (first === undefined) throw new RuleBroken('notFound', { table: 'person' })
  const details = { count: move.personIds.length }
  await write(context, { kind: 'personMoved', subject: { table: 'person', id: first }, details }, async (tx) => {
    const people = await Promise.all(move.personIds.map((id) => findLivePerson(tx, id)))
    const from = new Set(people.map((person) => person.householdId))
    const householdId = await settleMove(tx, context, move, from)
    for (const person of people) {
      await updatePerson(tx, person.id, { household_id: householdId, moved_on: move.day })
      await moveAgreements(tx, { newId: context.newId, personId: person.id, householdId, day: move.day })
      if (move.neighbourhoodId !== undefined)
        await switchNeighbourhood(tx, context, person.id, move.neighbourhoodId, move.day)
    }
  })
}

// When everybody behind a front door moves to a new address, the household stays the same and its address changes:
// what a household pays for goes with it.
async function settleMove(
  tx: Transaction,
  context: BookContext,
  move: Move,
  from: ReadonlySet<string>,
): Promise<string> {
  const [householdId] = from
  if (move.home.kind === 'with' || from.size !== 1 || householdId === undefined)
    return settleHome(tx, context, move.home)
  const stays = await tx
    .selectFrom('person')
    .select('id')
    .where('household_id', '=', householdId)
    .where('deleted_at', 'is', null)
    .where('id', 'not in', [...move.personIds])
    .executeTakeFirst()
  if (stays) return settleHome(tx, context, move.home)
  await tx.updateTable('household').set(addressValues(move.home, 'home.')).where('id', '=', householdId).execute()
  return householdId
}
