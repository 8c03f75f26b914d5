// The file of a book with nothing in it, made once: bringing it through every version takes most of the time of opening one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildEmptyBook } from '../../electron/backend/database/open-database.ts'

let made: Promise<Buffer> | undefined

/** Puts the file of an empty book of the newest version at `file`. */
export async function putEmptyBook(file: string): Promise<void> {
  made ??= make()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await made, { mode: 0o600 })
}

async function make(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-empty-'))
  const file = join(folder, 'boek.db')
  await buildEmptyBook(file)
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}
