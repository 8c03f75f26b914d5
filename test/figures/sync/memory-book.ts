// A book of one computer in memory, over the very rules of merging that run over SQLite: fast enough for hundred thousands of histories.
import {
  type MergeRules,
  mergeRemove,
  mergeSet,
  type RemoveChange,
  type Row,
  type SetChange,
  stampRemove,
  stampSet,
  stampWhole,
  type Value,
  type Values,
} from '../../../electron/backend/sync/merge/merge-row.ts'
import { laterTime, nextTime, type Stamp, timeOf } from '../../../electron/backend/sync/merge/stamp.ts'

export type Change =
  | { readonly kind: 'set'; readonly id: string; readonly change: SetChange }
  | { readonly kind: 'remove'; readonly id: string; readonly change: RemoveChange }
  | { readonly kind: 'fact'; readonly id: string; readonly stamp: Stamp; readonly values: Values }
  | { readonly kind: 'erase'; readonly id: string; readonly stamp: Stamp }

/** What a weakened engine does otherwise. */
export interface Engine {
  readonly rules: MergeRules
  readonly erasesAlong: boolean
  readonly knowsErased: boolean
  readonly bringsBack: boolean
  readonly republishes: boolean
  readonly sameReversal: boolean
}

export interface MemoryBook {
  readonly device: number
  readonly node: string
  last: string
  readonly rows: Map<string, Row>
  readonly facts: Map<string, Values>
  readonly erased: Set<string>
  /** Of those what somebody erased by name. */
  readonly roots: Set<string>
  readonly waiting: Map<string, Change[]>
  /** Own changes that were not sent. */
  queue: Change[]
  wall: number
}

export function newBook(device: number, session: number, wall: number): MemoryBook {
  const node = `d${device}s${session}`.padEnd(10, '.')
  return {
    device,
    node,
    last: '',
    rows: new Map(),
    facts: new Map(),
    erased: new Set(),
    roots: new Set(),
    waiting: new Map(),
    queue: [],
    wall,
  }
}

const tick = (book: MemoryBook): Stamp => {
  book.last = nextTime(book.last, book.wall)
  return book.last + book.node
}

const rowOf = (book: MemoryBook, id: string): Row => {
  const known = book.rows.get(id)
  if (known) return known
  const made: Row = { values: null, state: undefined }
  book.rows.set(id, made)
  return made
}

export function insertRow(book: MemoryBook, id: string, values: Values): void {
  const row = rowOf(book, id)
  row.values = { ...values }
  book.queue.push({ kind: 'set', id, change: stampSet(row, values, tick(book), true) })
}

export function setFields(book: MemoryBook, id: string, values: Values): void {
  const row = rowOf(book, id)
  row.values = { ...row.values, ...values }
  book.queue.push({ kind: 'set', id, change: stampSet(row, values, tick(book), false) })
}

export function removeRow(book: MemoryBook, id: string): void {
  book.queue.push({ kind: 'remove', id, change: stampRemove(rowOf(book, id), tick(book)) })
}

export function addFact(book: MemoryBook, id: string, values: Values): void {
  if (book.facts.has(id)) return
  const stamp = tick(book)
  const whole = { ...values, id, created_at: timeOf(stamp), created_by: book.node }
  book.facts.set(id, whole)
  book.queue.push({ kind: 'fact', id, stamp, values: whole })
}

export function eraseRow(book: MemoryBook, id: string, engine: Engine): void {
  const stamp = tick(book)
  forget(book, id)
  book.roots.add(id)
  book.queue.push({ kind: 'erase', id, stamp })
  eraseAlong(book, engine)
}

export function hear(book: MemoryBook, changes: readonly Change[], engine: Engine): void {
  for (const each of changes) {
    book.last = laterTime(
      book.last,
      timeOf(each.kind === 'fact' || each.kind === 'erase' ? each.stamp : each.change.stamp),
    )
    apply(book, each, engine)
  }
  if (book.erased.size > 0) eraseAlong(book, engine)
}

function apply(book: MemoryBook, each: Change, engine: Engine): void {
  switch (each.kind) {
    case 'fact': {
      const known = book.facts.get(each.id)
      if (!known || engine.rules.pickFact(known, each.values) === 'other') book.facts.set(each.id, each.values)
      return
    }
    case 'erase':
      book.roots.add(each.id)
      forget(book, each.id)
      return
    case 'remove': {
      if (engine.knowsErased && book.erased.has(each.id)) return
      const outcome = mergeRemove(rowOf(book, each.id), each.change)
      if (outcome !== 'survives' || !engine.republishes) return
      for (const change of stampWhole(rowOf(book, each.id), () => tick(book)))
        book.queue.push({ kind: 'set', id: each.id, change })
      return
    }
    case 'set':
      applySet(book, each, engine)
  }
}

function applySet(book: MemoryBook, each: Extract<Change, { kind: 'set' }>, engine: Engine): void {
  if (engine.knowsErased && book.erased.has(each.id)) return
  const row = rowOf(book, each.id)
  const outcome = mergeSet(row, each.change, engine.rules)
  if (outcome === 'waits') book.waiting.set(each.id, [...(book.waiting.get(each.id) ?? []), each])
  if (outcome === 'comesBack' && engine.bringsBack) setFields(book, each.id, { deleted_at: null })
  if (outcome !== 'applied' || !each.change.whole) return
  const waiting = book.waiting.get(each.id) ?? []
  book.waiting.delete(each.id)
  for (const waited of waiting) apply(book, waited, engine)
}

/** The row and all that is known of it; the queue too, except that it was erased. */
function forget(book: MemoryBook, id: string): void {
  book.erased.add(id)
  book.rows.delete(id)
  book.waiting.delete(id)
  book.queue = book.queue.filter((each) => each.id !== id || each.kind === 'erase' || each.kind === 'fact')
}

/** Notes of people who were erased. */
function eraseAlong(book: MemoryBook, engine: Engine): void {
  if (!engine.erasesAlong) return
  for (const [id, row] of book.rows)
    if (typeof row.values?.person === 'string' && book.erased.has(row.values.person)) forget(book, id)
}

/** Everything that must be the same on every computer. */
export function stateOf(book: MemoryBook): string {
  const rows = [...book.rows].filter(([, row]) => row.values !== null).sort(byId)
  const facts = [...book.facts].sort(byId)
  return JSON.stringify([
    rows.map(([id, { values, state }]) => [
      id,
      Object.entries(values ?? {})
        .sort(byId)
        .map(([field, value]) => [field, value, headStamps(state, field)]),
    ]),
    facts,
    [...book.roots].sort(),
  ])
}

/** All versions of a field that are to be seen. */
export function versionsIn(book: MemoryBook, id: string, field: string): Value[] {
  const row = book.rows.get(id)
  if (!row?.values) return []
  const cell = row.state?.c?.[field]
  const others = typeof cell === 'object' ? (cell.o ?? []).map(([, value]) => value) : []
  return [row.values[field] ?? null, ...others]
}

function headStamps(state: Row['state'], field: string): unknown {
  const cell = state?.c?.[field] ?? state?.a
  return typeof cell === 'object' ? [cell.w, ...(cell.o ?? [])] : cell
}

const byId = (one: readonly [string, unknown], other: readonly [string, unknown]) => (one[0] < other[0] ? -1 : 1)
