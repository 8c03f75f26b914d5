// The entry of an action in the journal, and what is journaled under it. For write() and for merging, which writes several actions,
// also of others, in one transaction; everybody else calls write().
import type { ActionKind } from '../../../shared/domain/action-kind.ts'
import type { Transaction } from './transaction.ts'

export interface ActionEntry {
  readonly id: string
  /** ISO instant in UTC. */
  readonly at: string
  readonly device: string
  readonly actor: string | null
  readonly kind: ActionKind
  readonly subject?: { readonly table: string; readonly id: string } | undefined
  /** Counts, cents, days and codes that fill the sentence. Never names: the journal outlives them. */
  readonly details?: object | undefined
  /** The action this one undoes. */
  readonly undoes?: string | null | undefined
}

/** Writes the entry; answers its place in the journal. */
export async function enterAction(tx: Transaction, entry: ActionEntry): Promise<number> {
  const { subject, details = {}, undoes = null, ...rest } = entry
  const { seq } = await tx
    .insertInto('action')
    .values({
      ...rest,
      subject_table: subject?.table ?? null,
      subject_id: subject?.id ?? null,
      details: JSON.stringify(details),
      undoes,
      undone_by: null,
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}

/** Runs `work` so that the triggers put every row it changes under the action. When it throws, the transaction is lost anyway. */
export async function underAction<Result>(tx: Transaction, seq: number, work: () => Promise<Result>): Promise<Result> {
  await tx.updateTable('current_action').set({ action_seq: seq }).execute()
  const result = await work()
  await tx.updateTable('current_action').set({ action_seq: null }).execute()
  return result
}
