// Somebody is erased on one of three PCs while the others still write about them. Once all have said that they are as far, their words
// stand nowhere: in no book with its journal and search index, in no copy that is put back, and in no file that ever lay in the folder,
// with all keys that any PC still has. The controls leave out one step each, and the words have to be found.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'
import { unseal } from '../../../electron/backend/sync/format/age-envelope.ts'
import { bodyOf, splitPlaintext } from '../../../electron/backend/sync/format/plaintext.ts'
import { putErasedBack, takeErasedAlong } from '../../../electron/backend/sync/merge/carry-erased.ts'
import { leaveNoTrace } from '../../../electron/backend/sync/merge/erase-rows.ts'
import { duesSteps } from '../../support/dues-book.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import type { Result, RunOptions } from '../../support/result.ts'
import { openRealPc, type RealPc } from '../../support/sync/real-pc.ts'
import { found, join } from '../../support/sync/sync-pc.ts'

type Control = 'noNewEpoch' | 'oldKeysKept' | 'copyAsItWas'

/** Where the words were found, of how many places. */
interface Leaks {
  books: number
  /** Books in which they stood before: what the search finds when there is something to find. */
  booksBefore: number
  copies: number
  files: number
  /** Files of the folder, with those that were taken away, and how many of them a living key opens. */
  filesEver: number
  filesOpened: number
}

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const count = short ? 1 : 40
  const total = await eraseOften(seed, count)
  const results: Result[] = [
    {
      id: 'sync-erase',
      values: { seed, stories: count, ...total },
      ok: total.books + total.copies + total.files === 0 && total.filesOpened > 0 && total.booksBefore === 3 * count,
    },
  ]
  for (const control of ['noNewEpoch', 'oldKeysKept', 'copyAsItWas'] as const) {
    const caught = await eraseOften(seed, 1, control)
    results.push({
      id: 'sync-erase-control',
      values: { control, ...caught },
      ok: (control === 'copyAsItWas' ? caught.copies : caught.files) > 0,
    })
  }
  return results
}

async function eraseOften(seed: number, count: number, control?: Control): Promise<Leaks> {
  const total: Leaks = { books: 0, booksBefore: 0, copies: 0, files: 0, filesEver: 0, filesOpened: 0 }
  for (let index = 0; index < count; index += 1) {
    const leaks = await tellStory(seededRandom(seed + index * 7919), control)
    for (const key of Object.keys(total) as (keyof Leaks)[]) total[key] += leaks[key]
  }
  return total
}

/** Everything that was ever said of them carries the word. */
const canary = 'kanarie'
const fields = ['note', 'emergencyContact', 'called'] as const

async function tellStory(random: Random, control: Control | undefined): Promise<Leaks> {
  const root = mkdtempSync(joinPath(tmpdir(), 'buurtboek-erase-'))
  const folder = joinPath(root, 'map')
  mkdirSync(folder)
  let now = Date.parse('2026-11-23T12:00:00Z')
  const clock = () => new Date(now)
  const host = await openRealPc(root, 'first', clock)
  const pcs = [host, await openRealPc(root, 'second', clock), await openRealPc(root, 'third', clock)]
  const ever = new Map<string, Uint8Array>()
  const look = async (pc: RealPc) => {
    now += 3_600_000
    await pc.loop.tick({ cut: true, thorough: true })
    for (const name of filesIn(folder)) if (!ever.has(name)) ever.set(name, readFileSync(joinPath(folder, name)))
  }
  const rounds = async (count: number) => {
    for (let round = 0; round < count; round += 1) for (const pc of pcs) await look(pc)
  }

  const id = await aPersonOfWords(host)
  await found(host, undefined, folder)
  for (const guest of pcs.slice(1)) await join(guest, host)
  await rounds(3)
  const keysBefore = pcs.flatMap(identitiesOf)
  for (let step = 0; step < 6; step += 1) await writeAbout(random.pick(pcs) ?? host, id, random, look)
  await rounds(1)
  const copy = joinPath(root, 'kopie.db')
  const copied = random.pick(pcs) ?? host
  await copied.book.opened.raw.backup(copy)

  const booksBefore = booksThatSay(pcs)
  await eraseAt(random.pick(pcs) ?? host, id, pcs, random)
  await rounds(2)
  if (control !== 'noNewEpoch') host.loop.requestEpoch()
  await rounds(7)
  // As the program does when it hears of an erasure.
  for (const pc of pcs) await leaveNoTrace(pc.context.db)

  const keys = [...pcs.flatMap(identitiesOf), ...(control === 'oldKeysKept' ? keysBefore : [])]
  const leaks = await searchFiles(ever, keys)
  const books = booksThatSay(pcs)
  const copies = (await staysInCopy(copy, copied, control)) ? 1 : 0
  for (const pc of pcs) await pc.close()
  rmSync(root, { recursive: true })
  return { ...leaks, books, booksBefore, copies }
}

async function aPersonOfWords({ book: { api } }: RealPc): Promise<string> {
  const steps = duesSteps(api)
  const id = await steps.aPayer('Kanarie Kanarie')
  await api.members.change({ id, fields: { note: canary }, address: { street: `${canary}straat` } })
  await api.dues.run({})
  await steps.pay(id, 20, { note: `${canary} aan de deur` })
  return id
}

async function writeAbout(pc: RealPc, id: string, random: Random, look: (pc: RealPc) => Promise<void>) {
  const { api } = pc.book
  const field = random.pick(fields) ?? 'note'
  await api.members.change({ id, fields: { [field]: `${canary} ${random.below(1000)}` } })
  if (random.chance(0.3)) await duesSteps(api).pay(id, 5, { note: `${canary} ${random.below(1000)}`, notDouble: true })
  if (random.chance(0.5)) await look(pc)
}

/** On one PC; the others write once more before they hear of it. */
async function eraseAt(pc: RealPc, id: string, pcs: readonly RealPc[], random: Random): Promise<void> {
  for (const other of pcs)
    if (other !== pc && random.chance(0.7))
      await other.book.api.members.change({ id, fields: { note: `${canary} te laat ${random.below(1000)}` } })
  await pc.book.api.members.remove({ personId: id })
  await pc.book.api.trash.erase({ table: 'person', id })
}

function booksThatSay(pcs: readonly RealPc[]): number {
  return pcs.filter(({ book }) => {
    book.opened.raw.pragma('wal_checkpoint(TRUNCATE)')
    return says(readFileSync(joinPath(book.context.dataFolder, 'boek.db')))
  }).length
}

async function searchFiles(ever: ReadonlyMap<string, Uint8Array>, keys: readonly string[]) {
  const leaks = { files: 0, filesEver: ever.size, filesOpened: 0 }
  for (const bytes of ever.values()) {
    if (says(bytes)) leaks.files += 1
    const plain = await plainOf(bytes, keys)
    if (!plain) continue
    leaks.filesOpened += 1
    if (says(plain)) leaks.files += 1
  }
  return leaks
}

/** The lines of a file that one of the keys opens. */
async function plainOf(bytes: Uint8Array, keys: readonly string[]): Promise<Uint8Array | undefined> {
  const unsealed = await unseal(bytes, keys).catch(() => undefined)
  if (!unsealed || !('plain' in unsealed)) return undefined
  const plain = splitPlaintext(unsealed.plain)
  const length: unknown = plain && JSON.parse(plain.header).len
  const body = plain && bodyOf(plain, Number(length))
  return body && body.length > 0 ? promisify(gunzip)(body).catch(() => body) : body
}

async function staysInCopy(file: string, pc: RealPc, control: Control | undefined): Promise<boolean> {
  const carried = await takeErasedAlong(pc.context.db)
  const opened = await openDatabase(file, { create: false, copyFirst: async () => undefined })
  if (!('db' in opened)) throw new Error(`a copy did not open: ${opened.kind}`)
  if (carried && control !== 'copyAsItWas') await putErasedBack(carried, { ...pc.context, db: opened.db })
  await opened.close()
  return says(readFileSync(file))
}

const says = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').toLowerCase().includes(canary)

function identitiesOf({ book }: RealPc): string[] {
  const wraps = book.opened.raw.prepare("SELECT wrap FROM sync_key WHERE use = 'identity'").pluck().all()
  return wraps.map((wrap) => Buffer.from(JSON.parse(String(wrap)).wrapped, 'base64').toString('utf8'))
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.age')
      ? [joinPath(entry.parentPath, entry.name).slice(folder.length + 1)]
      : [],
  )
