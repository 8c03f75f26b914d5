// The rows that some lines are about, with what is known of them: read at once, merged in memory, written back at once.
import { CompiledQuery } from 'kysely'
import type { Table } from '../../database/declare-table.ts'
import { insertRows } from '../../database/insert-rows.ts'
import type { NewRow } from '../../database/schema.ts'
import type { Reader, Transaction } from '../../database/transaction.ts'
import { differingFields, type Row, type RowState, type Value, type Values } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import { fieldsOf } from './synced-fields.ts'

export interface LoadedRow extends Row {
  readonly table: Table
  readonly id: string
  /** Whether `state` must be written. */
  isDirty: boolean
  /** Whether there is one in the book. */
  isStored: boolean
}

export type WorkingSet = Map<string, LoadedRow>

/** Ids by table. */
export type Wanted = Map<Table, Set<string>>

export function want(wanted: Wanted, table: Table, id: string): void {
  const ids = wanted.get(table)
  if (ids) ids.add(id)
  else wanted.set(table, new Set([id]))
}

/** Rows of registers and assignments; a row that is not there has `values` null. */
export async function loadRows(tx: Reader, wanted: Wanted): Promise<WorkingSet> {
  const set: WorkingSet = new Map()
  for (const [table, ids] of wanted) {
    const states = await loadStates(tx, table, ids)
    const values = await loadValues(tx, table, ids)
    for (const id of ids) {
      const key = rowKey(table.name, id)
      const state = states.get(key)
      const isStored = state !== undefined
      set.set(key, { table, id, values: values.get(id) ?? null, state, isDirty: false, isStored })
    }
  }
  return set
}

export async function loadValues(tx: Reader, table: Table, ids: Iterable<string>): Promise<Map<string, Values>> {
  if ((await select(tx, `SELECT 1 FROM ${table.name} LIMIT 1`)).length === 0) return new Map()
  const read = reader(table)
  const rows = await select(
    tx,
    `SELECT ${['id', ...fieldsOf(table)].join(', ')} FROM ${table.name} WHERE id IN ${listed}`,
    [JSON.stringify([...ids])],
  )
  return new Map(rows.map((row) => [String(row.id), read(row)]))
}

/** Writes what is known of the rows, and which of them have versions that differ. */
export async function storeStates(tx: Transaction, set: WorkingSet): Promise<void> {
  const dirty = [...set.values()].filter((row) => row.isDirty)
  if (dirty.length === 0) return
  const known = dirty.filter(({ isStored }) => isStored)
  if (known.length > 0) {
    const keys = JSON.stringify(known.map((row) => rowKey(row.table.name, row.id)))
    await run(tx, `DELETE FROM sync_row WHERE id IN ${listed}`, [keys])
    await run(tx, `DELETE FROM sync_difference WHERE id IN ${listed}`, [keys])
  }
  await insertRows(tx, 'sync_row', statesOf(dirty))
  await insertRows(
    tx,
    'sync_difference',
    dirty
      .filter((row) => differingFields(row).length > 0)
      .map(({ table, id }) => ({ id: rowKey(table.name, id), table_name: table.name, row_id: id })),
  )
  for (const row of dirty) Object.assign(row, { isDirty: false, isStored: row.state !== undefined })
}

function* statesOf(rows: readonly LoadedRow[]): Generator<NewRow<'sync_row'>> {
  for (const { table, id, state } of rows) if (state) yield { id: rowKey(table.name, id), state: JSON.stringify(state) }
}

/** A row as SQLite gives it, as the values that stand in lines: sealed ones as hexadecimal text. */
export function reader(table: Table): (row: Readonly<Record<string, unknown>>) => Values {
  const fields = fieldsOf(table)
  return (row) => {
    const values: Values = {}
    for (const field of fields) values[field] = lineValue(row[field])
    return values
  }
}

/** Values of lines as they go into the table. */
export function stored(table: Table, values: Readonly<Values>): Readonly<Record<string, unknown>> {
  if (!hasBytes(table)) return values
  const row: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values))
    row[field] = table.columns[field]?.type === 'BLOB' && typeof value === 'string' ? Buffer.from(value, 'hex') : value
  return row
}

const hasBytes = (table: Table) => Object.values(table.columns).some(({ type }) => type === 'BLOB')

export const listed = '(SELECT value FROM json_each(?))'

export async function select(
  tx: Reader,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const { rows } = await tx.executeQuery(CompiledQuery.raw(statement, [...values]))
  return rows as Record<string, unknown>[] // rows of SQLite are flat records
}

export async function run(tx: Transaction, statement: string, values: readonly unknown[] = []): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(statement, [...values]))
}

async function loadStates(tx: Reader, table: Table, ids: ReadonlySet<string>): Promise<Map<string, RowState>> {
  if ((await select(tx, 'SELECT 1 FROM sync_row LIMIT 1')).length === 0) return new Map()
  const keys = [...ids].map((id) => rowKey(table.name, id))
  const rows = await select(tx, `SELECT id, state FROM sync_row WHERE id IN ${listed}`, [JSON.stringify(keys)])
  return new Map(rows.map(({ id, state }) => [String(id), JSON.parse(String(state)) as RowState])) // our own JSON
}

function lineValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) return value.toString('hex').toUpperCase()
  return value as string | number // a column of a STRICT table is text, whole number or bytes
}
