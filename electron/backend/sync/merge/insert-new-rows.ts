// A PC that joins takes over a whole book: rows of which nothing is here yet need no merging, only writing. That is most of a full
// state, so this way is kept short; whatever is not that simple is left for the ordinary one.
import { underAction } from '../../database/action-entry.ts'
import type { Table } from '../../database/declare-table.ts'
import { insertRows } from '../../database/insert-rows.ts'
import type { NewRow, TableName } from '../../database/schema.ts'
import type { Transaction } from '../../database/transaction.ts'
import { insertInBulk, manyRows } from '../../journal/insert-in-bulk.ts'
import { isStateLine, type Line, type StateLine } from './change-line.ts'
import { rowKey } from './merge-table.ts'
import { computedValues, fieldsOf } from './synced-fields.ts'
import { listed, run, select, stored } from './working-set.ts'
import { isRefusal } from './write-heard.ts'

/** Tables that had no row, nor knowledge of one, when the full state began to be taken over. */
type NewTables = ReadonlyMap<string, Table>

export async function newTables(tx: Transaction, tables: readonly Table[]): Promise<NewTables> {
  const found = new Map<string, Table>()
  for (const table of tables) {
    if (table.class === 'fact') continue
    const prefix = rowKey(table.name, '')
    const [known] = await select(
      tx,
      `SELECT 1 FROM ${table.name} UNION ALL SELECT 1 FROM sync_row WHERE id >= ? AND id < ?
        UNION ALL SELECT 1 FROM sync_erased WHERE table_name = ? UNION ALL SELECT 1 FROM sync_pending WHERE table_name = ? LIMIT 1`,
      [prefix, `${prefix.slice(0, -1)};`, table.name, table.name],
    )
    if (!known) found.set(table.name, table)
  }
  return found
}

/** Inserts what is simple, under the action `seq`; answers the lines that are left. */
export async function insertNewRows(
  tx: Transaction,
  seq: () => Promise<number>,
  lines: readonly Line[],
  tables: NewTables,
): Promise<readonly Line[]> {
  if (tables.size === 0) return lines
  const left: Line[] = []
  const simple = new Map<Table, Map<string, StateLine>>()
  for (const line of lines) {
    const table = typeof line.r === 'string' ? tables.get(line.r) : undefined
    const state = line as unknown as StateLine // isSimple looks
    if (!table || !isSimple(line, fieldsOf(table))) {
      left.push(line)
      continue
    }
    const ofTable = simple.get(table) ?? new Map<string, StateLine>()
    if (ofTable.has(state.i)) left.push(line)
    else simple.set(table, ofTable.set(state.i, state))
  }
  for (const [table, rows] of simple)
    if (rows.size < manyRows || (await hasSome(tx, table, rows)) || !(await insertAll(tx, await seq(), table, rows)))
      for (const line of rows.values()) left.push(line as unknown as Line) // a line is a plain record
  return left
}

/** A live row of fields that this version knows, without removals, and with no second version of anything. */
function isSimple(line: Line, fields: readonly string[]): boolean {
  const { s, st } = line as unknown as StateLine // isStateLine looks
  if (!isStateLine(line) || !s || typeof s !== 'object') return false
  for (const field in s) if (!fields.includes(field)) return false
  if (st === undefined) return true
  return (
    typeof st.a === 'string' &&
    st.k === undefined &&
    Object.values(st.c ?? {}).every((cell) => typeof cell === 'string' || !cell.o)
  )
}

/** An id that came in an earlier part already is no new row. */
async function hasSome(tx: Transaction, table: Table, rows: ReadonlyMap<string, StateLine>): Promise<boolean> {
  if ((await select(tx, `SELECT 1 FROM ${table.name} LIMIT 1`)).length === 0) return false
  const ids = JSON.stringify([...rows.keys()])
  return (await select(tx, `SELECT 1 FROM ${table.name} WHERE id IN ${listed} LIMIT 1`, [ids])).length > 0
}

/** Whether SQLite took them all; else none. */
async function insertAll(
  tx: Transaction,
  seq: number,
  table: Table,
  rows: ReadonlyMap<string, StateLine>,
): Promise<boolean> {
  const name = table.name as TableName // every declaration is in `tables`
  try {
    await underAction(tx, seq, () => insertInBulk(tx, name, rowsOf(table, rows)))
  } catch (error) {
    if (!isRefusal(error)) throw error
    await run(tx, 'UPDATE current_action SET action_seq = NULL')
    return false
  }
  await insertRows(tx, 'sync_row', statesOf(table, rows))
  return true
}

function* rowsOf(table: Table, rows: ReadonlyMap<string, StateLine>): Generator<NewRow<TableName>> {
  // Written into the lines themselves: they are many, and whoever reads them again asks for the fields alone.
  for (const { i, s = {} } of rows.values())
    yield stored(table, Object.assign(s, computedValues(table, s), { id: i })) as unknown as NewRow<TableName> // a row of this very table
}

function* statesOf(table: Table, rows: ReadonlyMap<string, StateLine>): Generator<NewRow<'sync_row'>> {
  const prefix = rowKey(table.name, '')
  for (const { i, st } of rows.values()) if (st) yield { id: prefix + i, state: JSON.stringify(st) }
}
