import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { takeBackInvitations } from '../gatherings/attendance-queries.ts'
import { closeHelpOf } from '../mutual-help/close-help.ts'
import { endPairsOf } from '../pairs/change-pair.ts'
import { updatePerson } from './change-person.ts'
import { findLivePerson } from './person-queries.ts'

const belonging = [
  'membership',
  'neighbourhood_membership',
  'role_term',
  'fee_agreement',
  'follow_up',
  'help_giver',
  'help_offer',
  'newcomer',
  'signal',
  'referral',
  'care_contact',
  'contact_moment',
  'care_note',
  'planned_absence',
  'planned_absence_why',
  'absence_cause',
  'lift',
  'speaker',
  'pair_intake',
  'initiative_own_goal',
  'dues_standing',
  'consent',
  'restriction',
  'dispute',
] as const

/** To the Prullenbak, with all that hangs on the person; an address nobody lives at any more goes along. Money stays in the ledger. */
export async function removePerson(context: BookContext, id: string): Promise<void> {
  const at = context.now().toISOString()
  await write(context, { kind: 'personRemoved', subject: { table: 'person', id } }, (tx) =>
    putAway(tx, context, id, at),
  )
}

/** The same inside an action that does more. */
export async function putAway(
  tx: Transaction,
  context: Pick<BookContext, 'today'>,
  id: string,
  deleted_at: string,
): Promise<void> {
  const person = await findLivePerson(tx, id)
  await updatePerson(tx, id, { deleted_at })
  for (const table of belonging) {
    await tx
      .updateTable(table)
      .set({ deleted_at })
      .where('person_id', '=', id)
      .where('deleted_at', 'is', null)
      .execute()
  }
  await endPairsOf(tx, id, { day: context.today(), reason: 'anders' })
  await closeHelpOf(tx, id, { day: context.today(), at: deleted_at })
  // Of what was held already, the attendance stays as it was written down.
  await takeBackInvitations(tx, { personId: id, day: context.today(), at: deleted_at })
  const stays = await tx
    .selectFrom('person')
    .select('id')
    .where('household_id', '=', person.householdId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (stays) return
  await tx.updateTable('household').set({ deleted_at }).where('id', '=', person.householdId).execute()
}
