// Takes over what was done on other computers: under the action of who did it, through the same tables, triggers and chain as own work.
// Nothing is refused here. What cannot be done yet waits, what breaks a rule over several rows is told, and a version that somebody
// had not seen is never thrown away.
import type { Scope, Table } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import { RuleBroken } from '../../rule-broken.ts'
import {
  type ActionLine,
  changeOf,
  type EraseLine,
  type FactLine,
  isActionLine,
  isEraseLine,
  isFactLine,
  isNodesLine,
  isPendingLine,
  isRecord,
  isRemoveLine,
  isSetLine,
  isStateLine,
  type Line,
  type NodesLine,
  type PendingLine,
  parseLine,
  type RemoveLine,
  type SetLine,
  type StateLine,
  strangeFields,
} from './change-line.ts'
import { enforceErasures } from './erase-rows.ts'
import { emptiedHousehold, endedHousehold, takenDetails } from './erase-rules.ts'
import type { Here } from './here.ts'
import type { Applied, Origin } from './merge-engine.ts'
import { loadFacts, mergeFactRow } from './merge-facts.ts'
import { differingFields, joinRows, mergeRemove, mergeSet, type Values } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import { nothingCameIn, tellMoneyInTrash } from './money-in-trash.ts'
import { keepPending, type PendingChange, takePending } from './pending.ts'
import { bringBack, republish } from './rows-come-back.ts'
import { msOf, timeOf } from './stamp.ts'
import { stampOwn } from './stamp-own.ts'
import { stateOf } from './state-of.ts'
import { type Removal, stillNeeded } from './still-needed.ts'
import { knowNodes } from './sync-clock.ts'
import { fieldsOf, syncedTable } from './synced-fields.ts'
import { loadRows, select, storeStates, type Wanted, type WorkingSet, want } from './working-set.ts'
import { createActionWriter } from './write-heard.ts'

/** A change with what it belongs to. */
export interface Heard {
  readonly device: string
  readonly scope: Scope
  readonly action: ActionLine
  readonly line: Line
}

const tenYearsMs = 10 * 366 * 24 * 60 * 60 * 1000

export async function applyLines(
  tx: Transaction,
  here: Here,
  origin: Origin,
  texts: readonly string[],
): Promise<Applied> {
  const lines = texts.map(parseLine)
  const newest = newestTime(lines)
  refuseFarFuture(newest, here)
  const clock = await stampOwn(tx, here)
  if (!clock) throw new Error('lines were heard in a book that nobody shares')
  if (newest !== '') clock.hear(newest)
  await clock.store(tx)
  const nodes = lines.find(isNodesLine) as NodesLine | undefined // isNodesLine looked
  if (nodes) await knowNodes(tx, nodes.by)
  return takeOver(tx, here, heardOf(lines, origin, here))
}

/** Takes over changes and, after them, those that had waited for the rows they made. */
export async function takeOver(tx: Transaction, here: Here, heard: readonly Heard[]): Promise<Applied> {
  const first = await takeOverOnce(tx, here, heard)
  const woken = await takePending(tx, here, first.touched)
  const second = woken.length > 0 ? await takeOverOnce(tx, here, woken) : undefined
  await enforceErasures(tx, here)
  return {
    changes: first.changes + (second?.changes ?? 0),
    pending: first.pending + (second?.pending ?? 0) - woken.length,
    differences: first.differences + (second?.differences ?? 0),
  }
}

interface Outcome {
  readonly changes: number
  readonly pending: number
  readonly differences: number
  /** Ids of the rows that there are now. */
  readonly touched: ReadonlySet<string>
}

async function takeOverOnce(tx: Transaction, here: Here, heard: readonly Heard[]): Promise<Outcome> {
  const set = await loadRows(tx, rowsNamed(heard))
  const facts = await loadFacts(tx, factsNamed(heard))
  const erased = await erasedKeys(tx)
  const revived = await revivedStamps(tx)
  const writer = createActionWriter(tx, here)
  const needed = await stillNeeded(tx, here, undoneRows(heard, set, erased))
  const waiting: PendingChange[] = []
  const backFromBin: { stamp: string; table: Table; id: string }[] = []
  const survivors: { table: Table; id: string }[] = []
  const touched = new Set<string>()
  const cameIn = nothingCameIn()
  let changes = 0

  const wait = (each: Heard, reason: PendingChange['reason'], line: Line = each.line) =>
    waiting.push({ heard: { ...each, line }, reason })

  for (const each of heard) {
    const { line, action } = each
    if (isFactLine(line)) {
      const fact = line as unknown as FactLine // isFactLine looked
      const table = syncedTable(fact.f)
      if (table?.class !== 'fact') {
        wait(each, 'unknown')
        continue
      }
      changes += takeFact(each, table, fact.s)
    } else if (isEraseLine(line)) {
      const { e, i, h } = line as unknown as EraseLine // isEraseLine looked
      erased.add(rowKey(e, i))
      writer.erase(each, e, i, action.at, true)
      const household = e === takenDetails ? emptiedHousehold : endedHousehold
      if (h !== undefined) writer.erase(each, household, h, action.at, true)
      const row = set.get(rowKey(e, i))
      if (row) Object.assign(row, { values: null, state: undefined, isDirty: false })
      changes += 1
    } else if (isRemoveLine(line)) {
      const remove = line as unknown as RemoveLine // isRemoveLine looked
      const row = set.get(rowKey(remove.r, remove.i))
      if (!row) {
        if (!syncedTable(remove.r)) wait(each, 'unknown')
        continue
      }
      if (erased.has(rowKey(remove.r, remove.i))) continue
      const values = row.values
      const outcome = mergeRemove(row, { stamp: action.t, seen: remove.x })
      row.isDirty = true
      if (outcome === 'survives') survivors.push(row)
      if (outcome !== 'applied' || !values) continue
      if (needed.has(rowKey(remove.r, remove.i))) {
        row.values = values
        survivors.push(row)
        continue
      }
      writer.remove(each, row, remove.p, () => {
        row.values = values
        survivors.push(row)
      })
      changes += 1
    } else if (isSetLine(line))
      changes += takeSet(each, line as unknown as SetLine) // isSetLine looked
    else if ('st' in line && isStateLine(line))
      changes += takeState(each, line as unknown as StateLine) // isStateLine looked
    else wait(each, 'unknown')
  }

  function takeFact(each: Heard, table: Table, values: Readonly<Values>): number {
    const strange = strangeFields(values, ['id', ...fieldsOf(table)])
    if (strange.length > 0) wait(each, 'unknown')
    return mergeFactRow(facts, table, values, {
      insert(row) {
        cameIn.rows.push(String(row.id))
        writer.insertFact(each, table, row, () => wait(each, 'check'))
      },
      replace: (row) => writer.replaceFact(each, table, row),
      report: (other) => writer.hint(each, 'factDiffers', table.name, String(values.id), other),
    })
  }

  function takeSet(each: Heard, line: SetLine): number {
    const { action } = each
    const key = rowKey(line.r, line.i)
    const row = set.get(key)
    if (erased.has(key)) return 0
    if (!row) {
      wait(each, 'unknown')
      return 0
    }
    const { table } = row
    const fields = fieldsOf(table)
    const strange = strangeFields(line.s, fields)
    if (strange.length > 0) wait(each, 'unknown', strangePart(line, strange) as unknown as Line) // a line is a plain record
    const before = { values: row.values && { ...row.values }, state: row.state }
    const change = changeOf(line, action.t, fields)
    const outcome = mergeSet(row, change)
    if (outcome === 'waits') wait(each, 'row')
    if (outcome === 'waits' || outcome === 'nothing') return 0
    writer.arrived(each)
    row.isDirty = true
    touched.add(line.i)
    const undo = () => {
      Object.assign(row, before)
      wait(each, 'check')
    }
    if (before.values) writer.update(each, row, before.values, undo)
    else {
      writer.insert(each, row, undo)
      cameIn.rows.push(line.i)
    }
    if (table.name === 'person' && typeof change.values.deleted_at === 'string') cameIn.binned.push(line.i)
    const binnedAgain = typeof change.values.deleted_at === 'string' && revived.has(action.t)
    if (outcome === 'comesBack' || (binnedAgain && typeof row.values?.deleted_at === 'string'))
      backFromBin.push({ stamp: stampOfBin(row), table, id: line.i })
    return 1
  }

  /** A row of a full state, or fields of one, which this version has learnt since. */
  function takeState(each: Heard, line: StateLine): number {
    const key = rowKey(line.r, line.i)
    const row = set.get(key)
    if (erased.has(key)) return 0
    const { s = {}, st, q } = line
    const keep = (reason: PendingChange['reason']) => waiting.push({ heard: each, isState: true, reason })
    if (!row || strangeFields(s, fieldsOf(row.table)).length > 0 || (q && !row.values)) {
      keep(row?.values === null && q ? 'row' : 'unknown')
      return 0
    }
    const before = { values: row.values && { ...row.values }, state: row.state }
    if (joinRows(row, q ? { values: { ...s }, state: st } : stateOf(row.table, s, st)) !== 'applied') return 0
    row.isDirty = true
    touched.add(line.i)
    const undo = () => {
      Object.assign(row, before)
      keep('check')
    }
    if (before.values) writer.update(each, row, before.values, undo)
    else writer.insert(each, row, undo)
    return 1
  }

  await writer.flush()
  const differences = [...set.values()].filter((row) => row.isDirty && differingFields(row).length > 0).length
  await keepPending(tx, here, waiting)
  await storeStates(tx, set)
  for (const row of survivors) await republish(tx, here, row.table, row.id)
  await bringBack(tx, here, backFromBin)
  await tellMoneyInTrash(tx, here, cameIn)
  return { changes, pending: waiting.length, differences, touched }
}

/** Lines with the action each belongs to. */
function heardOf(lines: readonly Line[], origin: Origin, here: Here): Heard[] {
  const { device, scope } = origin
  // Only for lines that nobody should write: ones without a head.
  let action: ActionLine = { a: here.newId(), t: `${'0'.repeat(13)}${here.node}`, at: here.now().toISOString() }
  return lines.flatMap((line): Heard[] => {
    if (isNodesLine(line)) return []
    if (isActionLine(line)) {
      action = line as unknown as ActionLine // isActionLine looked
      return []
    }
    if (isPendingLine(line)) return [pendingHeard(line as unknown as PendingLine, scope, action)] // isPendingLine looked
    return [{ device, scope, action, line }]
  })
}

/** Something that waited elsewhere, as it came there. */
export function pendingHeard({ p }: PendingLine, scope: Scope, action: ActionLine): Heard {
  return { device: p.device, scope, action: p.a ?? action, line: p.line }
}

function rowsNamed(heard: readonly Heard[]): Wanted {
  const wanted: Wanted = new Map()
  for (const { line } of heard) {
    const table = typeof line.r === 'string' ? syncedTable(line.r) : undefined
    if (table && table.class !== 'fact' && typeof line.i === 'string') want(wanted, table, line.i)
  }
  return wanted
}

/** Rows that go because somebody took back what had made them. */
function undoneRows(heard: readonly Heard[], set: WorkingSet, erased: ReadonlySet<string>): Removal[] {
  return heard.flatMap(({ line, action }) => {
    if (!isRemoveLine(line) || action.u === undefined) return []
    const { r, i, x, p } = line as unknown as RemoveLine // isRemoveLine looked
    const row = set.get(rowKey(r, i))
    if (p !== undefined || !row?.values || erased.has(rowKey(r, i))) return []
    return [{ row, change: { stamp: action.t, seen: x }, undoes: action.u }]
  })
}

function factsNamed(heard: readonly Heard[]): Wanted {
  const wanted: Wanted = new Map()
  for (const { line } of heard) {
    const table = typeof line.f === 'string' ? syncedTable(line.f) : undefined
    if (table?.class === 'fact' && isRecord(line.s) && typeof line.s.id === 'string') want(wanted, table, line.s.id)
  }
  return wanted
}

/** What this version does not know of a line, as a line of its own: it is no whole row then. */
function strangePart(line: SetLine, strange: readonly string[]): SetLine {
  const { w: _whole, k: _seen, ...rest } = line
  return { ...rest, s: Object.fromEntries(strange.map((field) => [field, line.s[field] ?? null])) }
}

function stampOfBin(row: WorkingSet extends Map<string, infer R> ? R : never): string {
  const cell = row.state?.c?.deleted_at ?? row.state?.a ?? ''
  return typeof cell === 'string' ? cell : cell.w
}

function newestTime(lines: readonly Line[]): string {
  let newest = ''
  for (const line of lines) {
    if (typeof line.t === 'string' && timeOf(line.t) > newest) newest = timeOf(line.t)
    if (typeof line.c === 'string' && timeOf(line.c) > newest) newest = timeOf(line.c)
  }
  return newest
}

/** Wrong clocks stop nothing, but a time this far off is no clock: believed once, it would be everybody's for good. */
function refuseFarFuture(newest: string, here: Here): void {
  if (newest === '' || msOf(newest) - here.now().getTime() <= tenYearsMs) return
  throw new RuleBroken('syncClockFarOff', { day: new Date(msOf(newest)).toISOString().slice(0, 10) })
}

async function erasedKeys(tx: Transaction): Promise<Set<string>> {
  return new Set((await select(tx, 'SELECT id FROM sync_erased')).map(({ id }) => String(id)))
}

async function revivedStamps(tx: Transaction): Promise<ReadonlySet<string>> {
  return new Set((await select(tx, 'SELECT id FROM sync_revival')).map(({ id }) => String(id)))
}
