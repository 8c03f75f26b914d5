import type BetterSqlite3 from 'better-sqlite3'
import { columnDefinition, columnsOf, createIndexStatements, createTableStatements } from '../declare-table.ts'
import type { Migration } from '../migrate.ts'
import { allTables } from '../schema.ts'

// While version 5 is the newest, the declarations are its tables: what is declared and not there is added. The first change after
// its release writes these statements out here and adds 0006.
export const rightsTables: Migration = {
  version: 5,
  name: 'rights, other books and letting go',
  up(raw) {
    const present = new Set(
      raw.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')").pluck().all(),
    )
    for (const table of allTables) {
      if (remade.has(table.name)) remake(raw, table)
      else if (present.has(table.name)) addColumns(raw, table, present)
      else for (const statement of createTableStatements(table)) raw.exec(statement)
    }
    // A book that is there already has things to lose of which nobody was told.
    raw.exec('UPDATE book SET asks_before_letting_go = 1')
  },
}

/** Tables with a CHECK that version 4 had otherwise: who was in a pair is forgotten a year after it ended. Every row stays as it was. */
const remade: ReadonlySet<string> = new Set(['pair'])

function remake(raw: BetterSqlite3.Database, table: (typeof allTables)[number]): void {
  const columns = raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table.name).join(', ')
  raw.exec(`CREATE TABLE ${table.name}_before AS SELECT ${columns} FROM ${table.name}`)
  raw.exec(`DROP TABLE ${table.name}`)
  for (const statement of createTableStatements(table)) raw.exec(statement)
  raw.exec(`INSERT INTO ${table.name} (${columns}) SELECT ${columns} FROM ${table.name}_before`)
  raw.exec(`DROP TABLE ${table.name}_before`)
}

/** New columns of a table that has rows may be empty in them: only columns that can be null are added. Indexes become the declared ones. */
function addColumns(
  raw: BetterSqlite3.Database,
  table: (typeof allTables)[number],
  present: ReadonlySet<unknown>,
): void {
  const known = new Set(raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table.name))
  for (const [name, column] of Object.entries(columnsOf(table)))
    if (!known.has(name)) raw.exec(`ALTER TABLE ${table.name} ADD COLUMN ${columnDefinition(name, column)}`)
  const indexes = new Map(createIndexStatements(table))
  for (const [name, statement] of indexes) if (!present.has(name)) raw.exec(statement)
  const kept = raw.prepare("SELECT name FROM pragma_index_list(?) WHERE origin = 'c'").pluck().all(table.name)
  for (const name of kept) if (!indexes.has(String(name))) raw.exec(`DROP INDEX ${name}`)
}
