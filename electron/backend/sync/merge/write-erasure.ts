import type { TableName } from '../../database/schema.ts'
import type { Transaction } from '../../database/transaction.ts'
import { type ActionDescription, type WriteContext, write } from '../../database/write.ts'
import { forgetNamesOfErased, leaveNoTrace, rewriteSearch } from './erase-rows.ts'
import { hereOf } from './here.ts'
import { stampOwn } from './stamp-own.ts'
import { forgetFormerValues } from './write-heard.ts'

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
    await stampOwn(tx, hereOf(context, context.newId()), { before: seq })
    await work(tx, { seq, at })
    await forgetNamesOfErased(tx)
    await rewriteSearch(tx)
  })
  await leaveNoTrace(context.db)
  await context.erased?.()
}

/**
 * Runs `work`, which writes over values that must not be kept, as one action; it answers the rows. Afterwards nobody knows what they
 * were, undo included. What was done before gets its stamps while its values are still there to be told.
 */
export async function writeOver(
  context: WriteContext,
  action: ActionDescription,
  work: (tx: Transaction) => Promise<{ readonly table: TableName; readonly ids: readonly string[] }>,
): Promise<void> {
  await write(context, action, async (tx, { seq }) => {
    await stampOwn(tx, hereOf(context, context.newId()), { before: seq })
    const { table, ids } = await work(tx)
    await forgetFormerValues(tx, table, ids)
  })
}
