// Writes what was heard, action by action: the journal shows it as the work of who did it, and undoing it is an ordinary thing to do.
import type { ActionKind } from '../../../../shared/domain/action-kind.ts'
import { actionKinds } from '../../../../shared/domain/action-kind.ts'
import type { HintKind } from '../../../../shared/domain/merge-hint.ts'
import { enterAction, underAction } from '../../database/action-entry.ts'
import type { Table } from '../../database/declare-table.ts'
import { insertRows } from '../../database/insert-rows.ts'
import type { NewRow, TableName } from '../../database/schema.ts'
import type { Transaction } from '../../database/transaction.ts'
import { isKeptInTrash } from '../../history/empty-old-trash.ts'
import { insertInBulk, manyRows } from '../../journal/insert-in-bulk.ts'
import { bulkRemovalStatements } from '../../journal/triggers.ts'
import { extendChain, type LedgerRow } from '../../ledger-chain/extend-chain.ts'
import { relinkChain } from '../../ledger-chain/relink-chain.ts'
import type { ActionLine, RemoveLine } from './change-line.ts'
import { erase } from './erase-rows.ts'
import { noteHeard } from './heard-mark.ts'
import type { Here } from './here.ts'
import type { Values } from './merge-row.ts'
import { computedValues } from './synced-fields.ts'
import type { Heard } from './take-over.ts'
import { type LoadedRow, listed, run, select, stored } from './working-set.ts'

/** Collects what an action does and writes it when the next one begins. `undo` is called for a row that SQLite does not take. */
export interface ActionWriter {
  /** It is here now, whether or not that shows in any row. */
  readonly arrived: (heard: Heard) => void
  readonly insert: (heard: Heard, row: LoadedRow, undo: () => void) => void
  readonly update: (heard: Heard, row: LoadedRow, before: Readonly<Values>, undo: () => void) => void
  /** `undo`: something here still needs the row. */
  readonly remove: (heard: Heard, row: LoadedRow, purge: RemoveLine['p'], undo: () => void) => void
  readonly insertFact: (heard: Heard, table: Table, row: Values, undo: () => void) => void
  readonly replaceFact: (heard: Heard, table: Table, row: Values) => void
  readonly erase: (heard: Heard, table: string, id: string, at: string, isRoot: boolean) => void
  readonly hint: (heard: Heard, kind: HintKind, table: string, id: string, details: Values | null) => void
  readonly flush: () => Promise<void>
}

interface Insert {
  readonly row: Values
  readonly undo: () => void
}

interface Batch {
  readonly device: string
  readonly action: ActionLine
  readonly inserts: Map<Table, Insert[]>
  readonly facts: Map<Table, Insert[]>
  /** How many rows of a table it changes. */
  readonly updates: Map<Table, number>
  readonly work: (() => Promise<void>)[]
}

export function createActionWriter(tx: Transaction, here: Here): ActionWriter {
  const batches: Batch[] = []
  const hints: NewRow<'sync_hint'>[] = []
  const arrived = new Set<ActionLine>()
  const batchOf = ({ device, action }: Heard): Batch => {
    const last = batches.at(-1)
    if (last && last.action.a === action.a && last.action.t === action.t) return last
    const batch: Batch = { device, action, inserts: new Map(), facts: new Map(), updates: new Map(), work: [] }
    batches.push(batch)
    arrived.add(action)
    return batch
  }
  const add = (to: Map<Table, Insert[]>, table: Table, row: Values, undo: () => void) => {
    const rows = to.get(table)
    if (rows) rows.push({ row, undo })
    else to.set(table, [{ row, undo }])
  }
  return {
    arrived: ({ action }) => void arrived.add(action),
    insert(heard, { table, id, values }, undo) {
      add(batchOf(heard).inserts, table, { id, ...values, ...computedValues(table, values ?? {}) }, undo)
    },
    update(heard, { table, id, values }, before, undo) {
      const after = { ...values }
      const changed = Object.fromEntries(
        Object.entries(after).filter(([name, value]) => value !== (before[name] ?? null)),
      )
      if (Object.keys(changed).length === 0) return
      const all = { ...changed, ...computedValues(table, after) }
      const { updates, work } = batchOf(heard)
      updates.set(table, (updates.get(table) ?? 0) + 1)
      work.push(() => updateRow(tx, table, id, all).catch((error) => orUndo(error, undo)))
    },
    remove(heard, { table, id }, purge, undo) {
      batchOf(heard).work.push(async () => {
        if (purge === 1 && (await isKeptInTrash(tx, table.name, id))) return undo()
        if (purge === 2 && (await livesSomebody(tx, id))) return undo()
        await run(tx, `DELETE FROM ${table.name} WHERE id = ?`, [id])
        if (purge !== undefined) await forgetOldValues(tx, table.name, [id])
      })
    },
    insertFact(heard, table, row, undo) {
      add(batchOf(heard).facts, table, row, undo)
    },
    replaceFact(heard, table, row) {
      batchOf(heard).work.push(() => replaceFact(tx, table, row))
    },
    erase(heard, table, id, at, isRoot) {
      batchOf(heard).work.push(() => erase(tx, table, id, at, isRoot))
    },
    hint({ device }, kind, table, id, details) {
      hints.push({
        id: here.newId(),
        kind,
        table_name: table,
        row_id: id,
        device,
        at: here.now().toISOString(),
        details: details === null ? null : JSON.stringify(details),
      })
    },
    async flush() {
      for (const batch of batches) await flushBatch(tx, here, batch)
      batches.length = 0
      await noteHeard(tx, here.heard, arrived)
      arrived.clear()
      await insertRows(tx, 'sync_hint', hints.splice(0))
    },
  }
}

async function livesSomebody(tx: Transaction, householdId: string): Promise<boolean> {
  return (await select(tx, 'SELECT 1 FROM person WHERE household_id = ? LIMIT 1', [householdId])).length > 0
}

async function flushBatch(tx: Transaction, here: Here, batch: Batch): Promise<void> {
  const seq = await actionSeq(tx, batch.device, batch.action)
  await underAction(tx, seq, async () => {
    for (const [table, rows] of batch.inserts) await insertAll(tx, table, rows)
    const linked: LedgerRow[] = []
    for (const [table, rows] of batch.facts)
      for (const values of await insertAll(tx, table, rows)) linked.push({ table, values })
    await extendChain(tx, batch.device, linked)
    const many = [...batch.updates].flatMap(([table, count]) =>
      count >= manyRows ? [bulkRemovalStatements(table)] : [],
    )
    for (const { before } of many) for (const statement of before) await run(tx, statement)
    for (const work of batch.work) await work()
    for (const { after } of many) for (const statement of after) await run(tx, statement)
  })
  if (batch.action.k === 'rowsCameBack' && batch.action.s) await hintOfReturn(tx, here, batch)
}

/** The heard action's place in the journal; its parts in several scopes come in several files and are one action. */
export async function actionSeq(tx: Transaction, device: string, action: ActionLine): Promise<number> {
  const known = await tx.selectFrom('action').select(['seq', 'kind']).where('id', '=', action.a).executeTakeFirst()
  const kind = kindOf(action.k)
  if (known) {
    if (known.kind === 'changedElsewhere' && action.k)
      await tx
        .updateTable('action')
        .set({
          kind,
          subject_table: action.s?.[0] ?? null,
          subject_id: action.s?.[1] ?? null,
          details: JSON.stringify(action.d ?? {}),
        })
        .where('seq', '=', known.seq)
        .execute()
    return known.seq
  }
  const subject = action.s && { table: action.s[0], id: action.s[1] }
  const said = { kind, subject, details: action.d, undoes: action.u }
  const seq = await enterAction(tx, { id: action.a, at: action.at, device, actor: action.by ?? null, ...said })
  if (action.u) await markUndone(tx, action.a, action.u)
  return seq
}

/** As undoing does it here: what undid the undone counts no more. */
async function markUndone(tx: Transaction, undo: string, undone: string): Promise<void> {
  await tx
    .updateTable('action')
    .set({ undone_by: undo })
    .where('id', '=', undone)
    .where('undone_by', 'is', null)
    .execute()
  const original = await tx.selectFrom('action').select('undoes').where('id', '=', undone).executeTakeFirst()
  if (original?.undoes)
    await tx
      .updateTable('action')
      .set({ undone_by: null })
      .where('id', '=', original.undoes)
      .where('undone_by', '=', undone)
      .execute()
}

const kinds: ReadonlySet<string> = new Set(actionKinds)
const kindOf = (kind: string | undefined): ActionKind =>
  kind !== undefined && kinds.has(kind) ? (kind as ActionKind) : 'changedElsewhere' // it was just looked up

/** Inserts in batches, and one by one where SQLite does not take a batch; answers what went in. */
async function insertAll(tx: Transaction, table: Table, rows: readonly Insert[]): Promise<Values[]> {
  const name = table.name as TableName // every declaration is in `tables`
  const rowOf = (insert: Insert) => stored(table, insert.row) as unknown as NewRow<TableName> // a row of this very table
  try {
    if (rows.length >= manyRows) await insertInBulk(tx, name, rows.map(rowOf))
    else for (const each of chunks(rows)) await insertRows(tx, name, each.map(rowOf))
    return rows.map(({ row }) => row)
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
  // The statement that failed left nothing behind; those before it did their work.
  const present = new Set(
    (
      await select(tx, `SELECT id FROM ${name} WHERE id IN ${listed}`, [JSON.stringify(rows.map(({ row }) => row.id))])
    ).map(({ id }) => id),
  )
  const taken: Values[] = []
  for (const insert of rows) {
    try {
      if (!present.has(insert.row.id)) await insertRows(tx, name, [rowOf(insert)])
      taken.push(insert.row)
    } catch (error) {
      orUndo(error, insert.undo)
    }
  }
  return taken
}

function* chunks<Item>(items: readonly Item[], size = 64): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

async function updateRow(tx: Transaction, table: Table, id: string, values: Values): Promise<void> {
  const row = stored(table, values)
  const names = Object.keys(row)
  await run(tx, `UPDATE ${table.name} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [
    ...names.map((name) => row[name]),
    id,
  ])
}

function orUndo(error: unknown, undo: () => void): void {
  if (!isRefusal(error)) throw error
  undo()
}

/** A rule of the row itself: another version has other codes, or a field that it must have. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_CONSTRAINT_(?:CHECK|NOTNULL|DATATYPE)$/.test(String(error.code))

/** The same row as another computer wrote it takes the place of ours, in the ledger, its chain and its journal. */
async function replaceFact(tx: Transaction, table: Table, row: Values): Promise<void> {
  const id = String(row.id)
  await tx.insertInto('sync_replacing').values({ id }).execute()
  await updateRow(tx, table, id, Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'id')))
  await tx.deleteFrom('sync_replacing').where('id', '=', id).execute()
  await run(tx, "UPDATE change SET after = ? WHERE table_name = ? AND row_id = ? AND op = 'insert'", [
    JSON.stringify(row),
    table.name,
    id,
  ])
  await relinkChain(tx, table.name, id)
}

/** Old values of rows that are gone for good go too. */
export async function forgetOldValues(tx: Transaction, table: string, ids: readonly string[]): Promise<void> {
  await run(tx, `UPDATE change SET before = NULL, after = NULL WHERE table_name = ? AND row_id IN ${listed}`, [
    table,
    JSON.stringify(ids),
  ])
}

/** Inside an action, after it wrote these rows: what they were before. What it made of them stays, and is still told to the others. */
export async function forgetFormerValues(tx: Transaction, table: string, ids: readonly string[]): Promise<void> {
  await run(
    tx,
    `UPDATE change SET before = NULL, after = iif(action_seq = (SELECT action_seq FROM current_action), after, NULL)
      WHERE table_name = ? AND row_id IN ${listed}`,
    [table, JSON.stringify(ids)],
  )
}

async function hintOfReturn(tx: Transaction, here: Here, { device, action }: Batch): Promise<void> {
  const [table = '', id = ''] = action.s ?? []
  await tx
    .insertInto('sync_hint')
    .values({
      id: here.newId(),
      kind: 'cameBack' satisfies HintKind,
      table_name: table,
      row_id: id,
      device,
      at: here.now().toISOString(),
      details: null,
    })
    .execute()
}
