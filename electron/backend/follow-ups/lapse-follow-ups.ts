import type { Transaction } from '../database/transaction.ts'

/** Nobody needs to look in on this person any more, whatever the reason was. */
export async function lapseFollowUpsOf(tx: Transaction, personId: string): Promise<void> {
  await tx
    .updateTable('follow_up')
    .set({ state: 'vervallen' })
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .where('deleted_at', 'is', null)
    .execute()
}
