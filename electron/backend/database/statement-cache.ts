// Kysely prepares every query anew; parsing it costs more than running it for most of ours. The most recently used statements are kept.
import type BetterSqlite3 from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

const keepable = /^\s*(select|insert|update|delete|with|begin|commit|rollback|savepoint|release)\b/i
/** Characters. A longer one is a bulk insert of an odd size: it will hardly come back and holds much memory. */
const longestKept = 20_000

/**
 * The part of better-sqlite3 that Kysely uses, with at most `limit` prepared statements kept. SQLite prepares a kept statement anew
 * by itself when the schema changed; the cache is emptied all the same, because the driver remembers the columns of a statement.
 */
export function cacheStatements(raw: BetterSqlite3.Database, limit = 300): SqliteDatabase {
  // A Map keeps the order of insertion: the first key is the one not used for the longest time.
  const kept = new Map<string, SqliteStatement>()
  return {
    prepare(sql) {
      // A full or failing disk makes SQLite roll back by itself; a second rollback would hide the first error behind its own.
      if (sql === 'rollback' && !raw.inTransaction) return alreadyRolledBack
      const known = kept.get(sql)
      if (known) {
        kept.delete(sql)
        kept.set(sql, known)
        return known
      }
      const statement = raw.prepare(sql)
      if (!keepable.test(sql)) kept.clear()
      else if (sql.length <= longestKept) {
        kept.set(sql, statement)
        if (kept.size > limit) forgetOldest(kept)
      }
      return statement
    },
    close() {
      kept.clear()
      raw.close()
    },
  }
}

const alreadyRolledBack: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  *iterate() {},
}

function forgetOldest(kept: Map<string, SqliteStatement>): void {
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}
