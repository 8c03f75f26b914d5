// Gives own changes their stamps, and makes the lines for the others. Done lazily: whatever takes something in or sends something out
// does this first. So writing costs nothing, also in a book that is shared, and what a change replaces is what its writer could see:
// nothing was heard in between. Only what was filled in upon older answers is stamped at once, while that is known.

import type { Table } from '../../database/declare-table.ts'
import { insertRows } from '../../database/insert-rows.ts'
import type { NewRow } from '../../database/schema.ts'
import type { Transaction } from '../../database/transaction.ts'
import { type ChangeLine, type EraseLine, isRecord, setLine, withoutEmpty } from './change-line.ts'
import { emptiedHousehold, endedHousehold, takenDetails } from './erase-rules.ts'
import type { Here } from './here.ts'
import { stampRemove, stampSet, type Unseen, type Values, wiped } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import type { Stamp } from './stamp.ts'
import { knowNodes, loadClock, type SyncClock } from './sync-clock.ts'
import { companionsOf, fieldsOf, syncedTable } from './synced-fields.ts'
import {
  type LoadedRow,
  listed,
  loadRows,
  select,
  storeStates,
  type Wanted,
  type WorkingSet,
  want,
} from './working-set.ts'

interface WhatIsWritten {
  /** The action that is being written, and is not complete yet. */
  readonly before?: number
  /** The newest action was filled in upon what was heard up to here (see {@link createHeardMark}). Else upon all of it. */
  readonly seen?: string
}

/** Answers the clock, which goes on; undefined when nobody shares the book. */
export async function stampOwn(
  tx: Transaction,
  here: Here,
  { before = Number.MAX_SAFE_INTEGER, seen }: WhatIsWritten = {},
): Promise<SyncClock | undefined> {
  const clock = await loadClock(tx, here)
  if (!clock) return undefined
  const changes = await unstampedChanges(tx, clock.stampedUpTo, before)
  const [newest] = await select(tx, 'SELECT max(seq) AS last FROM action WHERE seq < ?', [before])
  const stampedUpTo = Math.max(clock.stampedUpTo, Number(newest?.last ?? 0))
  // As at nearly every look at the folder.
  if (stampedUpTo === clock.stampedUpTo && changes.length === 0) return clock
  if (changes.length > 0) {
    await knowNodes(tx, { [here.node]: here.device })
    await stampChanges(tx, clock, changes, seen === undefined ? undefined : await heardSince(tx, seen))
  }
  if (stampedUpTo > clock.stampedUpTo) await clock.store(tx, stampedUpTo)
  return (await loadClock(tx, here)) as SyncClock // there was one a moment ago
}

interface OwnChange {
  readonly actionId: string
  readonly at: string
  readonly kind: string
  readonly table: Table
  readonly id: string
  readonly op: 'insert' | 'update' | 'delete'
  readonly before: Values | null
  readonly after: Values | null
}

async function unstampedChanges(tx: Transaction, after: number, before: number): Promise<OwnChange[]> {
  const rows = await select(
    tx,
    `SELECT a.id AS action_id, a.at, a.kind, c.table_name, c.row_id, c.op, c.before, c.after FROM action a JOIN change c ON c.action_seq = a.seq
      WHERE a.seq > ? AND a.seq < ? AND NOT EXISTS (SELECT 1 FROM sync_action s WHERE s.id = a.id) ORDER BY c.seq`,
    [after, before],
  )
  return rows.flatMap((row) => {
    const table = syncedTable(String(row.table_name))
    return table
      ? [
          {
            actionId: String(row.action_id),
            at: String(row.at),
            kind: String(row.kind),
            table,
            id: String(row.row_id),
            op: row.op as OwnChange['op'], // the column has a CHECK
            before: parse(row.before),
            // A new row of a register is read from its table anyway, as it is now.
            after: row.op === 'insert' && table.class !== 'fact' ? null : parse(row.after),
          },
        ]
      : []
  })
}

async function stampChanges(
  tx: Transaction,
  clock: SyncClock,
  changes: readonly OwnChange[],
  heardLately: HeardLately | undefined,
): Promise<void> {
  const wanted: Wanted = new Map()
  for (const { table, id } of changes) if (table.class !== 'fact') want(wanted, table, id)
  const set = await loadRows(tx, wanted)
  const erased = await erasedAmong(tx, set)
  const rowsAfter = walkBack(changes, set)
  const outgoing: NewRow<'sync_outgoing'>[] = []
  const actions: NewRow<'sync_action'>[] = []
  for (const [actionId, ofAction] of Map.groupBy(changes, (change) => change.actionId)) {
    const stamp = clock.stampAt(new Date(ofAction[0]?.at ?? 0))
    const isUnaware = heardLately?.writing === actionId && !aboutNow.has(ofAction[0]?.kind ?? '')
    const unseen = isUnaware ? heardLately : undefined
    actions.push({ id: actionId, stamp, heard: 0 })
    const queue = (table: Table, id: string, line: ChangeLine) =>
      outgoing.push({
        id: `${stamp}/${outgoing.length}`,
        to_scope: table.scope,
        action_id: actionId,
        stamp,
        table_name: table.name,
        row_id: id,
        line: JSON.stringify(line),
      })
    for (const ofRow of Map.groupBy(ofAction, ({ table, id }) => rowKey(table.name, id)).values())
      for (const line of linesOf(ofRow, stamp, { set, erased, rowsAfter, unseen }))
        queue(line.table, line.id, line.line)
  }
  await insertRows(tx, 'sync_action', actions)
  await insertRows(tx, 'sync_outgoing', outgoing)
  await storeStates(tx, set)
  await clock.store(tx)
}

interface Known {
  readonly set: WorkingSet
  readonly erased: ReadonlyMap<string, EraseLine | null>
  readonly rowsAfter: ReadonlyMap<OwnChange, Values>
  /** What came in while the form stood open. */
  readonly unseen: HeardLately | undefined
}

interface RowLine {
  readonly table: Table
  readonly id: string
  readonly line: ChangeLine
}

/** The lines of all changes that one action made to one row. */
function linesOf(changes: readonly OwnChange[], stamp: Stamp, known: Known): RowLine[] {
  const { set, erased, rowsAfter, unseen } = known
  const [first] = changes
  const last = changes.at(-1)
  if (!first || !last) return []
  const { table, id } = first
  if (table.class === 'fact')
    return changes.flatMap(({ after }) =>
      after ? [{ table, id, line: { f: table.name, s: withoutEmpty(after) } }] : [],
    )
  const key = rowKey(table.name, id)
  const isRoot = erased.get(key)
  if (isRoot !== undefined) return isRoot && last.op === 'delete' ? [{ table, id, line: isRoot }] : []
  const row = set.get(key)
  if (!row) return []
  row.isDirty = true
  const line = changeLine(row, changes, stamp, {
    after: rowsAfter.get(last) ?? {},
    isEnded: erased.has(rowKey(endedHousehold, id)),
    unseen: unseen && {
      stamps: unseen.stamps,
      fields: unseen.fields.get(key) ?? new Set(),
      before: { ...rowsAfter.get(first), ...first.before },
    },
  })
  const taking = first.kind === 'personDetailsTaken' ? erased.get(rowKey(takenDetails, id)) : undefined
  return [taking, line].flatMap((each) => (each ? [{ table, id, line: each }] : []))
}

function changeLine(
  row: LoadedRow,
  changes: readonly OwnChange[],
  stamp: Stamp,
  { after, isEnded, unseen }: { after: Readonly<Values>; isEnded: boolean; unseen: Unseen | undefined },
): ChangeLine | undefined {
  const { table, id } = row
  const first = changes[0]
  const last = changes.at(-1)
  if (last?.op === 'delete') {
    // Made and removed again in one go: nobody ever saw it.
    if (first?.op === 'insert') return undefined
    const isPurged = last.before === null
    const { seen } = stampRemove({ values: null, state: row.state }, stamp)
    row.state = { a: '', k: seen }
    return { r: table.name, i: id, x: seen, ...(isPurged ? { p: isEnded ? 2 : 1 } : {}) }
  }
  const isInsert = first?.op === 'insert'
  const values: Values = {}
  const names = isInsert
    ? fieldsOf(table)
    : changes
        .flatMap((change) => Object.keys(change.after ?? {}))
        .flatMap((name) => [name, ...companionsOf(table, name)])
  for (const name of new Set(names))
    if (fieldsOf(table).includes(name) && row.state?.c?.[name] !== wiped) values[name] = after[name] ?? null
  if (Object.keys(values).length === 0) return undefined
  const now = { values: { ...after }, state: row.state }
  const change = stampSet(now, values, stamp, isInsert, unseen)
  row.state = now.state
  return setLine(table.name, id, change)
}

/** These are about what is there now, whatever a form shows. */
const aboutNow: ReadonlySet<string> = new Set(['undone', 'trashRestored', 'rowsCameBack', 'differenceResolved'])

/**
 * A form that stood open while something came in shows what was there before. Whoever saves it has not seen the new version, and must
 * not replace it: both are kept and shown.
 */
interface HeardLately {
  /** The action that was filled in without knowing this. */
  readonly writing: string
  readonly stamps: ReadonlySet<Stamp>
  /** Of full states: no stamp of theirs says when they came. The fields they changed, by row. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
}

async function heardSince(tx: Transaction, seen: string): Promise<HeardLately> {
  const [newest] = await select(tx, 'SELECT id FROM action ORDER BY seq DESC LIMIT 1')
  const stamps = await select(tx, "SELECT stamp FROM sync_action WHERE heard = 1 AND stamp <> '' AND heard_at > ?", [
    seen,
  ])
  const changed = await select(
    tx,
    `SELECT c.table_name, c.row_id, c.after FROM sync_action s JOIN action a ON a.id = s.id JOIN change c ON c.action_seq = a.seq
      WHERE s.heard = 1 AND s.stamp = '' AND s.heard_at > ? AND c.op = 'update'`,
    [seen],
  )
  const fields = new Map<string, Set<string>>()
  for (const { table_name, row_id, after } of changed) {
    const key = rowKey(String(table_name), String(row_id))
    fields.set(key, new Set([...(fields.get(key) ?? []), ...Object.keys(parse(after) ?? {})]))
  }
  return { writing: String(newest?.id ?? ''), stamps: new Set(stamps.map(({ stamp }) => String(stamp))), fields }
}

/** Per change the whole row as it was after it: from what is there now, backwards. */
function walkBack(changes: readonly OwnChange[], set: WorkingSet): Map<OwnChange, Values> {
  const current = new Map<string, Values>()
  const after = new Map<OwnChange, Values>()
  for (const change of changes.toReversed()) {
    if (change.table.class === 'fact') continue
    const key = rowKey(change.table.name, change.id)
    const row = current.get(key) ?? set.get(key)?.values ?? {}
    after.set(change, row)
    if (change.before) current.set(key, { ...row, ...change.before })
  }
  return after
}

/** The rows that are gone for good: the line to send of what somebody erased, null for what went along. */
async function erasedAmong(tx: Transaction, set: WorkingSet): Promise<Map<string, EraseLine | null>> {
  const rows = await select(
    tx,
    `SELECT e.id, e.table_name, e.row_id, e.is_root, h.row_id AS household FROM sync_erased e
      LEFT JOIN sync_erased h ON h.at = e.at
        AND h.table_name = iif(e.table_name = '${takenDetails}', '${emptiedHousehold}', '${endedHousehold}')
      WHERE e.id IN ${listed} OR e.table_name IN ('${endedHousehold}', '${takenDetails}')`,
    [JSON.stringify([...set.keys()])],
  )
  return new Map(
    rows.map(({ id, table_name, row_id, is_root, household }) => [
      String(id),
      is_root === 1
        ? { e: String(table_name), i: String(row_id), ...(household === null ? {} : { h: String(household) }) }
        : null,
    ]),
  )
}

function parse(json: unknown): Values | null {
  if (typeof json !== 'string') return null
  const values: unknown = JSON.parse(json)
  return isRecord(values) ? (values as Values) : null // the journal's own JSON of a flat row
}
