// Makes copies of the open book when there is something new to keep, and clears away the old ones.
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import type { BackupReason, BackupSummary } from '../../../shared/contract/backups.ts'
import { plainTables } from '../database/integrity.ts'
import type { OpenedFile } from '../database/open-database.ts'
import { RuleBroken } from '../rule-broken.ts'
import { takenDetails } from '../sync/merge/erase-rules.ts'
import { isWhole, listCopies, removeOldCopies } from './backup-folder.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { summaryOf } from './backup-manifest.ts'
import { lastActionOf, makeCopy } from './make-copy.ts'

export interface BackupKeeper {
  /** Newest first. Empty for the example book, which is never copied. */
  list(): Promise<BackupSummary[]>
  /**
   * Makes a copy unless nothing changed since the newest whole one; then that one is the answer and `made` is false. `backup` is null
   * for the example book. Throws RuleBroken `diskFull` or `backupFailed`: do not go on with what the copy was for.
   */
  make(reason: BackupReason): Promise<{ readonly made: boolean; readonly backup: BackupSummary | null }>
  /** The last copy that failed since the last that worked. */
  failure(): { readonly code: string; readonly at: string } | null
  readonly folder: string
}

export interface KeeperOptions {
  readonly folder: string
  readonly appVersion: string
  readonly now: () => Date
}

/** The copies of the user's own open book. */
export function createBackupKeeper(opened: OpenedFile, options: KeeperOptions): BackupKeeper {
  let failure: { code: string; at: string } | null = null
  // One after the other: two at once would both think the other's temporary file was left over.
  let queue: Promise<unknown> = Promise.resolve()
  const make = async (reason: BackupReason) => {
    try {
      const made = await makeIfChanged(opened.raw, reason, options, async (work) => {
        await opened.db.connection().execute(async () => work())
      })
      failure = null
      return made
    } catch (error) {
      failure = { code: error instanceof RuleBroken ? error.code : 'unexpected', at: options.now().toISOString() }
      throw error
    }
  }
  return {
    folder: options.folder,
    list: async () => (await listCopies(options.folder)).map(summaryOf),
    make(reason) {
      const mine = queue.then(() => make(reason))
      queue = mine.catch(() => undefined)
      return mine
    },
    failure: () => failure,
  }
}

/** Stands in for the copies of the example book: it is made up, and can be made again. */
export function createNoBackups(folder: string): BackupKeeper {
  return {
    folder,
    list: async () => [],
    make: async () => ({ made: false, backup: null }),
    failure: () => null,
  }
}

/** Before a file is brought up to a newer version; nothing else uses the connection then. */
export async function copyBeforeMigration(raw: BetterSqlite3.Database, options: KeeperOptions): Promise<void> {
  await makeIfChanged(raw, 'migration', options, async (work) => work())
}

async function makeIfChanged(
  raw: BetterSqlite3.Database,
  reason: BackupReason,
  options: KeeperOptions,
  alone: (work: () => void) => Promise<void>,
): Promise<{ made: boolean; backup: BackupSummary }> {
  const { folder, appVersion, now } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const copies = await listCopies(folder)
  const same = await unchangedSince(raw, copies[0], folder)
  if (same) {
    // Time alone makes a copy too old, also in a book in which nothing changes.
    await removeOldCopies(folder, now(), erasedPeopleAt(raw))
    return { made: false, backup: summaryOf(same) }
  }
  await removeLeftovers(folder)
  const manifest = await makeCopy(raw, { folder, reason, now: now(), appVersion, previous: copies[0], alone })
  await removeOldCopies(folder, now(), erasedPeopleAt(raw))
  return { made: true, backup: summaryOf(manifest) }
}

/** When people were erased, here or on another computer of the book. */
function erasedPeopleAt(raw: BetterSqlite3.Database): string[] {
  // A book of the first versions has no such table.
  if (!plainTables(raw).includes('sync_erased')) return []
  return raw
    .prepare("SELECT at FROM sync_erased WHERE is_root = 1 AND table_name IN ('person', ?)")
    .pluck()
    .all(takenDetails)
    .map(String)
}

/** The newest copy, when it is whole and the book has had no action since. */
async function unchangedSince(
  raw: BetterSqlite3.Database,
  newest: BackupManifest | undefined,
  folder: string,
): Promise<BackupManifest | undefined> {
  if (!newest || newest.lastAction !== lastActionOf(raw)) return undefined
  if (newest.version !== Number(raw.pragma('user_version', { simple: true }))) return undefined
  return (await isWhole(folder, newest)) ? newest : undefined
}

/** What a copy left when the power went in the middle of it. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^\.boek-.*\.tmp(-journal)?$/.test(name)) await rm(join(folder, name), { force: true })
  }
}
