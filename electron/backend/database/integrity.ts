// Is this file whole? All rows of integrity_check (quick_check and the first row alone miss damage), and every reference.
import type BetterSqlite3 from 'better-sqlite3'

/** What is wrong with the database, in SQLite's words; empty when nothing is. Names tables and row numbers, never contents. */
export function findDamage(raw: BetterSqlite3.Database): string[] {
  const findings: string[] = []
  for (const row of raw.prepare('PRAGMA integrity_check').raw().all()) {
    // A pragma in raw mode answers arrays of its one column.
    const [text] = row as [string]
    if (text !== 'ok') findings.push(text)
  }
  for (const row of raw.prepare('PRAGMA foreign_key_check').raw().all()) {
    const [table, rowid, parent] = row as [string, number | null, string]
    findings.push(`row ${rowid ?? '?'} of ${table} refers to a row that is not in ${parent}`)
  }
  return findings
}

/** The plain tables of a database: no virtual ones, not what SQLite and FTS5 keep for themselves. */
export function plainTables(raw: BetterSqlite3.Database): string[] {
  const rows = raw
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
    .raw()
    .all()
  return rows.map((row) => (row as [string])[0]).filter((name) => !name.startsWith('sqlite_'))
}

/** SQLite answers at most 2,000 columns, and a file that somebody else made may have more tables. */
const tablesAtOnce = 500

/** How many rows each plain table has. Asked of many tables at once: every copy, and every step of a migration, asks it twice. */
export function countRows(raw: BetterSqlite3.Database): Record<string, number> {
  const tables = plainTables(raw)
  const counted: [string, number][] = []
  for (let from = 0; from < tables.length; from += tablesAtOnce) {
    const names = tables.slice(from, from + tablesAtOnce)
    const counts = names.map((name) => `(SELECT count(*) FROM ${quote(name)})`).join(', ')
    const row = raw.prepare(`SELECT ${counts}`).raw().get() as number[] // one for each table
    counted.push(...names.map((name, at): [string, number] => [name, row[at] ?? 0]))
  }
  return Object.fromEntries(counted)
}

/** A name as SQL identifier. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
