// Lifts to a gathering: written down as they are offered and needed, and brought together by whoever knows both.

import { freeSeats, type LiftKind } from '../../../shared/domain/lifts.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { liftsTo } from './lift-queries.ts'

export async function addLift(
  context: BookContext,
  input: { gatheringId: string; personId: string; kind: LiftKind; seats: number; note: string },
): Promise<{ id: string }> {
  const { gatheringId, personId, kind, seats, note } = input
  const id = context.newId()
  return write(
    context,
    { kind: 'liftAdded', subject: { table: 'person', id: personId }, details: { kind } },
    async (tx) => {
      const known = await liftsTo(tx, [gatheringId])
      if (known.some((lift) => lift.personId === personId)) throw new RuleBroken('liftTwice', { field: 'personId' })
      await addRow(tx, 'lift', {
        id,
        gathering_id: gatheringId,
        person_id: personId,
        kind,
        seats,
        note: note || null,
      })
      return { id }
    },
  )
}

/** Somebody goes along with an offer, as far as there is room. */
export async function matchLift(
  context: BookContext,
  { id, offerId }: { readonly id: string; readonly offerId: string | null },
): Promise<void> {
  const need = await liveRow(context.db, 'lift', id)
  if (need.kind !== 'nodig') throw new RuleBroken('notFound', { table: 'lift' })
  await write(
    context,
    {
      kind: 'liftMatched',
      subject: { table: 'person', id: need.person_id },
      details: { answer: offerId === null ? 'no' : 'yes' },
    },
    async (tx) => {
      if (offerId !== null) {
        const lifts = await liftsTo(tx, [need.gathering_id])
        const offer = lifts.find((lift) => lift.id === offerId && lift.kind === 'aanbod' && lift.isComing)
        if (!offer) throw new RuleBroken('notFound', { table: 'lift', field: 'offerId' })
        const others = lifts.filter((lift) => lift.id !== id)
        if (freeSeats(offer, others) < need.seats)
          throw new RuleBroken('liftFull', { field: 'offerId', count: Math.max(0, freeSeats(offer, others)) })
      }
      await changeRow(tx, 'lift', id, { offer_id: offerId })
    },
  )
}

/** Who would have gone along with it is without a lift again. */
export async function removeLift(context: BookContext, id: string): Promise<void> {
  const lift = await liveRow(context.db, 'lift', id)
  await write(context, { kind: 'liftRemoved', subject: { table: 'person', id: lift.person_id } }, async (tx) => {
    await changeRow(tx, 'lift', id, { deleted_at: context.now().toISOString() })
    await tx.updateTable('lift').set({ offer_id: null }).where('offer_id', '=', id).execute()
  })
}
