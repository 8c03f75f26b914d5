// Makes one copy: written beside its place, opened again, checked whole and counted, and only then given its name.
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import type { BackupCounts, BackupReason } from '../../../shared/contract/backups.ts'
import { durableReplace } from '../database/durable-replace.ts'
import { countRows, plainTables } from '../database/integrity.ts'
import { isDiskFull } from '../disk-full.ts'
import { RuleBroken } from '../rule-broken.ts'
import { databaseOf, lookInto, manifestOf, sameCounts, sha256Of } from './backup-folder.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { ownRows } from './backup-manifest.ts'

export interface CopyOptions {
  readonly folder: string
  readonly reason: BackupReason
  readonly now: Date
  readonly appVersion: string
  readonly previous: BackupManifest | undefined
  /** Runs `work` while no transaction is under way on the connection. */
  readonly alone: (work: () => void) => Promise<void>
}

/** Fewer rows than this are too few to speak of a loss. */
const fewRows = 10

/**
 * Copies the open book `raw` into the folder. VACUUM INTO reads through our own connection, which alone may read the file, and
 * leaves out what was deleted. Throws RuleBroken `diskFull` or `backupFailed`; nothing is left behind then.
 */
export async function makeCopy(raw: BetterSqlite3.Database, options: CopyOptions): Promise<BackupManifest> {
  const id = await freeId(options.folder, options.now)
  const temporary = join(options.folder, `.${id}.tmp`)
  try {
    return await writeCopy(raw, id, temporary, options)
  } catch (error) {
    if (isDiskFull(error)) throw new RuleBroken('diskFull', {})
    if (error instanceof RuleBroken) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // The file system or SQLite said no; without a code it is a bug of ours and told as one.
    if (code === '') throw error
    throw new RuleBroken('backupFailed', { reason: code })
  } finally {
    await rm(temporary, { force: true })
    await rm(`${temporary}-journal`, { force: true })
  }
}

async function writeCopy(
  raw: BetterSqlite3.Database,
  id: string,
  temporary: string,
  { folder, reason, now, appVersion, previous, alone }: CopyOptions,
): Promise<BackupManifest> {
  await makeEmptyFile(temporary)
  let present = { ...nothing }
  await alone(() => {
    present = describe(raw)
    raw.prepare('VACUUM INTO ?').run(temporary)
  })
  const copied = await lookInto(temporary)
  if (copied.findings.length > 0 || !sameCounts(copied.rows, present.rows)) {
    throw new RuleBroken('backupFailed', { reason: copied.findings[0] ?? 'counts' })
  }
  const handle = await open(temporary, 'r')
  const { size } = await handle.stat().finally(() => handle.close())
  const manifest: BackupManifest = {
    format: 1,
    id,
    madeAt: now.toISOString(),
    reason,
    size,
    appVersion,
    shrunk: previous !== undefined && hasShrunk(previous.rows, present.rows),
    sha256: await sha256Of(temporary),
    ...present,
  }
  await durableReplace(databaseOf(folder, id), { temporary })
  await durableReplace(manifestOf(folder, id), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

const nothing = {
  bookName: null as string | null, // the book row has its name
  version: 0,
  lastAction: '',
  rows: {} as Record<string, number>, // filled by countRows
  counts: { people: 0, households: 0, neighbourhoods: 0, gatherings: 0, payments: 0 },
}

/** What a copy of the book as it is now would hold. */
function describe(raw: BetterSqlite3.Database): typeof nothing {
  return {
    bookName: bookNameOf(raw),
    version: Number(raw.pragma('user_version', { simple: true })),
    lastAction: lastActionOf(raw),
    rows: countRows(raw),
    counts: countLive(raw),
  }
}

/**
 * Names the last action of a book, the number and the id: after a restore the number alone could come back. New ways to the book key
 * are no actions, and a copy without them is an old one: they count too.
 */
export function lastActionOf(raw: BetterSqlite3.Database): string {
  const row = raw.prepare("SELECT seq || ':' || id FROM action ORDER BY seq DESC LIMIT 1").pluck().get()
  return (typeof row === 'string' ? row : '') + waysToKey(raw)
}

/** The id in what `lastActionOf` says; undefined of a book in which nothing ever happened. */
export const actionNamed = (lastAction: string): string | undefined => /^\d+:([^+]+)/.exec(lastAction)?.[1]

function waysToKey(raw: BetterSqlite3.Database): string {
  // A book of the first version has no such table.
  if (!plainTables(raw).includes('book_key_wrap')) return ''
  const ways = raw.prepare("SELECT id || coalesce(confirmed_at, '') FROM book_key_wrap ORDER BY id").pluck().all()
  return ways.length === 0 ? '' : `+${createHash('sha256').update(ways.join()).digest('hex').slice(0, 16)}`
}

function bookNameOf(raw: BetterSqlite3.Database): string | null {
  const name = raw.prepare("SELECT name FROM book WHERE id = 'book'").pluck().get()
  return typeof name === 'string' ? name : null
}

function countLive(raw: BetterSqlite3.Database): BackupCounts {
  const count = (from: string) => Number(raw.prepare(`SELECT count(*) FROM ${from}`).pluck().get())
  return {
    people: count('person WHERE deleted_at IS NULL'),
    households: count('household WHERE deleted_at IS NULL'),
    neighbourhoods: count('neighbourhood WHERE deleted_at IS NULL'),
    gatherings: count('gathering WHERE deleted_at IS NULL'),
    payments: count('payment WHERE reverses_id IS NULL'),
  }
}

function hasShrunk(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): boolean {
  return ownRows(before) >= fewRows && ownRows(after) * 2 < ownRows(before)
}

async function freeId(folder: string, now: Date): Promise<string> {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  const base = `boek-${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
  for (let extra = 0; ; extra += 1) {
    const id = extra === 0 ? base : `${base}-${extra}`
    if (await isFree(databaseOf(folder, id))) return id
  }
}

async function isFree(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r')
    await handle.close()
    return false
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true
    throw error
  }
}

/** VACUUM INTO may write into an empty file, and would make one that everybody may read. */
async function makeEmptyFile(file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  await handle.close()
}
