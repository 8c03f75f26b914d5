// A fingerprint of the state of a scope: two computers that had the same changes have the same one, in whatever order they came.
import { createHash } from 'node:crypto'
import type { Scope, Table } from '../../database/declare-table.ts'
import { columnsOf } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { Here } from './here.ts'
import { type RowState, type Values, versionsOf } from './merge-row.ts'
import { stampOwn } from './stamp-own.ts'
import { fieldsOf, syncedTable, tablesOfScope } from './synced-fields.ts'
import { reader, select } from './working-set.ts'

/** Begins with a fingerprint of the tables and fields: versions of the program that know different ones are not comparable. */
export async function stateDigest(tx: Transaction, here: Here, scope: Scope): Promise<string> {
  await stampOwn(tx, here)
  const tables = tablesOfScope(scope).sort((one, other) => (one.name < other.name ? -1 : 1))
  const hash = createHash('sha256')
  for (const table of tables) for (const line of await linesOf(tx, table)) hash.update(`${line}\n`)
  // What went along is not the same everywhere: some of it never left the computer it was written on.
  const erased = await select(tx, 'SELECT table_name, row_id FROM sync_erased WHERE is_root = 1 ORDER BY id')
  for (const { table_name, row_id } of erased)
    if (syncedTable(String(table_name))?.scope === scope) hash.update(`erased ${table_name} ${row_id}\n`)
  const shape = JSON.stringify(tables.map((table) => [table.name, Object.keys(columnsOf(table)).sort()]))
  return `${createHash('sha256').update(shape).digest('hex').slice(0, 16)}${hash.digest('hex')}`
}

async function linesOf(tx: Transaction, table: Table): Promise<string[]> {
  const fields = [...fieldsOf(table)].sort()
  if (table.class === 'fact') {
    const rows = await select(tx, `SELECT id, ${fields.join(', ')} FROM ${table.name} ORDER BY id`)
    return rows.map((row) => JSON.stringify([table.name, row.id, fields.map((field) => row[field])]))
  }
  const read = reader(table)
  const rows = await select(
    tx,
    `SELECT t.id, ${fields.map((field) => `t.${field}`).join(', ')}, s.state AS sync_state FROM ${table.name} t LEFT JOIN sync_row s ON s.id = '${table.name}:' || t.id ORDER BY t.id`,
  )
  return rows.map((row) => {
    const values = read(row)
    const state = typeof row.sync_state === 'string' ? (JSON.parse(row.sync_state) as RowState) : undefined // our own JSON
    return JSON.stringify([table.name, row.id, fields.map((field) => versions(state, field, values))])
  })
}

function versions(state: RowState | undefined, field: string, values: Readonly<Values>): unknown {
  const heads = versionsOf(state, field, values[field] ?? null)
  return heads.length === 1 ? heads[0] : [...heads].sort(([one], [other]) => (one < other ? -1 : 1))
}
