// What an action amounts to is sometimes known only once its rows are read inside the transaction.
import type { Transaction } from '../database/transaction.ts'

/** Fills the details of the action being written: counts, cents, days and codes only. */
export async function describeAction(
  tx: Transaction,
  action: { readonly seq: number },
  details: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  await tx
    .updateTable('action')
    .set({ details: JSON.stringify(details) })
    .where('seq', '=', action.seq)
    .execute()
}
