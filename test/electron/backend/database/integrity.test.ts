import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { countRows } from '../../../../electron/backend/database/integrity.ts'

let raw: BetterSqlite3.Database
beforeEach(() => {
  raw = new BetterSqlite3(':memory:')
})
afterEach(() => {
  raw.close()
})

it('counts the rows of a file without tables, and of one with more than SQLite tells of at once', () => {
  expect(countRows(raw)).toEqual({})
  const names = Array.from({ length: 2100 }, (_, at) => `table ${at} "of many"`)
  raw.exec(names.map((name) => `CREATE TABLE "${name.replaceAll('"', '""')}" (n)`).join(';'))
  for (const name of names.slice(-2)) raw.exec(`INSERT INTO "${name.replaceAll('"', '""')}" VALUES (1), (2)`)
  expect(countRows(raw)).toEqual(Object.fromEntries(names.map((name, at) => [name, at < 2098 ? 0 : 2])))
})
