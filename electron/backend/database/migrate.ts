// Brings a book from its version to the newest, one step at a time. Kysely would not put a step in a transaction on SQLite, so
// the migrator is ours: step, checks and new version number commit together or not at all.
import type BetterSqlite3 from 'better-sqlite3'
import { refillSearchStatements, triggerStatements } from '../journal/triggers.ts'
import { countRows, findDamage, quote } from './integrity.ts'
import { allTables } from './schema.ts'
import { applicationId } from './settings.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  /** Changes tables and rows by plain SQL. There are no triggers meanwhile: nothing is journaled, and a rebuilt table loses none. */
  readonly up: (raw: BetterSqlite3.Database) => void
  /** Tables in which this step may change the number of rows; a loss anywhere else stops it. */
  readonly changesRowsOf?: readonly string[]
}

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/**
 * Runs the steps that `raw` has not had, up to version `upTo`. Throws, with the file at the last complete step, when one fails. The
 * last step of all makes the derived tables and triggers, unless `leavesDerived`: then the caller does, once the rows are there.
 */
export function migrate(
  raw: BetterSqlite3.Database,
  migrations: readonly Migration[],
  upTo: number = latestVersion(migrations),
  leavesDerived = false,
): void {
  const from = Number(raw.pragma('user_version', { simple: true }))
  for (const migration of migrations) {
    if (migration.version <= from || migration.version > upTo) continue
    step(raw, migration, !leavesDerived && migration.version === latestVersion(migrations))
  }
}

function step(raw: BetterSqlite3.Database, migration: Migration, makesDerived: boolean): void {
  inOneTransaction(raw, migration.version, () => {
    const before = countRows(raw)
    dropTriggers(raw)
    migration.up(raw)
    if (makesDerived) makeDerived(raw)
    assertNothingLost(migration, before, countRows(raw))
  })
}

/**
 * As {@link migrate}, in a file with nothing in it yet, and all steps together: where no row can be lost, one look at the end will do.
 * Somebody waits for it at the first start and at every restore.
 */
export function migrateEmpty(
  raw: BetterSqlite3.Database,
  migrations: readonly Migration[],
  upTo: number,
  leavesDerived: boolean,
): void {
  const steps = migrations.filter(({ version }) => version <= upTo)
  inOneTransaction(raw, latestVersion(steps), () => {
    for (const { up } of steps) up(raw)
    if (!leavesDerived && steps.length === migrations.length) makeDerived(raw)
  })
}

/** Changes the file and gives it its new version, or throws and leaves it as it was. */
function inOneTransaction(raw: BetterSqlite3.Database, version: number, change: () => void): void {
  // Inside a transaction this pragma does nothing, and a table that is rebuilt must not take the rows that refer to it along.
  raw.pragma('foreign_keys = 0')
  try {
    raw.exec('BEGIN IMMEDIATE')
    change()
    const damage = findDamage(raw)
    if (damage.length > 0) throw new Error(`migration ${version} left damage: ${damage[0]}`)
    raw.pragma(`application_id = ${applicationId}`)
    raw.pragma(`user_version = ${version}`)
    raw.exec('COMMIT')
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    throw error
  } finally {
    raw.pragma('foreign_keys = 1')
  }
}

function assertNothingLost(
  migration: Migration,
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): void {
  for (const [table, count] of Object.entries(before)) {
    if (migration.changesRowsOf?.includes(table)) continue
    if (after[table] !== count) {
      throw new Error(`migration ${migration.version}: ${table} had ${count} rows and has ${after[table] ?? 'gone'}`)
    }
  }
}

/** Gives the file the triggers of this program when it has others: the declarations may say more than the version did. */
export function refreshTriggers(raw: BetterSqlite3.Database): void {
  if (!hasOwnTriggers(raw)) raw.transaction(() => makeDerived(raw))()
}

/** Whether the file has exactly the triggers of this program. */
export function hasOwnTriggers(raw: BetterSqlite3.Database): boolean {
  const wanted = ownTriggers()
  const present = new Set(triggerRows(raw).map((trigger) => trigger.sql))
  return present.size === wanted.length && wanted.every((statement) => present.has(statement))
}

/** Everything in the file that follows from declarations and rows: the search tables and all triggers. */
export function makeDerived(raw: BetterSqlite3.Database): void {
  dropTriggers(raw)
  for (const statement of refillSearchStatements(allTables)) raw.exec(statement)
  for (const statement of ownTriggers()) raw.exec(statement)
}

let ofThisProgram: readonly string[] | undefined

/** Put together once: a program opens several files, and each is asked for them. */
function ownTriggers(): readonly string[] {
  ofThisProgram ??= triggerStatements(allTables)
  return ofThisProgram
}

export function dropTriggers(raw: BetterSqlite3.Database): void {
  for (const { name } of triggerRows(raw)) raw.exec(`DROP TRIGGER ${quote(name)}`)
}

function triggerRows(raw: BetterSqlite3.Database): { name: string; sql: string }[] {
  const rows = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all()
  return rows as { name: string; sql: string }[] // both columns are text for every trigger
}
