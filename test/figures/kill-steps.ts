// Kills at chosen moments instead of random ones: after every statement of a migration, and at every call to the file system of a
// restore. Whatever the moment, the next start has a whole book: the one before or the one after.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countRows, findDamage } from '../../electron/backend/database/integrity.ts'
import { openDatabase } from '../../electron/backend/database/open-database.ts'
import { buildChild } from '../support/build-child.ts'
import { fillBook } from '../support/fill-book.ts'
import { openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { openTestBackend } from '../support/test-backend.ts'
import { statementCount, stepsFor, stepsVersion } from './kill/migrator.ts'

const migrator = fileURLToPath(new URL('./kill/migrator.ts', import.meta.url))
const restorer = fileURLToPath(new URL('./kill/restorer.ts', import.meta.url))

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const migration = await killMigrations(short)
  const every = short ? 25 : 1
  const good = await killRestores({ isDamaged: false, every })
  const damaged = await killRestores({ isDamaged: true, every })
  const control = await killCarelessRestores(good.calls)
  return [
    { id: 'kill-migration', values: { seed, ...migration }, ok: migration.bad === 0 },
    { id: 'kill-restore', values: { seed, ...good }, ok: good.bad === 0 && good.kills > 2 },
    { id: 'kill-restore-damaged', values: { seed, ...damaged }, ok: damaged.bad === 0 && damaged.kills > 1 },
    { id: 'kill-restore-control', values: { seed, ...control }, ok: control.bad > 0 },
  ]
}

/**
 * One kill after every statement of two test migrations, or, in short, of a small book after the last and one in the middle; each
 * time the book must come up to date afterwards with every row.
 */
export async function killMigrations(short: boolean): Promise<{ kills: number; bad: number }> {
  const program = await buildChild(migrator)
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-kill-migration-'))
  const kept = short ? await smallFile(folder) : await exampleFile(folder)
  const every = short ? 4 : 1
  let kills = 0
  let bad = 0
  for (let moment = statementCount; moment >= 0; moment -= every) {
    const file = join(folder, `boek-${moment}.db`)
    copyFileSync(kept, file)
    const { signal } = spawnSync(process.execPath, [program, file, String(moment)], { stdio: 'inherit' })
    if (signal === 'SIGKILL') kills += 1
    else bad += 1
    if (!(await comesUpToDate(file, kept))) bad += 1
  }
  rmSync(folder, { recursive: true, force: true })
  return { kills, bad }
}

/** Stands once in each of the two books: the first is of the example, the other of the small one. */
const aName = 'hoekstra OR zwaluwstaart'

async function comesUpToDate(file: string, before: string): Promise<boolean> {
  const options = { create: false, copyFirst: async () => undefined }
  const original = await openDatabase(before, options)
  if ('kind' in original) throw new Error(original.kind)
  const rows = countRows(original.raw)
  await original.close()
  const opened = await openDatabase(file, { ...options, migrations: stepsFor(() => undefined) })
  if ('kind' in opened) return false
  const { raw } = opened
  const whole =
    raw.pragma('user_version', { simple: true }) === stepsVersion &&
    findDamage(raw).length === 0 &&
    JSON.stringify(countRows(raw)) === JSON.stringify(rows) &&
    raw.prepare("SELECT count(*) FROM neighbourhood WHERE summer_place IS NOT 'plein ' || name").pluck().get() === 0 &&
    raw.prepare(`SELECT count(*) FROM person_search WHERE person_search MATCH '${aName}'`).pluck().get() === 1
  await opened.close()
  return whole
}

export interface RestoreKills {
  readonly kills: number
  /** After how many of them the book was still the one from before. */
  readonly before: number
  readonly after: number
  readonly bad: number
  /** Calls to the file system that a whole restore makes; the places to kill it. */
  readonly calls: number
}

/** The control: removes the old book first. Only its last calls are tried, where that happens. */
export function killCarelessRestores(calls: number): Promise<RestoreKills> {
  return killRestores({ isDamaged: false, every: 1, from: Math.max(1, calls - 20), mode: 'careless' })
}

/** Kills a restore at its 1st, 2nd ... call to the file system until one gets to its end, or to the call `last`; `every` skips calls. */
export async function killRestores(options: {
  isDamaged: boolean
  every: number
  from?: number
  last?: number
  mode?: 'careless'
}): Promise<RestoreKills> {
  const { isDamaged, every, from = 1, last = Number.POSITIVE_INFINITY, mode = '' } = options
  const program = await buildChild(restorer)
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-kill-restore-'))
  const model = join(folder, 'model')
  const backupId = await bookWithCopy(model)
  if (isDamaged) truncateSync(join(model, 'boek.db'), 9000)
  let [kills, before, after, bad, calls] = [0, 0, 0, 0, 0]
  for (let call = from; call <= last; call += every) {
    const place = join(folder, `call-${call}`)
    cpSync(model, place, { recursive: true })
    const { signal, status, stdout } = spawnSync(process.execPath, [program, place, backupId, String(call), mode])
    if (signal !== 'SIGKILL') {
      if (status !== 0) bad += 1
      calls = Number(/CALLS (\d+)/.exec(String(stdout))?.[1] ?? 0)
      rmSync(place, { recursive: true, force: true })
      break
    }
    kills += 1
    const found = await nameAfterRestart(place)
    if (found === 'Van vroeger') after += 1
    else if (found === (isDamaged ? 'damaged' : 'Van nu')) before += 1
    else bad += 1
    rmSync(place, { recursive: true, force: true })
    // The control has been caught: that is all it is for.
    if (mode === 'careless' && bad > 0) break
  }
  rmSync(folder, { recursive: true, force: true })
  return { kills, before, after, bad, calls }
}

/** A book named "Van nu" with a copy of the time when it was named "Van vroeger". */
async function bookWithCopy(folder: string): Promise<string> {
  const { api, close } = await openTestBackend({ dataFolder: folder, newId: randomUUID })
  const settings = await api.books.settings({})
  await api.books.changeSettings({ ...settings, name: 'Van vroeger' })
  const { backup } = await api.backups.make({})
  await api.books.changeSettings({ ...settings, name: 'Van nu' })
  await close()
  return backup.id
}

async function nameAfterRestart(folder: string): Promise<string> {
  const { api, close } = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
  const status = await api.books.status({})
  // The copy itself must have survived as well.
  const copies = status.state === 'open' ? (await api.backups.list({})).backups.length : Number(status.backup !== null)
  await close()
  if (copies === 0) return 'no copy'
  return status.book?.name ?? status.state
}

async function smallFile(folder: string): Promise<string> {
  const book = await openTestBook()
  await fillBook(book.context, 100)
  const file = join(folder, 'small.db')
  await book.opened.raw.backup(file)
  await book.close()
  return file
}

async function exampleFile(folder: string): Promise<string> {
  const { api, backend, folder: data } = await openTestBackend({ book: 'none' })
  await api.books.openDemo({})
  await backend.close()
  const file = join(folder, 'example.db')
  copyFileSync(join(data, 'voorbeeld.db'), file)
  rmSync(data, { recursive: true, force: true })
  return file
}
