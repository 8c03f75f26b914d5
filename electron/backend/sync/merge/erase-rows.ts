// Erasing is final and beats everything: the row, its versions, what waits for it, its old values and its words in the search index.
// Only the random id stays, so that nothing which arrives later can bring it back.
import { CompiledQuery } from 'kysely'
import { enterAction, underAction } from '../../database/action-entry.ts'
import type { Table } from '../../database/declare-table.ts'
import { isSearched } from '../../database/declare-table.ts'
import { insertRows } from '../../database/insert-rows.ts'
import { allTables, tables } from '../../database/schema.ts'
import type { Reader, Transaction } from '../../database/transaction.ts'
import { bulkRemovalStatements } from '../../journal/triggers.ts'
import { isPendingLine, isRecord, type PendingLine, parseLine } from './change-line.ts'
import { eraseRules, namesOfErased } from './erase-rules.ts'
import type { Here } from './here.ts'
import type { Cell, Values } from './merge-row.ts'
import { wiped } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import { genesis } from './stamp.ts'
import { computedValues, syncedTable } from './synced-fields.ts'
import { listed, loadRows, run, select, storeStates } from './working-set.ts'

/** Erases one row as somebody decided; what goes along with it is for {@link enforceErasures}. Inside an action. */
export async function erase(tx: Transaction, table: string, id: string, at: string, isRoot = true): Promise<void> {
  await remember(tx, table, [id], isRoot ? 1 : 0, at)
  const known = syncedTable(table)
  if (known && known.class !== 'fact') await removeRows(tx, known, [id])
}

/** After anything that was heard or restored: what belongs to somebody who was erased goes too. Under an action of its own if need be. */
export async function enforceErasures(tx: Transaction, here: Here): Promise<void> {
  if ((await select(tx, 'SELECT 1 FROM sync_erased LIMIT 1')).length === 0) return
  await forgetNamesOfErased(tx)
  const found = await rowsOfErased(tx)
  if (found.length === 0) return
  const [id, at] = [here.newId(), here.now().toISOString()]
  const details = { count: found.reduce((sum, { ids }) => sum + ids.length, 0) }
  const seq = await enterAction(tx, { id, at, device: here.device, actor: null, kind: 'erasureTakenOver', details })
  await insertRows(tx, 'sync_action', [{ id, stamp: '', heard: 1 }])
  await underAction(tx, seq, async () => {
    await eraseAlong(tx, at)
    await rewriteSearch(tx)
  })
  // Nothing was left to see, only to be marked.
  const changed = await select(tx, 'SELECT 1 FROM change WHERE action_seq = ? LIMIT 1', [seq])
  if (changed.length > 0) return
  await run(tx, 'DELETE FROM sync_action WHERE id = ?', [id])
  await run(tx, 'DELETE FROM action WHERE seq = ?', [seq])
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

/** After an erasure: what else held the ids of what went holds them in the journal no more. */
export async function forgetNamesOfErased(tx: Transaction): Promise<void> {
  for (const { table, column, of } of namesOfErased)
    for (const values of ['before', 'after'])
      await run(
        tx,
        `UPDATE change SET ${values} = NULL WHERE table_name = ? AND row_id IN (SELECT id FROM ${table}) AND ${values} IS NOT NULL
          AND json_extract(${values}, '$.${column}') IN (SELECT row_id FROM sync_erased WHERE table_name = ?)`,
        [table, of],
      )
}

/** Their words were taken out one by one; the index is written anew so that nothing of them stays in the file. */
export async function rewriteSearch(tx: Transaction): Promise<void> {
  for (const table of allTables.filter(isSearched))
    for (const statement of bulkRemovalStatements(table).after) await tx.executeQuery(CompiledQuery.raw(statement))
}

/**
 * After the transaction: writes the file anew. SQLite overwrites what is deleted, but a row that it moved from page to page before that
 * can leave its old bytes behind.
 */
export async function leaveNoTrace(db: Reader): Promise<void> {
  await select(db, 'VACUUM')
}

interface Found {
  readonly table: Table
  readonly rule: (typeof eraseRules)[number]
  readonly ids: readonly string[]
}

async function rowsOfErased(tx: Transaction): Promise<Found[]> {
  const found: Found[] = []
  const isShared = (await select(tx, 'SELECT 1 FROM sync_clock')).length > 0
  for (const rule of eraseRules) {
    const table: Table = tables[rule.table]
    const emptied = Object.entries({ ...rule.wipes, ...rule.letsGo })
    const signs = emptied.map(([field, value]) => `${field} IS NOT ${literal(value)}`)
    if (isShared && rule.wipes) signs.push(`NOT ${isMarked(rule.table, Object.keys(rule.wipes))}`)
    const left = signs.length > 0 ? `AND (${signs.join(' OR ')})` : ''
    const rows = await select(tx, `SELECT id FROM ${rule.table} WHERE (${rule.rows}) ${left}`)
    if (rows.length > 0) found.push({ table, rule, ids: rows.map(({ id }) => String(id)) })
  }
  return found
}

/** Also a field that is empty here already must take nothing any more: elsewhere it may not have been. */
const isMarked = (table: string, fields: readonly string[]) =>
  `EXISTS (SELECT 1 FROM sync_row s WHERE s.id = '${table}:' || ${table}.id AND ${fields
    .map((field) => `json_extract(s.state, '$.c.${field}') = '${wiped}'`)
    .join(' AND ')})`

const literal = (value: string | number | null) =>
  value === null ? 'NULL' : typeof value === 'number' ? `${value}` : `'${value}'`

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
async function forget(tx: Transaction, table: Table, ids: readonly string[], kept = 'NULL'): Promise<void> {
  const list = JSON.stringify(ids)
  await run(tx, `UPDATE change SET before = NULL, after = ${kept} WHERE table_name = ? AND row_id IN ${listed}`, [
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
  await forget(tx, table, ids, dayInBin)
}

/**
 * SQL: what the journal keeps of a forgotten change to a row that stays: when it went to the Prullenbak. That says nothing of anybody,
 * and without it the row, and what went with it, would not come back from there.
 */
export const dayInBin = `iif(op = 'update' AND json_extract(after, '$.deleted_at') IS NOT NULL,
  json_object('deleted_at', json_extract(after, '$.deleted_at')), NULL)`

/** Inside an erasure: fields of rows that stay are emptied for good; nothing that arrives later fills them. */
export async function wipe(
  tx: Transaction,
  table: Table,
  ids: readonly string[],
  wipes: Readonly<Values>,
): Promise<void> {
  const fields = Object.keys(wipes)
  for (const each of ['sync_outgoing', 'sync_pending'] as const) await stripLines(tx, each, table, ids, wipes)
  await empty(tx, table, ids, { ...wipes, ...computedValues(table, wipes) })
  if ((await select(tx, 'SELECT 1 FROM sync_clock')).length === 0) return
  const marks: Record<string, Cell> = Object.fromEntries(fields.map((field) => [field, wiped]))
  const set = await loadRows(tx, new Map([[table, new Set(ids)]]))
  for (const row of set.values()) {
    row.state = { ...row.state, a: row.state?.a ?? genesis, c: { ...row.state?.c, ...marks } }
    row.isDirty = true
  }
  await storeStates(tx, set)
}

/** Takes fields out of lines that wait: what else they say must still reach the others. */
async function stripLines(
  tx: Transaction,
  from: 'sync_outgoing' | 'sync_pending',
  table: Table,
  ids: readonly string[],
  wipes: Readonly<Values>,
): Promise<void> {
  const rows = await select(tx, `SELECT id, line FROM ${from} WHERE table_name = ? AND row_id IN ${listed}`, [
    table.name,
    JSON.stringify(ids),
  ])
  for (const { id, line } of rows) {
    const parsed = parseLine(String(line))
    const inner = isPendingLine(parsed) ? (parsed as unknown as PendingLine).p.line : parsed // isPendingLine looked
    if (isRecord(inner.s)) stripFields(inner.s as Record<string, unknown>, wipes, inner.w !== undefined)
    await run(tx, `UPDATE ${from} SET line = ? WHERE id = ?`, [JSON.stringify(parsed), id])
  }
}

/** A whole row must stay one that can be written. */
function stripFields(values: Record<string, unknown>, wipes: Readonly<Values>, isWhole: boolean): void {
  for (const [field, value] of Object.entries(wipes))
    if (isWhole && value !== null) values[field] = value
    else delete values[field]
}

const keysOf = (table: Table, ids: readonly string[]) => JSON.stringify(ids.map((id) => rowKey(table.name, id)))
