// Takes an action back as a whole. Values are put back, made rows go, removed rows return; money only by counter-rows.
// Refused when later work depends on it, so that no undo can ever swallow somebody's other work.
import { CompiledQuery } from 'kysely'
import type { ErrorDetails } from '../../../shared/contract/reply.ts'
import type { ActionKind } from '../../../shared/domain/action-kind.ts'
import type { Table } from '../database/declare-table.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow, TableName } from '../database/schema.ts'
import { allTables, tableNamed } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { type WriteContext, write } from '../database/write.ts'
import { reversalIds } from '../ledger-chain/reversal-ids.ts'
import { RuleBroken } from '../rule-broken.ts'
import { danglingReference, remainingReference } from './references.ts'
import { bulkRemovalStatements } from './triggers.ts'

/** Looks whether a rule over several rows still holds after an undo; null when it does. */
export type RuleCheck = (db: Reader, tables: ReadonlySet<string>) => Promise<ErrorDetails | null>

/** Actions that cannot be taken back: nothing is left to put back, or what was made may already stand on paper. */
export const finalKinds: ReadonlySet<ActionKind> = new Set([
  'bookCreated',
  'trashEmptied',
  'paymentReferencesGiven',
  'memberFileMade',
  'duesFileMade',
  'snapshotTaken',
  'personErased',
  'personDetailsTaken',
  'erasureTakenOver',
  'careErased',
  'consentWithdrawn',
  'expiredRemoved',
  'yearForgotten',
  // It would bring a removed record or the former code back without the coach, who alone opens the programme.
  'sealedChanged',
  // What was chosen before may be what somebody's health was taken from.
  'absenceCauseSet',
  'careNoteChanged',
])

/**
 * Undoes one action, as an action of its own; undoing an undo does the thing again.
 * @throws RuleBroken `notFound`; `nothingToUndo` (was undone, or is final); `undoBlocked` with `reason`
 *   changedLater | usedLater | missing | rule and, where one row is to blame, its `table`.
 */
export async function undoAction(
  context: WriteContext,
  actionId: string,
  ruleChecks: readonly RuleCheck[],
): Promise<{ id: string }> {
  const action = await context.db.selectFrom('action').selectAll().where('id', '=', actionId).executeTakeFirst()
  if (!action) throw new RuleBroken('notFound', { table: 'action' })
  if (action.undone_by !== null || finalKinds.has(action.kind)) throw new RuleBroken('nothingToUndo')
  const subject = tableNamed(action.subject_table ?? '')
  return write(
    context,
    {
      kind: 'undone',
      undoes: action.id,
      details: { ...JSON.parse(action.details), undone: action.kind },
      ...(subject && action.subject_id ? { subject: { table: subject.name as TableName, id: action.subject_id } } : {}),
    },
    async (tx, undo) => {
      await refuseIfUndone(tx, action.seq)
      await refuseIfChangedLater(tx, action.seq)
      const touched = await reverseChanges(tx, context, action.seq).catch(refuseCheckFailure)
      await refuseIfReferencesBreak(tx, touched, action.seq, undo.seq)
      for (const check of ruleChecks) {
        const breach = await check(tx, touched)
        if (breach) throw new RuleBroken('undoBlocked', { reason: 'rule', ...breach })
      }
      await tx.updateTable('action').set({ undone_by: undo.id }).where('seq', '=', action.seq).execute()
      // Doing it again: the action that had been undone counts from now on.
      if (action.undoes)
        await tx.updateTable('action').set({ undone_by: null }).where('id', '=', action.undoes).execute()
      return { id: undo.id }
    },
  )
}

/** Values of one row that hold each other, set by different actions: putting one back alone would break its CHECK. */
function refuseCheckFailure(error: unknown): never {
  const isCheck = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_CHECK'
  throw isCheck ? new RuleBroken('undoBlocked', { reason: 'rule' }) : error
}

interface StoredChange {
  readonly table_name: string
  readonly row_id: string
  readonly op: 'insert' | 'update' | 'delete'
  readonly before: string | null
  readonly after: string | null
}

type Values = Record<string, string | number | null>

// Another window may have undone it since it was read: money would get its counter-rows twice.
async function refuseIfUndone(tx: Transaction, seq: number): Promise<void> {
  const { undone_by } = await tx
    .selectFrom('action')
    .select('undone_by')
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  if (undone_by !== null) throw new RuleBroken('nothingToUndo')
}

/**
 * A later action that still counts and touched the same value stands in the way. An action and its undo are together nothing only
 * when both are later: the undo of an earlier action took away what this one was built on.
 */
async function refuseIfChangedLater(tx: Transaction, seq: number): Promise<void> {
  const rivals = await tx
    .selectFrom('change as mine')
    .innerJoin('change as later', (join) =>
      join.onRef('later.row_id', '=', 'mine.row_id').onRef('later.table_name', '=', 'mine.table_name'),
    )
    .innerJoin('action', 'action.seq', 'later.action_seq')
    .leftJoin('action as original', 'original.id', 'action.undoes')
    .select(['mine.table_name', 'mine.op', 'mine.before', 'later.op as later_op', 'later.after as later_after'])
    .where('mine.action_seq', '=', seq)
    .where('later.action_seq', '<>', seq)
    // By the change and not by its action: a part of an action of another computer may come long after the first.
    .whereRef('later.seq', '>', 'mine.seq')
    .where('action.undone_by', 'is', null)
    .where((eb) =>
      eb.or([
        eb('action.undoes', 'is', null),
        eb('original.undone_by', 'is', null),
        eb('original.undone_by', '<>', eb.ref('action.id')),
        eb.exists(
          eb
            .selectFrom('change as undone')
            .select('undone.seq')
            .whereRef('undone.action_seq', '=', 'original.seq')
            .whereRef('undone.row_id', '=', 'mine.row_id')
            .whereRef('undone.seq', '<', 'mine.seq'),
        ),
      ]),
    )
    .execute()
  for (const rival of rivals) {
    const both = rival.op === 'update' && rival.later_op === 'update'
    if (both && !shareColumn(rival.before, rival.later_after)) continue
    throw new RuleBroken('undoBlocked', { reason: 'changedLater', table: rival.table_name })
  }
}

/** What was forgotten since may have been any of them. */
function shareColumn(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true
  const columns = new Set(Object.keys(parseValues(one)))
  return Object.keys(parseValues(other)).some((column) => columns.has(column))
}

/** Puts every row the action touched back to what it was before it; returns the names of the tables. */
async function reverseChanges(tx: Transaction, context: WriteContext, seq: number): Promise<ReadonlySet<string>> {
  const changes = await tx
    .selectFrom('change')
    .selectAll()
    .where('action_seq', '=', seq)
    .orderBy('seq', 'desc')
    .execute()
  const touched = new Set<string>()
  for (const [name, rows] of byTable(changes)) {
    const table = tableNamed(name)
    if (!table) throw new RuleBroken('undoBlocked', { reason: 'missing', table: name })
    touched.add(name)
    if (table.class === 'fact') await postCounterRows(tx, context, table, rows)
    else await restoreRows(tx, table, rows)
  }
  return touched
}

function byTable(changes: readonly StoredChange[]): Map<string, Map<string, StoredChange[]>> {
  const tables = new Map<string, Map<string, StoredChange[]>>()
  for (const change of changes) {
    const rows = tables.get(change.table_name) ?? new Map<string, StoredChange[]>()
    rows.set(change.row_id, [...(rows.get(change.row_id) ?? []), change])
    tables.set(change.table_name, rows)
  }
  return tables
}

/** @param rows per row its changes, newest first. */
async function restoreRows(tx: Transaction, table: Table, rows: ReadonlyMap<string, readonly StoredChange[]>) {
  const name = table.name as TableName // every declaration is in `tables`
  const gone: string[] = []
  const back: NewRow<TableName>[] = []
  for (const [id, changes] of rows) {
    const oldest = changes.at(-1)
    const newest = changes[0]
    if (!oldest || !newest) continue
    if (oldest.op === 'insert') {
      if (newest.op !== 'delete') gone.push(id)
      continue
    }
    // Oldest last, so that the value from before the whole action wins.
    const values: Values = Object.assign({}, ...changes.map((change) => parseValues(required(change.before, name))))
    if (newest.op === 'delete')
      back.push(withBlobs(table, values) as unknown as NewRow<TableName>) // a whole row of this very table
    else await updateRow(tx, table, id, withBlobs(table, values))
  }
  await removeRows(tx, table, gone)
  await insertRows(tx, name, back)
}

const manyRows = 200

async function removeRows(tx: Transaction, table: Table, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const bulk = ids.length > manyRows ? bulkRemovalStatements(table) : { before: [], after: [] }
  for (const statement of bulk.before) await tx.executeQuery(CompiledQuery.raw(statement))
  const removal = `DELETE FROM ${table.name} WHERE id IN (SELECT value FROM json_each(?))`
  await tx.executeQuery(CompiledQuery.raw(removal, [JSON.stringify(ids)]))
  for (const statement of bulk.after) await tx.executeQuery(CompiledQuery.raw(statement))
}

async function updateRow(tx: Transaction, table: Table, id: string, values: Record<string, unknown>): Promise<void> {
  // Columns and values come from the journal of this very table; Kysely's type cannot know which table that is.
  const result = await tx
    .updateTable(table.name as 'action')
    .set(values as Record<string, never>)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new RuleBroken('undoBlocked', { reason: 'missing', table: table.name })
}

/** Money is never removed: each row gets one with the opposite amount that names the original. */
async function postCounterRows(
  tx: Transaction,
  context: WriteContext,
  table: Table,
  rows: ReadonlyMap<string, readonly StoredChange[]>,
): Promise<void> {
  const at = context.now().toISOString()
  const originals = [...rows.values()].flat().reverse()
  const roots = originals.map((change) => rootOf(parseValues(required(change.after, table.name))))
  const nextId = await reversalIds(tx, table.name as TableName, roots)
  const counters = originals.map((change) => {
    const row = parseValues(required(change.after, table.name))
    const root = rootOf(row)
    return {
      ...row,
      id: nextId(root),
      created_at: at,
      created_by: context.device,
      amount_cents: -Number(row.amount_cents),
      reverses_id: root,
    }
  })
  await insertRows(tx, table.name as TableName, counters as unknown as NewRow<TableName>[]) // rows of this very table
}

const rootOf = (row: Values): string => String(row.reverses_id ?? row.id)

async function refuseIfReferencesBreak(
  tx: Transaction,
  touched: ReadonlySet<string>,
  actionSeq: number,
  undoSeq: number,
): Promise<void> {
  // Only what the action touched can have rows of it, or of its undo.
  for (const table of allTables.filter(({ name }) => touched.has(name))) {
    const used = await remainingReference(tx, table, actionSeq)
    if (used) throw new RuleBroken('undoBlocked', { reason: 'usedLater', table: used })
    const missing = await danglingReference(tx, table, undoSeq)
    if (missing) throw new RuleBroken('undoBlocked', { reason: 'missing', table: missing })
  }
}

const parseValues = (json: string | null): Values => (json === null ? {} : JSON.parse(json))

function required(json: string | null, table: string): string {
  if (json === null) throw new RuleBroken('undoBlocked', { reason: 'missing', table })
  return json
}

/** Sealed values stand in the journal as hexadecimal text. */
function withBlobs(table: Table, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      table.columns[name]?.type === 'BLOB' && typeof value === 'string'
        ? [name, Buffer.from(value, 'hex')]
        : [name, value],
    ),
  )
}
