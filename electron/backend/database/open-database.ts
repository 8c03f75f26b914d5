// Opens a book's file: lock first, then every setting asserted, then the file checked whole. Nothing here ever makes a new file
// where one stands: an empty database in the place of a damaged one is the worst answer there is.
//
// TRAP: on Linux and macOS a lock belongs to the process, and closing *any* handle of a file lets it go. So while a book is open,
// nothing in this program may open its file by node:fs - not to copy it, not to hash it. `openFiles` keeps a second open from trying.
import { access, constants, lstat, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { columnsOf } from './declare-table.ts'
import { syncFolder } from './durable-replace.ts'
import { findDamage } from './integrity.ts'
import { hasOwnTriggers, latestVersion, type Migration, migrate, migrateEmpty, refreshTriggers } from './migrate.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Database } from './schema.ts'
import { allTables } from './schema.ts'
import { assertSettings, readHeader, setSettings, takeLock } from './settings.ts'
import { cacheStatements } from './statement-cache.ts'

export interface OpenedFile {
  /** For reading; changing goes through write(). */
  readonly db: Kysely<Database>
  /** The connection itself, for what Kysely has no words for (copies, checks). */
  readonly raw: BetterSqlite3.Database
  readonly file: string
  /** Reads the whole file, unless that was done at opening; undefined when nothing is wrong with it. */
  check(): OpenProblem | undefined
  /** Waits for the work that is going on, then closes. */
  close(): Promise<void>
}

export type OpenProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'inUse' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged'; readonly findings: readonly string[] }
  | { readonly kind: 'notABook' }
  | { readonly kind: 'readOnly' }

export interface OpenOptions {
  /** Make the book when there is no file yet. With a file there, whatever it holds, it is opened like any other. */
  readonly create: boolean
  /** Makes a verified copy before an older file is brought up to date; without one nothing is migrated. */
  readonly copyFirst: (raw: BetterSqlite3.Database) => Promise<void>
  readonly migrations?: readonly Migration[]
  /** Leaves reading the whole file to whoever opens it (check()), when the file is of this version and nothing is written to it here. */
  readonly checkLater?: boolean
}

const journalTables = ['action', 'change', 'current_action']
const openFiles = new Set<string>()

export async function openDatabase(path: string, options: OpenOptions): Promise<OpenedFile | OpenProblem> {
  const file = resolve(path)
  const migrations = options.migrations ?? allMigrations
  if (openFiles.has(file)) return { kind: 'inUse' }
  openFiles.add(file)
  let opened = false
  try {
    const result = await openChecked(file, migrations, options)
    opened = 'raw' in result
    return result
  } finally {
    if (!opened) openFiles.delete(file)
  }
}

async function openChecked(
  file: string,
  migrations: readonly Migration[],
  options: OpenOptions,
): Promise<OpenedFile | OpenProblem> {
  if (!(await exists(file))) {
    if (!options.create) return { kind: 'missing' }
    if (!(await isWritable(dirname(file)))) return { kind: 'readOnly' }
    await createFile(file, migrations)
  }
  const refusal = await refuseByHeader(file, latestVersion(migrations))
  if (refusal) return refusal
  let raw: BetterSqlite3.Database | undefined
  try {
    raw = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 })
    takeLock(raw)
    setSettings(raw)
    assertSettings(raw)
    const isNewest = Number(raw.pragma('user_version', { simple: true })) === latestVersion(migrations)
    const checkLater = options.checkLater === true && isNewest && findMissing(raw).length === 0 && hasOwnTriggers(raw)
    const problem = checkLater ? undefined : await checkContents(raw, migrations, options)
    if (!problem) return connect(raw, file, checkLater)
    raw.close()
    return problem
  } catch (error) {
    raw?.close()
    const problem = problemOf(error)
    if (problem) return problem
    throw error
  }
}

/** What can be seen without SQLite, and therefore without changing a byte. */
async function refuseByHeader(file: string, known: number): Promise<OpenProblem | undefined> {
  const header = await readHeader(file)
  if (header === 'notAFile') return { kind: 'notABook' }
  if (header === 'empty') return { kind: 'damaged', findings: ['the file is empty'] }
  if (header === 'unreadable') return { kind: 'damaged', findings: ['the file does not begin as a database'] }
  if (!header.isBook) return { kind: 'notABook' }
  if (header.version > known) return { kind: 'newer', version: header.version }
  if (!(await isWritable(file)) || !(await isWritable(dirname(file)))) return { kind: 'readOnly' }
  return undefined
}

async function checkContents(
  raw: BetterSqlite3.Database,
  migrations: readonly Migration[],
  options: OpenOptions,
): Promise<OpenProblem | undefined> {
  // Again, now that an interrupted write has been rolled back.
  const version = Number(raw.pragma('user_version', { simple: true }))
  if (version > latestVersion(migrations)) return { kind: 'newer', version }
  const findings = findDamage(raw)
  if (findings.length > 0) return { kind: 'damaged', findings }
  if (version < 1) return { kind: 'damaged', findings: ['the file has no version'] }
  if (version < latestVersion(migrations)) {
    // Every version has had these; a file without them only wears our marks, and no step could make a book of it.
    const strange = missingTables(raw, new Map(journalTables.map((name) => [name, []])))
    if (strange.length > 0) return { kind: 'damaged', findings: strange }
    await options.copyFirst(raw)
    migrate(raw, migrations)
  }
  const missing = findMissing(raw)
  if (missing.length > 0) return { kind: 'damaged', findings: missing }
  refreshTriggers(raw)
  return undefined
}

/** Tables and columns this program reads and the file does not have: right marks and version, and yet not ours. */
function findMissing(raw: BetterSqlite3.Database): string[] {
  const expected = new Map(journalTables.map((name): [string, string[]] => [name, []]))
  for (const table of allTables) expected.set(table.name, Object.keys(columnsOf(table)))
  return missingTables(raw, expected)
}

function missingTables(raw: BetterSqlite3.Database, expected: ReadonlyMap<string, readonly string[]>): string[] {
  const missing: string[] = []
  // One question for all tables: there are more than a hundred, and a start waits for this.
  const columns = raw
    .prepare("SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'")
    .raw()
    .all() as [string, string][] // both are text
  const presentIn = new Map<string, Set<string>>()
  for (const [table, column] of columns) {
    const known = presentIn.get(table)
    if (known) known.add(column)
    else presentIn.set(table, new Set([column]))
  }
  for (const [table, names] of expected) {
    const present = presentIn.get(table)
    if (!present) missing.push(`table ${table} is missing`)
    else missing.push(...names.filter((name) => !present.has(name)).map((name) => `${table}.${name} is missing`))
  }
  return missing
}

/** Makes a new, empty book beside its place and puts it there when it is complete and durable. */
async function createFile(file: string, migrations: readonly Migration[]): Promise<void> {
  const temporary = `${file}.nieuw`
  await rm(temporary, { force: true })
  await buildEmptyBook(temporary, migrations)
  const handle = await open(temporary, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (await exists(file)) throw new Error('a file appeared where a new book was to be made')
  await rename(temporary, file)
  await syncFolder(dirname(file))
}

/**
 * A complete empty book of the newest version (or of `upTo`) in a new file of mode 0600; with `leavesDerived` without what
 * makeDerived() makes. It is not on the disk for certain yet: whoever gives it its name syncs it first.
 */
export async function buildEmptyBook(
  file: string,
  migrations: readonly Migration[] = allMigrations,
  upTo: number = latestVersion(migrations),
  leavesDerived = false,
): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  await handle.close()
  const raw = new BetterSqlite3(file, { fileMustExist: true })
  try {
    setSettings(raw)
    raw.pragma('synchronous = OFF')
    migrateEmpty(raw, migrations, upTo, leavesDerived)
  } finally {
    raw.close()
    await rm(`${file}-journal`, { force: true })
  }
}

function connect(raw: BetterSqlite3.Database, file: string, isUnchecked: boolean): OpenedFile {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: cacheStatements(raw) }) })
  return {
    db,
    raw,
    file,
    check() {
      if (!isUnchecked) return undefined
      isUnchecked = false
      return findProblem(raw)
    },
    async close() {
      if (!raw.open) return
      // The connection is handed out to one at a time: having it means that no transaction is under way.
      await db.connection().execute(async () => {
        raw.close()
      })
      openFiles.delete(file)
      await db.destroy()
    },
  }
}

function findProblem(raw: BetterSqlite3.Database): OpenProblem | undefined {
  try {
    const findings = findDamage(raw)
    return findings.length > 0 ? { kind: 'damaged', findings } : undefined
  } catch (error) {
    const problem = problemOf(error)
    if (problem) return problem
    throw error
  }
}

function problemOf(error: unknown): OpenProblem | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { kind: 'inUse' }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM')) {
    return { kind: 'readOnly' }
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return { kind: 'damaged', findings: [error instanceof Error ? error.message : code] }
  }
  return undefined
}

async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file)
    return true
  } catch (error) {
    // Only "there is none" counts as absent: a file that cannot be looked at is there.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
