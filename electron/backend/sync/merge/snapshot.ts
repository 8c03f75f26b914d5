// The full state of a scope: what a new computer begins with, and what stands in for old files when those go.
import type { Scope, Table } from '../../database/declare-table.ts'
import { columnsOf } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import {
  type ActionLine,
  type EraseLine,
  type FactLine,
  isEraseLine,
  isFactLine,
  isNodesLine,
  isPendingLine,
  isStateLine,
  type Line,
  type NodesLine,
  type PendingLine,
  parseLine,
  type StateLine,
  strangeFields,
  strangeState,
  withoutEmpty,
} from './change-line.ts'
import { emptiedHousehold, endedHousehold, takenDetails } from './erase-rules.ts'
import { noteHeard } from './heard-mark.ts'
import type { Here } from './here.ts'
import { insertNewRows, newTables } from './insert-new-rows.ts'
import type { Applied, Origin } from './merge-engine.ts'
import { loadFacts, mergeFactRow } from './merge-facts.ts'
import { differingFields, joinRows, type Values } from './merge-row.ts'
import { clockId, rowKey } from './merge-table.ts'
import { type CameIn, nothingCameIn, tellMoneyInTrash } from './money-in-trash.ts'
import { nodesLine } from './outgoing.ts'
import { keepPending, stateAction, takePending } from './pending.ts'
import { republish } from './rows-come-back.ts'
import { stampOwn } from './stamp-own.ts'
import { stateOf } from './state-of.ts'
import { knowNodes } from './sync-clock.ts'
import { fieldsOf, syncedTable, tablesOfScope } from './synced-fields.ts'
import { type Heard, pendingHeard, takeOver } from './take-over.ts'
import { loadRows, reader, select, storeStates, type Wanted, want } from './working-set.ts'
import { actionSeq, createActionWriter } from './write-heard.ts'

export async function snapshotLines(tx: Transaction, here: Here, scope: Scope): Promise<string[]> {
  await stampOwn(tx, here)
  const clock = await tx.selectFrom('sync_clock').select('last').where('id', '=', clockId).executeTakeFirst()
  const lines: string[] = []
  for (const table of tablesOfScope(scope)) for (const line of await linesOf(tx, table)) lines.push(line)
  const erased = await select(tx, 'SELECT table_name, row_id, is_root, at FROM sync_erased ORDER BY id')
  for (const { table_name, row_id, is_root, at } of erased)
    if (scopeOfErased(String(table_name)) === scope)
      lines.push(
        JSON.stringify({
          e: String(table_name),
          i: String(row_id),
          at: String(at),
          ...(is_root === 1 ? {} : { g: 1 }),
        } satisfies EraseLine),
      )
  for (const { line } of await select(tx, 'SELECT line FROM sync_pending WHERE to_scope = ? ORDER BY row_no', [scope]))
    lines.push(String(line))
  lines.unshift(JSON.stringify({ ...(await nodesLine(tx, nodesIn(lines))), c: clock?.last ?? '' }))
  return lines
}

/** Every start of the program is a node: those that nothing stands for any more need not be told for ever. */
function nodesIn(lines: readonly string[]): string[] {
  const nodes = new Set<string>()
  for (const line of lines) for (const [, node = ''] of line.matchAll(/"[0-9a-z]{13}([0-9a-z]{10})"/g)) nodes.add(node)
  return [...nodes]
}

const withoutTable: ReadonlySet<string> = new Set([endedHousehold, takenDetails, emptiedHousehold])
const scopeOfErased = (table: string): Scope | undefined =>
  withoutTable.has(table) ? 'leden' : syncedTable(table)?.scope

const linesOf = (tx: Transaction, table: Table): Promise<string[]> =>
  table.class === 'fact' ? factLines(tx, table) : rowLines(tx, table)

async function factLines(tx: Transaction, table: Table): Promise<string[]> {
  const columns = Object.keys(columnsOf(table))
  const rows = await select(tx, `SELECT ${columns.join(', ')} FROM ${table.name} ORDER BY row_no`)
  // Flat rows, and no bytes among facts.
  return rows.map((row) => JSON.stringify({ f: table.name, s: withoutEmpty(row as Values) } satisfies FactLine))
}

async function rowLines(tx: Transaction, table: Table): Promise<string[]> {
  const read = reader(table)
  const rows = await select(
    tx,
    `SELECT t.id, ${fieldsOf(table)
      .map((field) => `t.${field}`)
      .join(
        ', ',
      )}, s.state AS sync_state FROM ${table.name} t LEFT JOIN sync_row s ON s.id = '${table.name}:' || t.id ORDER BY t.id`,
  )
  const lines = rows.map((row) => stateLine(table.name, String(row.id), withoutEmpty(read(row)), row.sync_state))
  // What was removed is found by the ids themselves: asked the other way round, SQLite reads the whole table for every row.
  const prefix = rowKey(table.name, '')
  const gone = await select(
    tx,
    `SELECT id, state FROM sync_row s WHERE id >= ? AND id < ?
      AND NOT EXISTS (SELECT 1 FROM ${table.name} t WHERE t.id = substr(s.id, ?)) ORDER BY id`,
    [prefix, `${prefix.slice(0, -1)};`, prefix.length + 1],
  )
  for (const { id, state } of gone) lines.push(stateLine(table.name, String(id).slice(prefix.length), undefined, state))
  return lines
}

function stateLine(table: string, id: string, values: Values | undefined, state: unknown): string {
  const head = JSON.stringify({ r: table, i: id, ...(values ? { s: values } : {}) })
  return typeof state === 'string' ? `${head.slice(0, -1)},"st":${state}}` : head
}

const linesAtOnce = 20_000

export async function applySnapshot(
  tx: Transaction,
  here: Here,
  origin: Origin,
  texts: readonly string[],
): Promise<Applied> {
  const clock = await stampOwn(tx, here)
  if (!clock) throw new Error('a snapshot was taken in by a book that nobody shares')
  const head = parseLine(texts[0] ?? '')
  const time = typeof head.c === 'string' ? head.c : ''
  if (isNodesLine(head)) await knowNodes(tx, (head as unknown as NodesLine).by) // isNodesLine looked
  clock.hear(time)
  await clock.store(tx)
  const action = stateAction(here)
  let fresh = await newTables(tx, tablesOfScope(origin.scope))
  const known = await knownLines(tx, origin.scope, fresh)
  const total = { changes: 0, pending: 0, differences: 0 }
  const later: Heard[] = []
  const cameIn = nothingCameIn()
  const seq = async () => {
    await noteHeard(tx, here.heard, [action])
    return actionSeq(tx, origin.device, action)
  }
  for (let start = 1; start < texts.length; start += linesAtOnce) {
    const all = texts
      .slice(start, start + linesAtOnce)
      .filter((text) => !known.has(text))
      .map(parseLine)
    const lines = await insertNewRows(tx, seq, all, fresh)
    const done = await takePart(tx, here, origin, action, lines, cameIn)
    total.changes += all.length - lines.length + done.changes
    // What was erased must not come in again by a later line.
    if (lines.some(isEraseLine)) fresh = new Map()
    total.differences += done.differences
    for (const line of lines)
      if (isPendingLine(line)) later.push(pendingHeard(line as unknown as PendingLine, origin.scope, action)) // isPendingLine looked
    for (const heard of done.woken) later.push(heard)
  }
  const after = await takeOver(tx, here, later)
  await tellMoneyInTrash(tx, here, cameIn)
  return {
    changes: total.changes + after.changes,
    pending: after.pending,
    differences: total.differences + after.differences,
  }
}

/**
 * What a full state says of this book itself. Who compares a summary has nearly all of it already, word for word: joining a row with
 * itself changes nothing, so those lines need not even be read.
 */
async function knownLines(
  tx: Transaction,
  scope: Scope,
  fresh: ReadonlyMap<string, Table>,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const table of tablesOfScope(scope))
    if (!fresh.has(table.name)) for (const line of await linesOf(tx, table)) known.add(line)
  return known
}

async function takePart(
  tx: Transaction,
  here: Here,
  { device, scope }: Origin,
  action: ActionLine,
  lines: readonly Line[],
  cameIn: CameIn,
): Promise<{ changes: number; differences: number; woken: Heard[] }> {
  const wantedRows: Wanted = new Map()
  const wantedFacts: Wanted = new Map()
  for (const line of lines) {
    const table = syncedTable(String(line.r ?? line.f ?? ''))
    if (table && isStateLine(line)) want(wantedRows, table, String(line.i))
    else if (table && isFactLine(line)) want(wantedFacts, table, String((line as unknown as FactLine).s.id)) // isFactLine looked
  }
  const set = await loadRows(tx, wantedRows)
  const facts = await loadFacts(tx, wantedFacts)
  const erased = new Set((await select(tx, 'SELECT id FROM sync_erased')).map(({ id }) => String(id)))
  const writer = createActionWriter(tx, here)
  const unknown: Heard[] = []
  const survivors: { table: Table; id: string }[] = []
  const touched = new Set<string>()
  let changes = 0
  for (const line of lines) {
    const heard: Heard = { device, scope, action, line }
    if (isEraseLine(line)) {
      const { e, i, g, at = action.at } = line as unknown as EraseLine // isEraseLine looked
      if (erased.has(rowKey(e, i))) continue
      erased.add(rowKey(e, i))
      writer.erase(heard, e, i, at, g !== 1)
      const row = set.get(rowKey(e, i))
      if (row) Object.assign(row, { values: null, state: undefined, isDirty: false })
    } else if (isFactLine(line)) {
      const { f, s } = line as unknown as FactLine // isFactLine looked
      const table = syncedTable(f)
      if (table?.class !== 'fact') unknown.push(heard)
      else {
        if (strangeFields(s, ['id', ...fieldsOf(table)]).length > 0) unknown.push(heard)
        const author = { ...heard, device: String(s.created_by ?? device), action: { ...action, a: action.a } }
        changes += mergeFactRow(facts, table, s, {
          insert(row) {
            cameIn.rows.push(String(row.id))
            writer.insertFact(author, table, row, () => unknown.push(heard))
          },
          replace: (row) => writer.replaceFact(author, table, row),
          report: (other) => writer.hint(heard, 'factDiffers', table.name, String(s.id), other),
        })
      }
    } else if (isStateLine(line)) {
      const { r, i, s, st } = line as unknown as StateLine // isStateLine looked
      const row = set.get(rowKey(r, i))
      if (!row) {
        unknown.push(heard)
        continue
      }
      if (erased.has(rowKey(r, i))) continue
      const strange = strangeState(line as unknown as StateLine, fieldsOf(row.table)) // isStateLine looked
      if (strange) unknown.push({ ...heard, line: strange as unknown as Line }) // a line is a plain record
      const before = row.values && { ...row.values }
      const state = row.state
      const outcome = joinRows(row, stateOf(row.table, s, st))
      if (st === undefined && state === undefined) row.state = undefined
      // Most rows are known already as they are: those need not be written again.
      else if (JSON.stringify(row.state) !== JSON.stringify(state)) row.isDirty = true
      touched.add(i)
      if (outcome === 'survives') survivors.push(row)
      const undo = () => {
        Object.assign(row, { values: before, state })
        unknown.push(heard)
      }
      if (outcome !== 'applied') continue
      changes += 1
      if (row.values === null) writer.remove(heard, row, undefined, () => undefined)
      else if (before) writer.update(heard, row, before, undo)
      else {
        writer.insert(heard, row, undo)
        cameIn.rows.push(i)
      }
      if (r === 'person' && before?.deleted_at === null && row.values?.deleted_at !== null) cameIn.binned.push(i)
    } else if (!isPendingLine(line)) unknown.push(heard)
  }
  await writer.flush()
  const differences = [...set.values()].filter((row) => row.isDirty && differingFields(row).length > 0).length
  await storeStates(tx, set)
  await keepPending(
    tx,
    here,
    unknown.map((heard) => ({ heard, isState: true, reason: 'unknown' as const })),
  )
  for (const row of survivors) await republish(tx, here, row.table, row.id)
  return { changes, differences, woken: await takePending(tx, here, touched) }
}
