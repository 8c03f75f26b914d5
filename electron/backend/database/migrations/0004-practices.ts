import type BetterSqlite3 from 'better-sqlite3'
import { columnDefinition, columnsOf, createIndexStatements, createTableStatements } from '../declare-table.ts'
import type { Migration } from '../migrate.ts'
import { allTables } from '../schema.ts'

// While version 4 is the newest, the declarations are its tables: what is declared and not there is added. The first change after
// its release writes these statements out here and adds 0005.
export const practiceTables: Migration = {
  version: 4,
  name: 'tables of the practices',
  up(raw) {
    const present = new Set(
      raw.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')").pluck().all(),
    )
    for (const table of allTables) {
      if (present.has(table.name)) addColumns(raw, table, present)
      else for (const statement of createTableStatements(table)) raw.exec(statement)
    }
  },
}

/** New columns of a table that has rows may be empty in them: only columns that can be null are added. */
function addColumns(
  raw: BetterSqlite3.Database,
  table: (typeof allTables)[number],
  present: ReadonlySet<unknown>,
): void {
  const known = new Set(raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table.name))
  for (const [name, column] of Object.entries(columnsOf(table)))
    if (!known.has(name)) raw.exec(`ALTER TABLE ${table.name} ADD COLUMN ${columnDefinition(name, column)}`)
  for (const [name, statement] of createIndexStatements(table)) if (!present.has(name)) raw.exec(statement)
}
