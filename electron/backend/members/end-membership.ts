import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { EndReason } from '../../../shared/domain/membership.ts'
import { closeSignalsOf, releaseSignalsOwnedBy } from '../care/signal-queries.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { followUpsLike, releaseFollowUpsOwnedBy, updateFollowUp } from '../follow-ups/follow-up-queries.ts'
import { closeHelpOf } from '../mutual-help/close-help.ts'
import { endPairsOf } from '../pairs/change-pair.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { updatePerson } from './change-person.ts'
import { closeBelonging } from './close-belonging.ts'
import { findLivePerson } from './person-queries.ts'

/** Ends a membership, with everything that goes with it. `day` is the first day no longer a member. */
export async function endMembership(
  context: BookContext,
  personId: string,
  day: Day,
  reason: Exclude<EndReason, 'overleden'>,
): Promise<void> {
  const subject = { table: 'person' as const, id: personId }
  await write(context, { kind: 'membershipEnded', subject, details: { day, reason } }, async (tx) => {
    await findLivePerson(tx, personId)
    await closeBelonging(tx, context, { personId, day, reason })
  })
}

/** Somebody died: nothing is asked of them any more, nobody is told to look in. @throws RuleBroken dayInFuture, personGone */
export async function markDeceased(context: BookContext, personId: string, day: Day): Promise<void> {
  refuseFuture(context.today(), day)
  const subject = { table: 'person' as const, id: personId }
  await write(context, { kind: 'personDied', subject, details: { day } }, async (tx) => {
    const person = await findLivePerson(tx, personId)
    if (person.deceasedOn !== null) throw new RuleBroken('personGone', { since: person.deceasedOn })
    await updatePerson(tx, personId, { deceased_on: day })
    await closeBelonging(tx, context, { personId, day, reason: 'overleden' })
    // Nobody should still be told to look in.
    for (const { id } of await followUpsLike(tx, { states: ['open'], personIds: [personId] }, day)) {
      await updateFollowUp(tx, id, { state: 'vervallen' })
    }
    await closeSignalsOf(tx, personId, { day: context.today(), reason: 'overleden' })
    await releaseFollowUpsOwnedBy(tx, personId)
    await releaseSignalsOwnedBy(tx, personId)
    await endPairsOf(tx, personId, { day, reason: 'overleden' })
    await closeHelpOf(tx, personId, { day: context.today(), at: context.now().toISOString() })
  })
}
