import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cacheStatements } from '../../../../electron/backend/database/statement-cache.ts'

interface Tables {
  person: { id: number; name: string; phone?: string | null }
}

function open() {
  const raw = new BetterSqlite3(':memory:')
  raw.exec(
    "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT; INSERT INTO person VALUES (1, 'Cornelia'), (2, 'Said')",
  )
  return raw
}

describe('kept statements', () => {
  it('prepares the same question once', () => {
    const raw = open()
    let prepared = 0
    const counting = new Proxy(raw, {
      get(target, key) {
        if (key === 'prepare')
          return (sql: string) => {
            prepared += 1
            return target.prepare(sql)
          }
        return Reflect.get(target, key) as unknown
      },
    })
    const cache = cacheStatements(counting)
    for (let id = 1; id < 100; id += 1) cache.prepare('SELECT name FROM person WHERE id = ?').all([id])
    expect(prepared).toBe(1)
  })

  it('keeps no more than its limit, and drops the one not used for the longest time', () => {
    const raw = open()
    const cache = cacheStatements(raw, 2)
    const first = cache.prepare('SELECT 1')
    const second = cache.prepare('SELECT 2')
    cache.prepare('SELECT 1')
    cache.prepare('SELECT 3')
    expect(cache.prepare('SELECT 1')).toBe(first)
    expect(cache.prepare('SELECT 2')).not.toBe(second)
  })

  it('sees a column that was added and a table that was made again', async () => {
    const raw = open()
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: cacheStatements(raw) }) })
    const all = () => db.selectFrom('person').selectAll().orderBy('id').execute()
    expect(Object.keys((await all())[0] ?? {})).toEqual(['id', 'name'])
    await db.schema.alterTable('person').addColumn('phone', 'text').execute()
    expect((await all())[0]).toEqual({ id: 1, name: 'Cornelia', phone: null })
    // Behind the back of the cache, as the migrator does it.
    raw.exec('DROP TABLE person; CREATE TABLE person (name TEXT, id INTEGER PRIMARY KEY)')
    expect(await all()).toEqual([])
    raw.exec("INSERT INTO person VALUES ('Fatma', 3)")
    expect(await all()).toEqual([{ name: 'Fatma', id: 3 }])
  })

  it('gives an error and goes on, also in the same statement', async () => {
    const raw = open()
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: cacheStatements(raw) }) })
    const add = (id: number) => db.insertInto('person').values({ id, name: 'Nieuw' }).execute()
    await expect(add(1)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
    await add(3)
    expect(await db.selectFrom('person').select('id').execute()).toHaveLength(3)
  })
})
