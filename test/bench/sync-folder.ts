// What keeping in step costs in the folder: bytes for a change of two fields with the real lines of merging, and a look at a folder in
// which nothing happened against the reading of its names, in a small and in a large book.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import type { Transaction } from '../../electron/backend/database/transaction.ts'
import { exchange, write } from '../../electron/backend/database/write.ts'
import { doFolderTask } from '../../electron/backend/sync/folder/folder-tasks.ts'
import { sealSegment, sealSnapshot } from '../../electron/backend/sync/format/seal-file.ts'
import { fillBook } from '../support/fill-book.ts'
import { median, timed } from '../support/measure.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { openRealPc, type RealPc } from '../support/sync/real-pc.ts'
import { firstSegment, makeDevice, sealingBy } from '../support/sync/sealed-files.ts'
import { found, join } from '../support/sync/sync-pc.ts'

export async function run({ short }: RunOptions): Promise<Result[]> {
  return [
    ...(await measureBytes(short)),
    ...(await measureIdle(short ? [50] : [1000, 100_000], short ? 8 : 60, short ? 4 : 100)),
  ]
}

/** The last: each change an action of its own, with an id that says nothing and cannot be shortened. No goal for that. */
const limits = [
  { changes: 1, most: 1024, perAction: 1 },
  { changes: 20, most: 120, perAction: 1 },
  { changes: 1000, most: 40, perAction: 1000 },
  { changes: 1000, most: Number.POSITIVE_INFINITY, perAction: 1 },
] as const

async function measureBytes(short: boolean): Promise<Result[]> {
  const root = mkdtempSync(joinPath(tmpdir(), 'buurtboek-bench-'))
  const pc = await openRealPc(root, 'first')
  const people = short ? 40 : 1000
  await fillBook(pc.context, people)
  await exchange(pc.options, (tx) => pc.options.merge.begin(tx))
  const [own, other, sheet] = await Promise.all(['a1a1a1a1', 'b2b2b2b2', '00000000'].map((id) => makeDevice(id)))
  if (!own || !other || !sheet) throw new Error('there are no devices')
  const options = sealingBy(own, [own, other, sheet])
  const header = { ...firstSegment(own), epoch: 3, seq: 17, prev: 'f0e1d2c3b4a5968778695a4b3c2d1e0f' }
  const results: Result[] = []
  const sumUp = async () => {
    const lines = await exchange(pc.options, (tx) => pc.options.merge.snapshotLines(tx, 'leden'))
    const covering = { list: header.list, dev: own.id, scope: 'leden', epoch: 1, covers: {}, digest: '0'.repeat(64) }
    return { lines, bytes: (await sealSnapshot({ ...covering, scope: 'leden' }, lines, options)).bytes.length }
  }
  const unchanged = await sumUp()
  for (const { changes, most, perAction } of limits) {
    // A thousand writes, each to the disk, for a figure that only informs.
    if (short && most === Number.POSITIVE_INFINITY) continue
    await changePeople(pc, Math.min(changes, people), perAction)
    const lines = await exchange(pc.options, async (tx) => {
      const collected = await pc.options.merge.collectChanges(tx, 'leden', 5000)
      await pc.options.merge.markCollected(tx, 'leden', collected.upTo)
      return collected.lines
    })
    const { bytes } = await sealSegment(header, lines, options)
    const each = Math.round(bytes.length / changes)
    results.push({
      id: 'sync_bytes',
      values: {
        changes,
        actions: changes / perAction,
        lines: lines.length,
        bytes: bytes.length,
        per_change: each,
        goal: Number.isFinite(most) ? most : 'none',
      },
      ok: each <= most,
    })
  }
  results.push(inSnapshot(unchanged.bytes, await sumUp(), 1000))
  await pc.close()
  rmSync(root, { recursive: true })
  return results
}

/** What a summary grows by when everybody in it was changed, each at a moment of its own. */
function inSnapshot(
  before: number,
  { lines, bytes }: { lines: readonly string[]; bytes: number },
  changes: number,
): Result {
  const each = Math.round((bytes - before) / changes)
  return {
    id: 'sync_bytes_snapshot',
    values: { changes, lines: lines.length, bytes, per_change: each, goal: 40 },
    ok: each <= 40,
  }
}

async function changePeople({ context, options }: RealPc, count: number, perAction = 1): Promise<void> {
  const people = await context.db.selectFrom('person').select('id').limit(count).execute()
  const edit = (tx: Transaction, id: string, index: number) => {
    const phone = `06${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
    return tx
      .updateTable('person')
      .set({ phone, email: `buur${index}.${count}@example.nl` })
      .where('id', '=', id)
      .execute()
  }
  for (let start = 0; start < people.length; start += perAction)
    await write({ ...context, ...options }, { kind: 'personChanged' }, async (tx) => {
      for (const [index, { id }] of people.slice(start, start + perAction).entries()) await edit(tx, id, start + index)
    })
}

/** A look that finds nothing new in a folder of so many files, and the mere reading of the names, by turns. */
async function measureIdle(sizes: readonly number[], rounds: number, files: number): Promise<Result[]> {
  const results: Result[] = []
  const costs: number[] = []
  for (const members of sizes) {
    const root = mkdtempSync(joinPath(tmpdir(), 'buurtboek-bench-'))
    const folder = joinPath(root, 'map')
    mkdirSync(folder)
    const [host, guest] = [await openRealPc(root, 'first'), await openRealPc(root, 'second')]
    await fillBook(host.context, members)
    await found(host, undefined, folder)
    await join(guest, host)
    for (const pc of [host, guest, host, guest, host]) await pc.loop.tick({ cut: true, thorough: true })
    for (let file = 0; file < files; file += 1) {
      await changePeople(host, 1)
      await host.loop.tick({ cut: true, thorough: false })
    }
    for (const pc of [guest, host, guest, host]) await pc.loop.tick({ cut: true, thorough: true })
    const own: number[] = []
    const names: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      own.push(await timed(() => host.loop.tick({ cut: true, thorough: false })))
      names.push(await timed(() => doFolderTask({ kind: 'list', root: folder, sizes: false })))
    }
    const ratio = median(own) / median(names)
    costs.push(ratio)
    results.push({
      id: 'sync_idle',
      values: { members, ratio: round(ratio), ms: round(median(own)), names_ms: round(median(names)) },
      ok: ratio <= 2,
    })
    for (const pc of [host, guest]) await pc.close()
    rmSync(root, { recursive: true })
  }
  const [small = 1, large = small] = costs
  if (sizes.length > 1)
    results.push({
      id: 'sync_idle_growth',
      values: { per_hundredfold: round(large / small) },
      ok: large / small <= 1.3,
    })
  return results
}

const round = (value: number) => Math.round(value * 100) / 100
