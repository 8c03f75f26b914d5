import type { Transaction } from '../../database/transaction.ts'
import { type ActionDescription, type WriteContext, write } from '../../database/write.ts'
import { leaveNoTrace, rewriteSearch } from './erase-rows.ts'
import { hereOf } from './here.ts'
import { stampOwn } from './stamp-own.ts'

/**
 * Runs `work`, which erases, as one action. What was done before gets its stamps while its values are still there; afterwards nothing
 * of the words is left in the search index or between the rows of the file.
 */
export async function writeErasure(
  context: WriteContext,
  action: ActionDescription,
  work: (tx: Transaction, erasure: { readonly seq: number; readonly at: string }) => Promise<void>,
): Promise<void> {
  const at = context.now().toISOString()
  await write(context, action, async (tx, { seq }) => {
    await stampOwn(tx, hereOf(context, context.newId()), seq)
    await work(tx, { seq, at })
    await rewriteSearch(tx)
  })
  await leaveNoTrace(context.db)
}
