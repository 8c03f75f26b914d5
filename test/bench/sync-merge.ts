// What merging costs against the least work there is for the same, measured by turns: a full state taken over by a new PC and by one
// that has gone on meanwhile, and 10,000 changes stamped, sent and taken in. Own changes get their stamps in a transaction of its own
// when the app is idle after writing, before anything is sent; so that is measured by itself, against the bare rows it stores.
import { createCipheriv, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { columnsOf, createTableStatements } from '../../electron/backend/database/declare-table.ts'
import { allTables, type TableName } from '../../electron/backend/database/schema.ts'
import { setSettings } from '../../electron/backend/database/settings.ts'
import type { Transaction } from '../../electron/backend/database/transaction.ts'
import { exchange, write } from '../../electron/backend/database/write.ts'
import { openSegment } from '../../electron/backend/sync/format/open-file.ts'
import { sealSegment } from '../../electron/backend/sync/format/seal-file.ts'
import { timeOrderedId } from '../../electron/backend/time-ordered-id.ts'
import { openComposedFloor } from '../support/composed-floor.ts'
import { fillBook } from '../support/fill-book.ts'
import { median, timed } from '../support/measure.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { openSharedBook, type SharedBook } from '../support/shared-books.ts'
import { firstSegment, makeDevice, nameOf, sealingBy, trustOf } from '../support/sync/sealed-files.ts'

export async function run({ short }: RunOptions): Promise<Result[]> {
  const root = mkdtempSync(joinPath(tmpdir(), 'buurtboek-bench-'))
  const rounds = short ? 1 : 3
  // Before counting: what a running app has compiled already.
  await measureSnapshot(root, short ? 50 : 2000, 1)
  await measureExchange(root, short ? 50 : 500, 1)
  const results = [
    ...(await measureSnapshot(root, short ? 100 : 100_000, rounds)),
    ...(await measureExchange(root, short ? 500 : 10_000, rounds)),
  ]
  rmSync(root, { recursive: true })
  return results
}

const openBook = (root: string, device: string) =>
  openSharedBook(device, undefined, mkdtempSync(joinPath(root, 'boek-')))
/** Ids as the program makes them: counted ones take hardly any room when compressed, and no time. */
const withRealIds = ({ context }: SharedBook) => ({ ...context, newId: timeOrderedId })
const stateOf = (book: SharedBook) => exchange(book.context, (tx) => book.merge.snapshotLines(tx, 'leden'))
const takeOver = (book: SharedBook, lines: readonly string[]) =>
  exchange(book.context, (tx) => book.merge.applySnapshot(tx, { device: 'a', scope: 'leden', seq: 0 }, lines))

/** A book of so many rows. The PC that has gone on knows all of them; a tenth was changed on the one, of these a tenth on the other. */
async function measureSnapshot(root: string, rowCount: number, rounds: number): Promise<Result[]> {
  const rowsPerPerson = 3.52
  const first = await openBook(root, 'a')
  const { personIds } = await fillBook(withRealIds(first), Math.round(rowCount / rowsPerPerson))
  const before = await stateOf(first)
  const times = { own: [] as number[], clash: [] as number[], floor: [] as number[] }
  let differences = 0
  const changed = personIds.slice(0, Math.round(rowCount / 10))
  await changePeople(first, changed, 'eerst')
  const after = await stateOf(first)
  await first.close()
  const rows = rowsOf(after)
  for (let round = 0; round < rounds; round += 1) {
    const book = await openBook(root, 'b')
    times.own.push(await timed(() => takeOver(book, before)))
    await changePeople(book, changed.slice(0, rowCount / 100), 'anders')
    await stateOf(book)
    times.clash.push(
      await timed(async () => {
        differences = (await takeOver(book, after)).differences
      }),
    )
    await book.close()
    times.floor.push(await timed(async () => insertRaw(joinPath(root, 'vloer.db'), rows)))
  }
  const floor = median(times.floor)
  const result = (id: string, own: readonly number[], most: number, more = {}) => ({
    id,
    values: {
      rows: after.length - 1,
      ratio: round(median(own) / floor),
      ms: round(median(own)),
      floor_ms: round(floor),
      ...more,
    },
    ok: median(own) / floor <= most,
  })
  return [result('sync_import', times.own, 3), result('sync_import_clash', times.clash, 4, { differences })]
}

async function changePeople({ context }: SharedBook, ids: readonly string[], mark: string): Promise<void> {
  await write(context, { kind: 'peopleImported' }, async (tx) => {
    for (const [index, id] of ids.entries()) await changePerson(tx, id, `${mark} ${index}`)
  })
}

const changePerson = (tx: Transaction, id: string, note: string) =>
  tx.updateTable('person').set({ phone: note, note }).where('id', '=', id).execute()

type Row = Readonly<Record<string, string | number | null>>
type Rows = ReadonlyMap<TableName, readonly Row[]>

function rowsOf(lines: readonly string[]): Rows {
  const rows = new Map<TableName, Row[]>()
  for (const text of lines) {
    const { r, i, s } = JSON.parse(text)
    if (!r) continue
    const row = { sort_name: '', ...s, id: i }
    const known = rows.get(r)
    if (known) known.push(row)
    else rows.set(r, [row])
  }
  return rows
}

/** The rows by themselves: no journal, no search, no stamps. */
function insertRaw(file: string, rows: Rows): void {
  const raw = new BetterSqlite3(file)
  setSettings(raw)
  for (const table of allTables)
    if (rows.has(table.name as TableName)) for (const statement of createTableStatements(table)) raw.exec(statement)
  raw.exec('BEGIN')
  for (const [name, all] of rows) {
    const table = allTables.find((each) => each.name === name)
    const columns = Object.keys(table ? columnsOf(table) : {})
    const insert = raw.prepare(
      `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of all) insert.run(columns.map((column) => row[column] ?? null))
  }
  raw.exec('COMMIT')
  raw.close()
  rmSync(file)
}

/** New people as one import makes them, sent in one segment and taken in by another PC. */
async function measureExchange(root: string, changes: number, rounds: number): Promise<Result[]> {
  const none = (): number[] => []
  const times = { stamp: none(), stampFloor: none(), push: none(), pushFloor: none(), pull: none(), pullFloor: none() }
  const [own, other, sheet] = await Promise.all(['a1a1a1a1', 'b2b2b2b2', '00000000'].map((id) => makeDevice(id)))
  if (!own || !other || !sheet) throw new Error('there are no devices')
  const file = joinPath(root, 'vloer.db')
  for (let at = 0; at < rounds; at += 1) {
    const [sender, receiver] = [await openBook(root, 'a'), await openBook(root, 'b')]
    await fillBook(withRealIds(sender), Math.round(changes / 3.52))
    let lines: readonly string[] = []
    let sealed = await sealSegment(firstSegment(own), ['{}'], sealingBy(own, [own, other, sheet]))
    times.stamp.push(await timed(() => exchange(sender.context, (tx) => sender.merge.waiting(tx))))
    const stamped = await stampedRows(sender)
    times.stampFloor.push(await timed(async () => insertRaw(joinPath(root, 'stempels.db'), stamped)))
    times.push.push(
      await timed(async () => {
        lines = await exchange(sender.context, async (tx) => {
          const collected = await sender.merge.collectChanges(tx, 'leden', changes * 2)
          await sender.merge.markCollected(tx, 'leden', collected.upTo)
          return collected.lines
        })
        sealed = await sealSegment(firstSegment(own), lines, sealingBy(own, [own, other, sheet]))
        await writeDurably(file, sealed.bytes)
      }),
    )
    const body = Buffer.from(lines.join('\n'))
    let packed: Uint8Array = body
    times.pushFloor.push(
      await timed(async () => {
        packed = await promisify(gzip)(body, { level: 9 })
        await writeDurably(file, encrypt(packed))
      }),
    )
    times.pull.push(
      await timed(async () => {
        const opened = await openSegment(nameOf(sealed), sealed.bytes, trustOf(other, [own]))
        if (opened.outcome !== 'opened') throw new Error(`a file of our own is ${opened.outcome}`)
        await receiver.hear({ device: 'a', scope: 'leden', seq: 1, lines: opened.lines })
      }),
    )
    const rows = rowsOf(lines)
    const floor = openComposedFloor(joinPath(root, 'samen.db'))
    times.pullFloor.push(
      await timed(async () => {
        encrypt(packed)
        await promisify(gunzip)(packed)
        floor.commit(() => {
          for (const [table, all] of rows) floor.insert(table, all)
        })
      }),
    )
    floor.close()
    await sender.close()
    await receiver.close()
  }
  const result = (id: string, own: readonly number[], floor: readonly number[], most = 3) => ({
    id,
    values: {
      changes,
      ratio: round(median(own) / median(floor)),
      ms: round(median(own)),
      floor_ms: round(median(floor)),
    },
    ok: median(own) / median(floor) <= most,
  })
  return [
    result('sync_stamp', times.stamp, times.stampFloor),
    result('sync_push', times.push, times.pushFloor),
    result('sync_pull', times.pull, times.pullFloor),
  ]
}

/** What the stamps of own changes are kept in. */
async function stampedRows({ context: { db } }: SharedBook): Promise<Rows> {
  return new Map<TableName, readonly Row[]>([
    ['sync_action', await db.selectFrom('sync_action').selectAll().execute()],
    ['sync_row', await db.selectFrom('sync_row').selectAll().execute()],
    ['sync_outgoing', await db.selectFrom('sync_outgoing').selectAll().execute()],
  ])
}

function encrypt(bytes: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12))
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w')
  await handle.write(bytes)
  await handle.sync()
  await handle.close()
  rmSync(file)
}

const round = (value: number) => Math.round(value * 100) / 100
