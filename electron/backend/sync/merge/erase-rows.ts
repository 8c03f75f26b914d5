// Erasing is final and beats everything: the row, its versions, what waits for it, its old values and its words in the search index.
// Only the random id stays, so that nothing which arrives later can bring it back.
import { CompiledQuery } from 'kysely'
import type { Table } from '../../database/declare-table.ts'
import { isSearched } from '../../database/declare-table.ts'
import { insertRows } from '../../database/insert-rows.ts'
import { allTables, tables } from '../../database/schema.ts'
import type { Transaction } from '../../database/transaction.ts'
import { bulkRemovalStatements } from '../../journal/triggers.ts'
import { isPendingLine, isRecord, type PendingLine, parseLine } from './change-line.ts'
import { eraseRules } from './erase-rules.ts'
import type { Here } from './here.ts'
import type { Cell, RowState, Values } from './merge-row.ts'
import { wiped } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import { genesis, type Stamp } from './stamp.ts'
import { syncedTable } from './synced-fields.ts'
import { listed, run, select } from './working-set.ts'

/** Erases one row as somebody decided; what goes along with it is for {@link enforceErasures}. Inside an action. */
export async function erase(tx: Transaction, table: string, id: string, at: string, isRoot = true): Promise<void> {
  await remember(tx, table, [id], isRoot ? 1 : 0, at)
  const known = syncedTable(table)
  if (known && known.class !== 'fact') await removeRows(tx, known, [id])
}

/** After anything that was heard or restored: what belongs to somebody who was erased goes too. Under an action of its own if need be. */
export async function enforceErasures(tx: Transaction, here: Here): Promise<void> {
  if ((await select(tx, 'SELECT 1 FROM sync_erased LIMIT 1')).length === 0) return
  const found = await rowsOfErased(tx)
  if (found.length === 0) return
  const { seq } = await tx
    .insertInto('action')
    .values({
      id: here.newId(),
      at: here.now().toISOString(),
      device: here.device,
      actor: null,
      kind: 'erasureTakenOver',
      subject_table: null,
      subject_id: null,
      details: JSON.stringify({ count: found.reduce((sum, { ids }) => sum + ids.length, 0) }),
      undoes: null,
      undone_by: null,
    })
    .returning(['seq', 'id'])
    .executeTakeFirstOrThrow()
  const { id } = await tx.selectFrom('action').select('id').where('seq', '=', seq).executeTakeFirstOrThrow()
  await insertRows(tx, 'sync_action', [{ id, stamp: '', heard: 1 }])
  await tx.updateTable('current_action').set({ action_seq: seq }).execute()
  await eraseAlong(tx, here.now().toISOString())
  await tx.updateTable('current_action').set({ action_seq: null }).execute()
}

/** Inside an action: what belongs to people who were erased. */
export async function eraseAlong(tx: Transaction, at: string): Promise<void> {
  for (const { table, rule, ids } of await rowsOfErased(tx)) {
    if (rule.wipes) await wipe(tx, table, ids, rule.wipes)
    else if (rule.letsGo) await empty(tx, table, ids, rule.letsGo)
    else {
      await remember(tx, table.name, ids, 0, at)
      await removeRows(tx, table, ids)
    }
  }
}

/** Their words were taken out one by one; the index is written anew so that nothing of them stays in the file. */
export async function rewriteSearch(tx: Transaction): Promise<void> {
  for (const table of allTables.filter(isSearched))
    for (const statement of bulkRemovalStatements(table).after) await tx.executeQuery(CompiledQuery.raw(statement))
}

interface Found {
  readonly table: Table
  readonly rule: (typeof eraseRules)[number]
  readonly ids: readonly string[]
}

async function rowsOfErased(tx: Transaction): Promise<Found[]> {
  const found: Found[] = []
  for (const rule of eraseRules) {
    const table: Table = tables[rule.table]
    const emptied = Object.entries({ ...rule.wipes, ...rule.letsGo })
    const left =
      emptied.length > 0
        ? `AND (${emptied.map(([field, value]) => `${field} IS NOT ${literal(value)}`).join(' OR ')})`
        : ''
    const rows = await select(tx, `SELECT id FROM ${rule.table} WHERE ${rule.rows} ${left}`)
    if (rows.length > 0) found.push({ table, rule, ids: rows.map(({ id }) => String(id)) })
  }
  return found
}

const literal = (value: string | number | null) =>
  value === null ? 'NULL' : typeof value === 'number' ? `${value}` : "''"

async function remember(
  tx: Transaction,
  table: string,
  ids: readonly string[],
  isRoot: 0 | 1,
  at: string,
): Promise<void> {
  for (const id of ids)
    await tx
      .insertInto('sync_erased')
      .values({ id: rowKey(table, id), table_name: table, row_id: id, is_root: isRoot, at })
      // Gone along here, and erased by name elsewhere.
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(isRoot === 1 ? { is_root: 1 } : { table_name: table }),
      )
      .execute()
}

async function removeRows(tx: Transaction, table: Table, ids: readonly string[]): Promise<void> {
  const list = JSON.stringify(ids)
  await run(tx, `DELETE FROM ${table.name} WHERE id IN ${listed}`, [list])
  await forget(tx, table, ids)
  for (const each of ['sync_row', 'sync_difference'])
    await run(tx, `DELETE FROM ${each} WHERE id IN ${listed}`, [keysOf(table, ids)])
  await run(tx, `DELETE FROM sync_pending WHERE table_name = ? AND row_id IN ${listed}`, [table.name, list])
  await run(tx, `DELETE FROM sync_outgoing WHERE table_name = ? AND row_id IN ${listed} AND line NOT LIKE '{"e":%'`, [
    table.name,
    list,
  ])
}

/** What else was known of the values of rows: old ones, other versions, what waits. */
async function forget(tx: Transaction, table: Table, ids: readonly string[]): Promise<void> {
  const list = JSON.stringify(ids)
  await run(tx, `UPDATE change SET before = NULL, after = NULL WHERE table_name = ? AND row_id IN ${listed}`, [
    table.name,
    list,
  ])
  await run(tx, `DELETE FROM sync_hint WHERE table_name = ? AND row_id IN ${listed}`, [table.name, list])
}

async function empty(tx: Transaction, table: Table, ids: readonly string[], values: Readonly<Values>): Promise<void> {
  const fields = Object.keys(values)
  await run(tx, `UPDATE ${table.name} SET ${fields.map((field) => `${field} = ?`).join(', ')} WHERE id IN ${listed}`, [
    ...Object.values(values),
    JSON.stringify(ids),
  ])
  await forget(tx, table, ids)
}

async function wipe(tx: Transaction, table: Table, ids: readonly string[], wipes: Readonly<Values>): Promise<void> {
  const fields = Object.keys(wipes)
  for (const each of ['sync_outgoing', 'sync_pending'] as const) await stripLines(tx, each, table, ids, fields)
  await empty(tx, table, ids, wipes)
  if ((await select(tx, 'SELECT 1 FROM sync_clock')).length === 0) return
  const states = await select(tx, `SELECT id, state FROM sync_row WHERE id IN ${listed}`, [keysOf(table, ids)])
  const stateByKey = new Map(states.map(({ id, state }) => [String(id), JSON.parse(String(state)) as RowState])) // our own JSON
  const marks: Record<string, Cell> = Object.fromEntries(fields.map((field) => [field, wiped]))
  await run(tx, `DELETE FROM sync_row WHERE id IN ${listed}`, [keysOf(table, ids)])
  await insertRows(
    tx,
    'sync_row',
    ids.map((id) => {
      const state = stateByKey.get(rowKey(table.name, id))
      const a: Stamp = state?.a ?? genesis
      return { id: rowKey(table.name, id), state: JSON.stringify({ ...state, a, c: { ...state?.c, ...marks } }) }
    }),
  )
}

/** Takes fields out of lines that wait: what else they say must still reach the others. */
async function stripLines(
  tx: Transaction,
  from: 'sync_outgoing' | 'sync_pending',
  table: Table,
  ids: readonly string[],
  fields: readonly string[],
): Promise<void> {
  const rows = await select(tx, `SELECT id, line FROM ${from} WHERE table_name = ? AND row_id IN ${listed}`, [
    table.name,
    JSON.stringify(ids),
  ])
  for (const { id, line } of rows) {
    const parsed = parseLine(String(line))
    const inner = isPendingLine(parsed) ? (parsed as unknown as PendingLine).p.line : parsed // isPendingLine looked
    if (isRecord(inner.s)) for (const field of fields) delete (inner.s as Record<string, unknown>)[field]
    await run(tx, `UPDATE ${from} SET line = ? WHERE id = ?`, [JSON.stringify(parsed), id])
  }
}

const keysOf = (table: Table, ids: readonly string[]) => JSON.stringify(ids.map((id) => rowKey(table.name, id)))
