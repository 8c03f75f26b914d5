// Who names whom, from the declarations: what undo must not leave pointing at nothing.
import { CompiledQuery } from 'kysely'
import type { Table } from '../database/declare-table.ts'
import { allTables } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'

/** Columns of all tables that hold an id of `target`. */
export function referencesTo(target: string): readonly Reference[] {
  byTarget ??= Map.groupBy(allReferences(), ({ references }) => references)
  return byTarget.get(target) ?? []
}

export interface Reference {
  readonly table: Table
  readonly column: string
}

/** Asked at every undo and for every row that is thrown away; the declarations do not change. */
let byTarget: ReadonlyMap<string, readonly Reference[]> | undefined

function allReferences(): (Reference & { readonly references: string })[] {
  return allTables.flatMap((table) =>
    Object.entries(table.columns).flatMap(([column, { references }]) =>
      references === undefined ? [] : [{ table, column, references }],
    ),
  )
}

/**
 * Name of a table that still names a row which the action had made in `target` and which is gone now; undefined when none does.
 * Ledger rows that were reversed do not count: together they are nothing.
 */
export async function remainingReference(db: Reader, target: Table, actionSeq: number): Promise<string | undefined> {
  if (target.class === 'fact' || target.class === 'local') return undefined
  const made = `SELECT row_id FROM change WHERE action_seq = ? AND table_name = '${target.name}' AND op = 'insert'`
  if (!(await exists(db, made, actionSeq))) return undefined
  for (const { table, column } of referencesTo(target.name)) {
    const named = `FROM ${table.name} WHERE ${column} IN (${made} EXCEPT SELECT id FROM ${target.name})`
    const counted =
      table.class === 'fact'
        ? `SELECT 1 ${named} GROUP BY coalesce(reverses_id, id) HAVING sum(amount_cents) <> 0`
        : `SELECT 1 ${named}`
    if (await exists(db, counted, actionSeq)) return table.name
  }
  return undefined
}

/** Name of a table that a row of `table`, written by the action, names without there being such a row; undefined when all are there. */
export async function danglingReference(db: Reader, table: Table, actionSeq: number): Promise<string | undefined> {
  const written = `SELECT row_id FROM change WHERE action_seq = ? AND table_name = '${table.name}' AND op <> 'delete'`
  if (table.class === 'fact' || !(await exists(db, written, actionSeq))) return undefined
  for (const [column, { references }] of Object.entries(table.columns)) {
    if (!references) continue
    const dangling = `SELECT 1 FROM ${table.name} AS t WHERE t.id IN (${written}) AND t.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${references} AS r WHERE r.id = t.${column})`
    if (await exists(db, dangling, actionSeq)) return references
  }
  return undefined
}

async function exists(db: Reader, select: string, actionSeq: number): Promise<boolean> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(`${select} LIMIT 1`, [actionSeq]))
  return rows.length > 0
}
