// The one way to change anything: check, rows and journal entry in one transaction, or nothing.
import type { Kysely } from 'kysely'
import type { BackendEvent } from '../../../shared/contract/events.ts'
import type { ActionKind } from '../../../shared/domain/action-kind.ts'
import { refuseClosedOpening, refuseClosedYear } from '../bookkeeping/refuse-closed-year.ts'
import { extendChain, ledgerRowsOf } from '../ledger-chain/extend-chain.ts'
import { enterAction, underAction } from './action-entry.ts'
import type { Database, TableName } from './schema.ts'
import type { Transaction } from './transaction.ts'

export interface ActionDescription {
  readonly kind: ActionKind
  /** The row it is about; its name is looked up when the sentence is shown. */
  readonly subject?: { readonly table: TableName; readonly id: string }
  /** Counts, cents, days and codes that fill the sentence. Never names: the journal outlives them. */
  readonly details?: Readonly<Record<string, string | number | boolean>>
  /** The action this one undoes (only undo itself sets it). */
  readonly undoes?: string
}

/** What write() needs of its surroundings. */
export interface WriteContext {
  readonly db: Kysely<Database>
  readonly device: string
  readonly actor: () => string | null
  readonly now: () => Date
  readonly newId: () => string
  readonly announce: (event: BackendEvent) => void
  /** Throws RuleBroken `bookDamaged`: nothing is written to a file that was not found whole. */
  readonly assertWhole: () => void
  /** What else belongs to an action of this context, once it has written. */
  readonly written?: (tx: Transaction) => Promise<void>
  /** What is to be done at once when something was erased for good. */
  readonly erased?: () => Promise<void>
}

/**
 * Runs `work` as one action of the user. Everything it writes is journaled under that action and becomes durable together;
 * when it throws, nothing of it happened. An action that changed no row leaves no trace. Open windows hear of it after the commit.
 */
export async function write<Result>(
  context: WriteContext,
  action: ActionDescription,
  work: (tx: Transaction, action: { readonly id: string; readonly seq: number }) => Promise<Result>,
): Promise<Result> {
  context.assertWhole()
  const id = context.newId()
  const { result, tables } = await context.db.transaction().execute(async (inner) => {
    const tx = inner as Transaction // the mark is given here and in exchange() alone
    const at = context.now().toISOString()
    const seq = await enterAction(tx, { id, at, device: context.device, actor: context.actor(), ...action })
    const result = await underAction(tx, seq, () => work(tx, { id, seq }))
    const touched = await tx
      .selectFrom('change')
      .select('table_name')
      .distinct()
      .where('action_seq', '=', seq)
      .execute()
    const tables = touched.map((change) => change.table_name)
    if (tables.length === 0) await tx.deleteFrom('action').where('seq', '=', seq).execute()
    await keepLedger(tx, context, seq, tables)
    if (tables.length > 0) await context.written?.(tx)
    return { result, tables }
  })
  if (tables.length > 0) context.announce({ topic: 'changed', tables })
  return result
}

/**
 * A transaction of the exchange with other computers: what was heard, under the actions of those who did it, together with what the
 * exchange itself must remember. Durable as a whole or not at all.
 */
export async function exchange<Result>(
  context: WriteContext,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  context.assertWhole()
  const { result, tables } = await context.db.transaction().execute(async (inner) => {
    const tx = inner as Transaction
    const { last } = await tx
      .selectFrom('change')
      .select((eb) => eb.fn.max('seq').as('last'))
      .executeTakeFirstOrThrow()
    const result = await work(tx)
    const touched = await tx
      .selectFrom('change')
      .select('table_name')
      .distinct()
      .where('seq', '>', last ?? 0)
      .execute()
    return { result, tables: touched.map((change) => change.table_name) }
  })
  if (tables.length > 0) context.announce({ topic: 'changed', tables })
  return result
}

/** What holds for every row of the ledger, whatever code wrote it. */
async function keepLedger(
  tx: Transaction,
  context: WriteContext,
  seq: number,
  tables: readonly string[],
): Promise<void> {
  if (tables.includes('bank_account')) await refuseClosedOpening(tx, seq)
  for await (const rows of ledgerRowsOf(tx, seq, tables)) {
    await refuseClosedYear(tx, rows)
    await extendChain(tx, context.device, rows)
  }
}
