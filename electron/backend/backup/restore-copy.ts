// Turns a copy into a book that may take the place of the present one: a new file of our own making, filled row by row.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, open, rm } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import BetterSqlite3 from 'better-sqlite3'
import { findDamage } from '../database/integrity.ts'
import type { Migration } from '../database/migrate.ts'
import { dropTriggers, latestVersion, makeDerived, migrate } from '../database/migrate.ts'
import { migrations as allMigrations } from '../database/migrations/index.ts'
import { buildEmptyBook } from '../database/open-database.ts'
import { readHeader } from '../database/settings.ts'
import { isDiskFull } from '../disk-full.ts'
import { RuleBroken } from '../rule-broken.ts'
import { copyRows } from './copy-rows.ts'

const maxBytes = 1024 ** 3

export interface RestoreSource {
  readonly file: string
  /** As the manifest says; a file with another is refused. */
  readonly sha256: string
}

/**
 * Builds a complete, checked book at `target` out of a copy. Throws RuleBroken `backupDamaged` or `bookNewer`; the copy is only read,
 * and `target` is gone again when this throws.
 */
export async function buildFromCopy(
  source: RestoreSource,
  target: string,
  migrations: readonly Migration[] = allMigrations,
): Promise<void> {
  const reading = `${target}.bron`
  await rm(target, { force: true })
  await rm(reading, { force: true })
  try {
    // A copy of our own first, hashed on the way: what was checked is what is read, whoever else has the file.
    if ((await copyHashed(source.file, reading)) !== source.sha256) throw new RuleBroken('backupDamaged')
    const header = await readHeader(reading)
    if (typeof header === 'string' || !header.isBook || header.version < 1) throw new RuleBroken('backupDamaged')
    if (header.version > latestVersion(migrations)) throw new RuleBroken('bookNewer', { version: header.version })
    // What follows from the rows is made once they are there.
    await buildEmptyBook(target, migrations, header.version, true)
    fill(reading, target, migrations)
  } catch (error) {
    await rm(target, { force: true })
    if (error instanceof BetterSqlite3.SqliteError && !isDiskFull(error)) {
      throw new RuleBroken('backupDamaged', { reason: error.code })
    }
    throw error
  } finally {
    await rm(reading, { force: true })
    await rm(`${target}-journal`, { force: true })
  }
}

function fill(reading: string, target: string, migrations: readonly Migration[]): void {
  const from = new BetterSqlite3(reading, { readonly: true, fileMustExist: true })
  const to = new BetterSqlite3(target, { fileMustExist: true })
  try {
    for (const setting of ['query_only = 1', 'trusted_schema = 0', 'cell_size_check = 1', 'mmap_size = 0'])
      from.pragma(setting)
    if (findDamage(from).length > 0) throw new RuleBroken('backupDamaged')
    to.pragma('trusted_schema = 0')
    // durableReplace syncs the whole file before it gets its name.
    to.pragma('synchronous = OFF')
    // The rows were journaled when they were made, and the journal comes along as rows: nothing may be recorded twice.
    dropTriggers(to)
    copyRows(from, to)
    migrate(to, migrations, latestVersion(migrations), true)
    to.transaction(() => makeDerived(to))()
    const books = to.prepare('SELECT count(*) FROM book').pluck().get()
    if (books !== 1 || findDamage(to).length > 0) throw new RuleBroken('backupDamaged')
  } finally {
    from.close()
    to.close()
  }
}

async function copyHashed(from: string, to: string): Promise<string> {
  const found = await lstat(from)
  if (!found.isFile() || found.size > maxBytes) throw new RuleBroken('backupDamaged')
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece)
      done(null, piece)
    },
  })
  const handle = await open(to, 'wx', 0o600)
  await pipeline(createReadStream(from), hashing, handle.createWriteStream())
  return hash.digest('hex')
}
