// Every version that a book has had is kept here as a file. Today's program must open each of them, and the newest must still be
// made as it was: whoever changes a declaration of a released version adds a migration instead.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { countRows, findDamage } from '../../electron/backend/database/integrity.ts'
import { latestVersion, migrate, migrateEmpty } from '../../electron/backend/database/migrate.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'
import { openDatabase } from '../../electron/backend/database/open-database.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const statementsOf = (raw: BetterSqlite3.Database) =>
  raw
    .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger' ORDER BY type, name")
    .pluck()
    .all()
    .map(String)

/** Columns and checks, without the order in which a migration happened to add them. */
const tablesOf = (raw: BetterSqlite3.Database) =>
  Object.fromEntries(
    Object.keys(countRows(raw)).map((table) => [
      table,
      raw.prepare('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY name').all(table),
    ]),
  )

/** Every CHECK of every table, sorted: a rule that only new files have would let old ones take what it refuses. */
const checksOf = (raw: BetterSqlite3.Database) =>
  Object.fromEntries(
    Object.keys(countRows(raw)).map((table) => [
      table,
      checksIn(String(raw.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))).toSorted(),
    ]),
  )

function checksIn(statement: string): string[] {
  return [...statement.matchAll(/CHECK\s*\(/g)].map(({ index, 0: opening }) => {
    let depth = 1
    let end = index + opening.length
    for (; depth > 0; end += 1) depth += statement[end] === '(' ? 1 : statement[end] === ')' ? -1 : 0
    return statement.slice(index, end).replace(/\s+/g, ' ')
  })
}

describe.each(migrations.map((migration) => migration.version))('version %i', (version) => {
  it('is kept', () => {
    expect([existsSync(here(`version-${version}.db.gz`)), existsSync(here(`version-${version}.sql`))]).toEqual([
      true,
      true,
    ])
  })

  it('is still made as it was kept', () => {
    const raw = new BetterSqlite3(':memory:')
    migrate(raw, migrations, version)
    const made = statementsOf(raw)
    const kept = readFileSync(here(`version-${version}.sql`), 'utf8')
    raw.close()
    for (const statement of made)
      expect(kept, 'a released version changed: add a migration').toContain(`${statement};\n`)
    expect(made).toHaveLength(kept.split(/;\n(?=CREATE )/).length)
  })

  it('opens, whole and with every row, as the newest version', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'buurtboek-kept-'))
    const file = join(folder, 'boek.db')
    writeFileSync(file, gunzipSync(readFileSync(here(`version-${version}.db.gz`))))
    const before = new BetterSqlite3(file, { readonly: true })
    const rows = countRows(before)
    before.close()
    const opened = await openDatabase(file, { create: false, copyFirst: async () => undefined })
    if ('kind' in opened) throw new Error(opened.kind)
    const fresh = new BetterSqlite3(':memory:')
    migrate(fresh, migrations)
    expect(findDamage(opened.raw)).toEqual([])
    expect(countRows(opened.raw)).toMatchObject(rows)
    expect(rows.person).toBeGreaterThan(0)
    expect(tablesOf(opened.raw)).toEqual(tablesOf(fresh))
    expect(checksOf(opened.raw)).toEqual(checksOf(fresh))
    expect(Object.values(checksOf(fresh)).flat().length).toBeGreaterThan(100)
    fresh.close()
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })
})

it('a new book is made in one go as it is made step by step', () => {
  const made = (make: (raw: BetterSqlite3.Database) => void) => {
    const raw = new BetterSqlite3(':memory:')
    make(raw)
    const all = raw.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
    const version = raw.pragma('user_version', { simple: true })
    raw.close()
    return { all, version }
  }
  const stepByStep = made((raw) => migrate(raw, migrations))
  expect(stepByStep.all.length).toBeGreaterThan(500)
  expect(made((raw) => migrateEmpty(raw, migrations, latestVersion(migrations), false))).toEqual(stepByStep)
  expect(made((raw) => migrateEmpty(raw, migrations, 3, false))).toEqual(made((raw) => migrate(raw, migrations, 3)))
})

it('a book that is there already asks before it lets go of more than it did, and a new one does not', () => {
  const asking = (version: number) => {
    const raw = new BetterSqlite3(gunzipSync(readFileSync(here(`version-${version}.db.gz`))))
    migrate(raw, migrations)
    const asks = raw.prepare('SELECT asks_before_letting_go FROM book').pluck().get()
    raw.close()
    return asks
  }
  expect([asking(4), asking(5)]).toEqual([1, null])
})
