// The folder with the copies: what is in it, whether it is still whole, and what may go.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import BetterSqlite3 from 'better-sqlite3'
import { countRows, findDamage } from '../database/integrity.ts'
import { readHeader } from '../database/settings.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { backupManifest } from './backup-manifest.ts'
import { copiesToRemove } from './copies-to-remove.ts'

export const databaseOf = (folder: string, id: string) => join(folder, `${id}.db`)
export const manifestOf = (folder: string, id: string) => join(folder, `${id}.json`)

/** Larger than any book of ours; a manifest is some kilobytes. */
const maxManifestBytes = 100_000

/** The copies whose manifest is good and whose file has the size it should have, newest first. */
export async function listCopies(folder: string): Promise<BackupManifest[]> {
  const found: BackupManifest[] = []
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.json')) continue
    const manifest = await readManifest(folder, name.slice(0, -'.json'.length))
    if (manifest) found.push(manifest)
  }
  return found.sort((a, b) => (a.madeAt === b.madeAt ? compare(b.id, a.id) : compare(b.madeAt, a.madeAt)))
}

/** The manifest of one copy; undefined when it, or its file, is not what it should be. */
export async function readManifest(folder: string, id: string): Promise<BackupManifest | undefined> {
  try {
    const file = await lstat(manifestOf(folder, id))
    if (!file.isFile() || file.size > maxManifestBytes) return undefined
    const parsed = backupManifest.safeParse(JSON.parse(await readFile(manifestOf(folder, id), 'utf8')))
    if (!parsed.success || parsed.data.id !== id) return undefined
    const database = await lstat(databaseOf(folder, id))
    return database.isFile() && database.size === parsed.data.size ? parsed.data : undefined
  } catch (error) {
    // A half-written or removed copy is simply not one; anything else in the folder is not ours to judge.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

/** Whether the copy still holds exactly what was written, and SQLite finds nothing wrong with it. */
export async function isWhole(folder: string, manifest: BackupManifest): Promise<boolean> {
  const file = databaseOf(folder, manifest.id)
  if ((await sha256Of(file)) !== manifest.sha256) return false
  const looked = await lookInto(file)
  return looked.findings.length === 0 && sameCounts(looked.rows, manifest.rows)
}

/** The newest copy that passes every check; undefined when there is none. */
export async function newestWholeCopy(folder: string): Promise<BackupManifest | undefined> {
  for (const manifest of await listCopies(folder)) if (await isWhole(folder, manifest)) return manifest
  return undefined
}

/** Opens a copy for reading only, checks it whole and counts it. */
export async function lookInto(file: string): Promise<{ findings: string[]; rows: Record<string, number> }> {
  const header = await readHeader(file)
  if (typeof header === 'string' || !header.isBook) return { findings: ['not a book'], rows: {} }
  const raw = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  try {
    raw.pragma('trusted_schema = 0')
    raw.pragma('cell_size_check = 1')
    return { findings: findDamage(raw), rows: countRows(raw) }
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return { findings: [error.code], rows: {} }
    throw error
  } finally {
    raw.close()
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

export function sameCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => a[name] === b[name])
}

/** Removes the copies that have had their time. The manifest goes last: without its file it counts for nothing. */
export async function removeOldCopies(folder: string, now: Date, erasedAt: readonly string[]): Promise<void> {
  for (const id of copiesToRemove(await listCopies(folder), now, erasedAt)) {
    await rm(databaseOf(folder, id), { force: true })
    await rm(manifestOf(folder, id), { force: true })
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
