// Bringing two together, out of those who wait.

import { addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { refuseRestricted } from '../rights/left-out.ts'
import { RuleBroken } from '../rule-broken.ts'
import { partiesOf } from './parties.ts'
import { partyOfIntake, programmeById, waitingIntakes } from './programme-queries.ts'

export interface NewPair {
  readonly aIntakeId: string
  readonly bIntakeId: string
  readonly roundId: string | null
  readonly fromDay: Day
  readonly sharedGround: string | null
  readonly aBrings: string | null
  readonly bBrings: string | null
  readonly isOnce: boolean
  readonly coachPersonId: string | null
}

/**
 * Makes a pair for as long as the programme agreed on. Advice is the screen's; only what cannot be is refused.
 * @throws RuleBroken pairNeedsTwo, notWaiting, notFound, useRestricted
 */
export async function formPair(context: BookContext, input: NewPair): Promise<{ id: string }> {
  const id = context.newId()
  await write(context, { kind: 'pairFormed', subject: { table: 'pair', id } }, async (tx) => {
    const [a, b] = await waitingTogether(tx, input)
    await refuseRestricted(tx, await peopleWaiting(tx, [a, b]))
    const programme = await programmeById(tx, a.programme_id)
    if (input.roundId !== null && (await liveRow(tx, 'programme_round', input.roundId)).programme_id !== programme.id)
      throw new RuleBroken('badInput', { field: 'roundId' })
    await addRow(tx, 'pair', {
      id,
      programme_id: programme.id,
      programme_round_id: input.roundId,
      a_person_id: a.person_id,
      a_household_id: a.household_id,
      b_person_id: b.person_id,
      b_household_id: b.household_id,
      from_day: input.fromDay,
      planned_until: addMonths(input.fromDay, programme.months),
      is_once: input.isOnce ? 1 : 0,
      coach_person_id: input.coachPersonId,
      shared_ground: input.sharedGround,
      a_brings: input.aBrings,
      b_brings: input.bBrings,
    })
    // Written down later than they met: they wait no longer all the same.
    for (const { id: intakeId, day } of [a, b])
      if (day > input.fromDay) await changeRow(tx, 'pair_intake', intakeId, { day: input.fromDay })
  })
  return { id }
}

async function waitingTogether(tx: Transaction, { aIntakeId, bIntakeId }: NewPair) {
  const waiting = await waitingIntakes(tx)
  const a = waiting.find(({ id }) => id === aIntakeId)
  const b = waiting.find(({ id }) => id === bIntakeId)
  if (!a || !b) throw new RuleBroken('notWaiting', { field: a ? 'bIntakeId' : 'aIntakeId' })
  const [one, other] = [partyOfIntake(a), partyOfIntake(b)]
  if (one.id === other.id) throw new RuleBroken('pairNeedsTwo', { field: 'bIntakeId' })
  if (a.programme_id !== b.programme_id || a.side === b.side) throw new RuleBroken('badInput', { field: 'bIntakeId' })
  return [a, b] as const
}

/** Everybody who would be in it: of a household all who live there. */
async function peopleWaiting(tx: Transaction, intakes: readonly Row<'pair_intake'>[]): Promise<string[]> {
  const refs = intakes.map(partyOfIntake)
  const partyOf = await partiesOf(tx, refs)
  return refs.flatMap((ref) => partyOf(ref).people.map(({ id }) => id))
}
