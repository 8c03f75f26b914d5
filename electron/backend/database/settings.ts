// How every book is opened. Power-cut runs decided these: journal TRUNCATE with synchronous FULL lost nothing, SQLite's own
// choice and the usual WAL choice both lost the last saved work. A setting that did not take refuses the start.
import { lstat, open } from 'node:fs/promises'
import type BetterSqlite3 from 'better-sqlite3'

/** 'BBOK': what `file` and we ourselves know a book by. */
export const applicationId = 0x42_42_4f_4b

/** Older SQLite had faults that damaged files or lost committed work. */
const oldestSqlite = [3, 53, 4] as const

/** Pragma, value to set, value it must answer. */
const settings: readonly (readonly [name: string, value: string, answer: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'TRUNCATE', 'truncate'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', '1', 1],
  ['secure_delete', '1', 1],
  ['trusted_schema', '0', 0],
  ['recursive_triggers', '1', 1],
  ['cell_size_check', '1', 1],
  ['temp_store', 'MEMORY', 2],
  ['mmap_size', '0', 0],
  // 64 MB at most: a run over a large association then need not write half of its work out and read it back in.
  ['cache_size', '-65536', -65536],
  ['busy_timeout', '2000', 2000],
  // Only macOS does anything with it: there an ordinary fsync leaves the data in the disk's own memory.
  ['fullfsync', '1', 1],
]

/** Takes the file for this program alone, or throws SQLITE_BUSY at once. The pragma by itself does not take the lock. */
export function takeLock(raw: BetterSqlite3.Database): void {
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.exec('BEGIN EXCLUSIVE; COMMIT')
}

export function setSettings(raw: BetterSqlite3.Database): void {
  for (const [name, value] of settings) raw.pragma(`${name} = ${value}`)
}

/** Throws when SQLite is too old or a setting did not take. */
export function assertSettings(raw: BetterSqlite3.Database): void {
  const version = String(raw.prepare('SELECT sqlite_version()').pluck().get())
  if (isOlder(version.split('.').map(Number), oldestSqlite)) {
    throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`)
  }
  for (const [name, , answer] of settings) {
    const found = raw.pragma(name, { simple: true })
    // An in-memory database has no memory map and says nothing.
    if (found !== answer) throw new Error(`database setting ${name} is ${String(found)}, not ${answer}`)
  }
}

function isOlder(version: readonly number[], than: readonly number[]): boolean {
  for (const [index, part] of than.entries()) {
    const own = version[index] ?? 0
    if (own !== part) return own < part
  }
  return false
}

export interface Header {
  readonly isBook: boolean
  readonly version: number
}

/** The first bytes of a file, read without SQLite: that alone is sure not to change anything. */
export async function readHeader(file: string): Promise<Header | 'empty' | 'unreadable' | 'notAFile'> {
  if (!(await lstat(file)).isFile()) return 'notAFile'
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(100)
    const { bytesRead } = await handle.read(bytes, 0, 100, 0)
    if (bytesRead === 0) return 'empty'
    if (bytesRead < 100 || bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'unreadable'
    return { isBook: bytes.readUInt32BE(68) === applicationId, version: bytes.readInt32BE(60) }
  } finally {
    await handle.close()
  }
}
