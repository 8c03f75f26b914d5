// A book's file with its sealing and nothing else, in a folder that stands for one computer.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { openDatabase } from '../../electron/backend/database/open-database.ts'
import { createSealing, type Sealing, type SealingOptions } from '../../electron/backend/sealing/sealing.ts'
import { putEmptyBook } from './empty-book.ts'
import { countingIds, fixedClock } from './fixed-clock.ts'

export interface SealingBook {
  readonly sealing: Sealing
  readonly raw: BetterSqlite3.Database
  readonly count: (from: string) => number
  readonly close: () => Promise<void>
}

export const keyFolderOf = (folder: string) => join(folder, 'sleutels')

export async function openSealingBook(folder: string, options: Partial<SealingOptions> = {}): Promise<SealingBook> {
  const file = join(folder, 'boek.db')
  if (!existsSync(file)) await putEmptyBook(file)
  const opened = await openDatabase(file, { create: false, copyFirst: async () => undefined })
  if (!('db' in opened)) throw new Error(`the book did not open: ${opened.kind}`)
  const sealing = createSealing({
    db: opened.db,
    device: 'this-computer',
    actor: () => null,
    now: fixedClock().now,
    newId: countingIds(),
    announce: () => undefined,
    assertWhole: () => undefined,
    keyFolder: keyFolderOf(folder),
    passphraseWork: 4,
    ...options,
  })
  return {
    sealing,
    raw: opened.raw,
    count: (from) => Number(opened.raw.prepare(`SELECT count(*) FROM ${from}`).pluck().get()),
    close: () => opened.close(),
  }
}
