// Reads rows out of a file that somebody else may have made, into a fresh book of ours. The file itself is never adopted: its
// triggers, views and indexes stay where they are. What comes over is named column by column by our own tables.
import type BetterSqlite3 from 'better-sqlite3'
import { plainTables, quote } from '../database/integrity.ts'
import { RuleBroken } from '../rule-broken.ts'

/** Rows of the moment, not of the book. */
const notCopied = new Set(['current_action'])

/** Characters in one value. The longest that the app itself can write is a note in the journal, far under this. */
const longestValue = 5_000_000

/**
 * Copies all rows of `source` into the empty tables of `target`, in one transaction. A column that `source` does not have gets its
 * default. Throws RuleBroken `backupDamaged` when a table is missing, SQLite's own error when a value does not fit our tables.
 */
export function copyRows(source: BetterSqlite3.Database, target: BetterSqlite3.Database): void {
  const present = new Set(plainTables(source))
  const theirs = columnReader(source)
  const ours = columnReader(target)
  target.transaction(() => {
    for (const table of plainTables(target)) {
      if (notCopied.has(table)) continue
      if (!present.has(table)) throw new RuleBroken('backupDamaged')
      const known = new Set(theirs(table))
      const columns = ours(table).filter((column) => known.has(column))
      if (columns.length === 0) throw new RuleBroken('backupDamaged')
      copyTable(table, columns, source, target)
    }
  })()
}

function copyTable(
  table: string,
  columns: readonly string[],
  source: BetterSqlite3.Database,
  target: BetterSqlite3.Database,
): void {
  const names = columns.map(quote).join(', ')
  const insert = target.prepare(`INSERT INTO ${quote(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
  // Whole numbers as bigint: a number that JavaScript would round must come over as it is, or be refused.
  for (const row of source
    .prepare(`SELECT ${names} FROM ${quote(table)}`)
    .raw()
    .safeIntegers()
    .iterate()) {
    const values = row as unknown[] // raw mode gives arrays
    for (const value of values)
      if (typeof value === 'string' && value.length > longestValue) throw new RuleBroken('backupDamaged')
    insert.run(values)
  }
}

/** Tells the columns of a table. Stored ones only: a generated one would run an expression of the file's maker. */
function columnReader(raw: BetterSqlite3.Database): (table: string) => string[] {
  const read = raw.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid').pluck()
  return (table) => read.all(table).map(String)
}
