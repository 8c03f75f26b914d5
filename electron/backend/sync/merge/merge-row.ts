// How a row of a register merges: per field the versions nobody has replaced yet, and which versions were replaced. Pure: the same
// code runs over SQLite and, for the long proofs, in memory.
import { covers, genesis, joinSeen, type Stamp } from './stamp.ts'

export type Value = string | number | null
export type Values = Record<string, Value>

/** A version of a field that nobody has replaced. */
export type Head = readonly [stamp: Stamp, value: Value]

/**
 * What is known of one field. Mostly just the stamp of its only version, whose value stands in the row itself. Else: the shown
 * version, the others that nobody replaced, and what was replaced (the newest stamp per node).
 */
export type Cell = Stamp | { readonly w: Stamp; readonly o?: readonly Head[]; readonly d?: readonly Stamp[] }

/** A field that was wiped for good takes no version any more. */
export const wiped = '!'

/** What is known of a row: of the fields without a cell of their own `a` holds. */
export interface RowState {
  readonly a: Stamp
  readonly c?: Readonly<Record<string, Cell>>
  /** What those had seen who removed the row: an older write that arrives late must not bring it back. */
  readonly k?: readonly Stamp[]
  /** What those had seen who threw it in the bin: an older write that arrives late does not take it out. */
  readonly b?: readonly Stamp[]
}

/** A row while it is merged; `values` null: it is not there. */
export interface Row {
  values: Values | null
  state: RowState | undefined
}

export interface SetChange {
  readonly stamp: Stamp
  readonly values: Readonly<Values>
  /** Per field the versions that were seen when it was written; a field that is not named had none. */
  readonly base: Readonly<Record<string, readonly Stamp[]>>
  /** All fields of the row are in it. */
  readonly whole: boolean
  /** Of a row that goes to the bin: all that was seen of it. */
  readonly seen?: readonly Stamp[] | undefined
  /** It was written in a row that lay in the bin already. */
  readonly inBin?: boolean | undefined
}

export interface RemoveChange {
  readonly stamp: Stamp
  readonly seen: readonly Stamp[]
}

/** The decisions that make a merge; the proofs weaken one at a time and must notice. */
export interface MergeRules {
  /** Puts the versions of a field in order; the first is shown. */
  readonly orderHeads: (heads: readonly Head[], field: string) => readonly Head[]
  /** What becomes of the versions there are when a new one arrives. */
  readonly keepHeads: (heads: readonly Head[], base: readonly Stamp[]) => readonly Head[]
  /** Which of two rows of the ledger with one id counts. */
  readonly pickFact: (one: Readonly<Values>, other: Readonly<Values>) => 'one' | 'other'
}

export const mergeRules: MergeRules = {
  orderHeads: (heads, field) =>
    heads.length === 1 ? heads : [...heads].sort(field === 'deleted_at' ? byLife : byStamp),
  keepHeads: (heads, base) => heads.filter(([stamp]) => !covers(base, stamp)),
  pickFact: (one, other) => (factText(one) <= factText(other) ? 'one' : 'other'),
}

/** What a change did to a row. */
export type Outcome =
  | 'applied'
  /** Known already, or older than what replaced it. */
  | 'nothing'
  /** The row is not here (yet): the change must wait for a whole one. */
  | 'waits'
  /** It was removed by somebody who had not seen all of it: it stays, and the others must get it back. */
  | 'survives'
  /** It lies in the bin, and somebody who did not know wrote in it: it has to come out. */
  | 'comesBack'

export function mergeSet(row: Row, change: SetChange, rules: MergeRules = mergeRules): Outcome {
  if (row.state?.k && covers(row.state.k, change.stamp)) return 'nothing'
  if (row.values === null) return change.whole ? create(row, change) : 'waits'
  const before = row.state
  const cells: Record<string, Cell> = { ...before?.c }
  let changed = false
  for (const [field, value] of Object.entries(change.values)) {
    const cell = cells[field] ?? before?.a ?? genesis
    const merged = mergeCell(cell, row.values[field] ?? null, field, value, change, rules)
    if (!merged) continue
    cells[field] = merged.cell
    row.values[field] = merged.value
    changed = true
  }
  if (!changed) return 'nothing'
  const b = joinSeen(before?.b ?? [], change.seen ?? [])
  row.state = { ...before, a: before?.a ?? genesis, c: cells, ...(b.length > 0 ? { b } : {}) }
  return needsReturn(row, change) ? 'comesBack' : 'applied'
}

export function mergeRemove(row: Row, change: RemoveChange): Outcome {
  const known = row.state?.k ?? []
  const k = joinSeen(known, change.seen)
  if (k.length === known.length && k.every((stamp, at) => stamp === known[at]) && row.state?.k) return 'nothing'
  if (row.values !== null && !headsOf(row.state).every((stamp) => covers(change.seen, stamp))) {
    row.state = { ...row.state, a: row.state?.a ?? genesis, k }
    return 'survives'
  }
  const wasThere = row.values !== null
  row.values = null
  row.state = { a: genesis, k }
  return wasThere ? 'applied' : 'nothing'
}

/** Versions that came in while a form stood open, and the values of the row before what was written then. */
export interface Unseen {
  readonly stamps: ReadonlySet<Stamp>
  /** Fields that came in by a full state: the version that is shown was not seen. */
  readonly fields: ReadonlySet<string>
  readonly before: Readonly<Values>
}

/**
 * What somebody at this computer wrote, stamped: the change for the others. The row holds the new values already.
 * @param unseen is not replaced: it stays beside what was written
 */
export function stampSet(
  row: Row,
  values: Readonly<Values>,
  stamp: Stamp,
  isInsert: boolean,
  unseen?: Unseen,
): SetChange {
  const before = row.state
  const seen = typeof values.deleted_at === 'string' && !isInsert ? seenOfRow(before) : undefined
  const inBin = seen === undefined && typeof row.values?.deleted_at === 'string'
  if (isInsert) {
    row.state = before?.k ? { a: stamp, k: before.k } : { a: stamp }
    return { stamp, values, base: {}, whole: true }
  }
  const cells: Record<string, Cell> = { ...before?.c }
  const base: Record<string, readonly Stamp[]> = {}
  for (const field of Object.keys(values)) {
    const [heads, dead] = partsOf(cells[field] ?? before?.a ?? genesis, unseen?.before[field] ?? null)
    const isUnseen = ([each]: Head, at: number) =>
      unseen?.stamps.has(each) || (at === 0 && each !== genesis && unseen?.fields.has(field))
    const beside = field === 'deleted_at' ? [] : heads.filter(isUnseen)
    const seenHeads = heads.filter((head) => !beside.includes(head)).map(([each]) => each)
    const replaced = joinSeen(seenHeads, dead)
    if (replaced.length > 0) base[field] = replaced
    cells[field] = cellFrom([[stamp, null], ...beside], replaced, { cell: stamp, value: null }).cell
  }
  const b = joinSeen(before?.b ?? [], seen ?? [])
  row.state = { ...before, a: before?.a ?? genesis, c: cells, ...(b.length > 0 ? { b } : {}) }
  return { stamp, values, base, whole: false, seen, inBin: inBin || undefined }
}

/**
 * The whole row once more, for those who have removed it; and after it each version that nobody chose yet, for it must not get lost
 * on the way. The row gets the newest stamp, so that what is shown stays what it was.
 */
export function stampWhole(row: Row, nextStamp: () => Stamp): SetChange[] {
  const { a = genesis, c = {}, k } = row.state ?? {}
  const values = { ...row.values }
  const cells: Record<string, Cell> = {}
  const base: Record<string, readonly Stamp[]> = {}
  const others: SetChange[] = []
  for (const field of Object.keys(values)) {
    const cell = c[field] ?? a
    if (cell === wiped) {
      cells[field] = wiped
      continue
    }
    const [[, ...losers], dead] = partsOf(cell, null)
    // The last one first, so that they keep their order.
    const again = losers
      .toReversed()
      .map(([stamp, value]): Head => {
        const next = nextStamp()
        others.push({ stamp: next, values: { [field]: value }, base: { [field]: [stamp] }, whole: false })
        return [next, value]
      })
      .reverse()
    const replaced = joinSeen([typeof cell === 'string' ? cell : cell.w], dead)
    if (replaced.length > 0) base[field] = replaced
    const d = joinSeen(
      replaced,
      losers.map(([stamp]) => stamp),
    )
    if (again.length > 0 || d.length > 0) cells[field] = { w: '', ...(again.length > 0 ? { o: again } : {}), d }
  }
  const stamp = nextStamp()
  for (const [field, cell] of Object.entries(cells)) if (typeof cell === 'object') cells[field] = { ...cell, w: stamp }
  row.state = { a: stamp, ...(Object.keys(cells).length > 0 ? { c: cells } : {}), ...(k ? { k } : {}) }
  return [{ stamp, values, base, whole: true }, ...others]
}

export function stampRemove(row: Row, stamp: Stamp): RemoveChange {
  const seen = seenOfRow(row.state)
  row.values = null
  row.state = { a: genesis, k: joinSeen(row.state?.k ?? [], seen) }
  return { stamp, seen }
}

/** All versions of a field that nobody replaced, the shown one first. @param shown its value, as it stands in the row */
export function versionsOf(state: RowState | undefined, field: string, shown: Value): readonly Head[] {
  const cell = state?.c?.[field] ?? state?.a ?? genesis
  if (typeof cell === 'string') return [[cell, shown]]
  return [[cell.w, shown], ...(cell.o ?? [])]
}

/** Fields with versions that say different things. */
export function differingFields(row: Row): string[] {
  const { values, state } = row
  if (values === null || !state?.c) return []
  return Object.entries(state.c).flatMap(([field, cell]) => {
    if (typeof cell === 'string' || !cell.o || field === 'deleted_at') return []
    const shown = values[field] ?? null
    return cell.o.some(([, value]) => value !== shown) ? [field] : []
  })
}

/** Two rows' knowledge joined: of a snapshot and of this book. */
export function joinRows(row: Row, other: Row, rules: MergeRules = mergeRules): Outcome {
  const k = joinSeen(row.state?.k ?? [], other.state?.k ?? [])
  const isRemoved = (one: Row) => k.length > 0 && headsOf(one.state).every((stamp) => covers(k, stamp))
  const here = row.values !== null && !isRemoved(row)
  const there = other.values !== null && !isRemoved(other)
  if (!here && !there) {
    const wasThere = row.values !== null
    row.values = null
    row.state = { a: genesis, k }
    return wasThere ? 'applied' : 'nothing'
  }
  if (!here) {
    row.values = { ...other.values }
    row.state = withRemovals(other.state, k)
    return 'applied'
  }
  if (!there) {
    const isNews = other.values === null && other.state?.k !== undefined && k.length > (row.state?.k ?? []).length
    row.state = withRemovals(row.state, k)
    return isNews ? 'survives' : 'nothing'
  }
  return joinCells(row, other, k, rules)
}

const withRemovals = (state: RowState | undefined, k: readonly Stamp[]): RowState => ({
  ...state,
  a: state?.a ?? genesis,
  ...(k.length > 0 ? { k } : {}),
})

function joinCells(row: Row, other: Row, k: readonly Stamp[], rules: MergeRules): Outcome {
  const values = row.values ?? {}
  const cells: Record<string, Cell> = { ...row.state?.c }
  let changed = false
  for (const [field, theirs] of Object.entries(other.values ?? {})) {
    const mine = row.state?.c?.[field] ?? row.state?.a ?? genesis
    const its = other.state?.c?.[field] ?? other.state?.a ?? genesis
    if (mine === wiped) continue
    if (mine === its && mine !== genesis) {
      // One write, and here the field was not known yet when it came.
      if (!isGreater(theirs, values[field] ?? null)) continue
      values[field] = theirs
      changed = true
      continue
    }
    const joined = joinCell(mine, values[field] ?? null, its, theirs, field, rules)
    cells[field] = joined.cell
    if (joined.value !== (values[field] ?? null)) changed = true
    values[field] = joined.value
  }
  const b = joinSeen(row.state?.b ?? [], other.state?.b ?? [])
  const c = Object.keys(cells).length > 0 ? { c: cells } : {}
  row.state = withRemovals({ a: row.state?.a ?? genesis, ...c, ...(b.length > 0 ? { b } : {}) }, k)
  return changed ? 'applied' : 'nothing'
}

function joinCell(
  mine: Cell,
  myValue: Value,
  its: Cell,
  itsValue: Value,
  field: string,
  rules: MergeRules,
): { cell: Cell; value: Value } {
  if (its === wiped) return { cell: wiped, value: itsValue }
  // Neither was written since the book is shared: a book that joins takes what the others have.
  if (mine === genesis && its === genesis) return { cell: genesis, value: itsValue }
  const [myHeads, myDead] = partsOf(mine, myValue)
  const [itsHeads, itsDead] = partsOf(its, itsValue)
  const isIn = (heads: readonly Head[], stamp: Stamp) => heads.some(([each]) => each === stamp)
  const left = myHeads.filter(([stamp]) => isIn(itsHeads, stamp) || !isReplaced(stamp, itsHeads, itsDead))
  const added = itsHeads.filter(([stamp]) => !isIn(myHeads, stamp) && !isReplaced(stamp, myHeads, myDead))
  const heads = rules.orderHeads([...left, ...added], field)
  return cellFrom(heads, joinSeen(myDead, itsDead), { cell: mine, value: myValue })
}

/** What was there before sharing gives way to anything. */
const isReplaced = (stamp: Stamp, heads: readonly Head[], dead: readonly Stamp[]) =>
  stamp === genesis ? heads.some(([each]) => each !== genesis) : covers(dead, stamp)

/** Stamps of all versions of a row that nobody replaced. */
function headsOf(state: RowState | undefined): Stamp[] {
  if (!state) return [genesis]
  const stamps = [state.a]
  for (const cell of Object.values(state.c ?? {})) {
    if (cell === wiped) continue
    if (typeof cell === 'string') stamps.push(cell)
    else stamps.push(cell.w, ...(cell.o ?? []).map(([stamp]) => stamp))
  }
  return stamps
}

function seenOfRow(state: RowState | undefined): Stamp[] {
  if (!state) return []
  return joinSeen([state.a], state.k ?? [], ...Object.values(state.c ?? {}).map(seenOfCell))
}

function seenOfCell(cell: Cell): Stamp[] {
  if (cell === wiped) return []
  if (typeof cell === 'string') return cell === genesis ? [] : [cell]
  return joinSeen(
    [cell.w],
    (cell.o ?? []).map(([stamp]) => stamp),
    cell.d ?? [],
  )
}

function create(row: Row, change: SetChange): Outcome {
  const cells = Object.entries(change.base).map(([field, d]) => [field, { w: change.stamp, d }] as const)
  row.values = { ...change.values }
  row.state = {
    a: change.stamp,
    ...(cells.length > 0 ? { c: Object.fromEntries(cells) } : {}),
    ...(row.state?.k ? { k: row.state.k } : {}),
  }
  return 'applied'
}

function mergeCell(
  cell: Cell,
  shown: Value,
  field: string,
  value: Value,
  change: SetChange,
  rules: MergeRules,
): { cell: Cell; value: Value } | undefined {
  if (cell === wiped) return undefined
  const [heads, dead] = partsOf(cell, shown)
  if (covers(dead, change.stamp)) return undefined
  const twin = heads.find(([stamp]) => stamp === change.stamp)
  // Two copies of one computer can, if all goes wrong, give one stamp twice: the greater text stays, on every computer.
  if (twin && !isGreater(value, twin[1])) return undefined
  const base = change.base[field] ?? []
  const kept = rules.keepHeads(
    heads.filter((head) => head !== twin),
    base,
  )
  const ordered = rules.orderHeads([...kept, [change.stamp, value]], field)
  return cellFrom(ordered, joinSeen(dead, base), { cell, value: shown })
}

function partsOf(cell: Cell, shown: Value): [heads: readonly Head[], dead: readonly Stamp[]] {
  if (typeof cell === 'string') return [[[cell, shown]], []]
  return [[[cell.w, shown], ...(cell.o ?? [])], cell.d ?? []]
}

function cellFrom(
  heads: readonly Head[],
  dead: readonly Stamp[],
  fallback: { cell: Cell; value: Value },
): { cell: Cell; value: Value } {
  const [shown, ...others] = heads
  if (!shown) return fallback
  const [w, value] = shown
  if (others.length === 0 && dead.length === 0) return { cell: w, value }
  return { cell: { w, ...(others.length > 0 ? { o: others } : {}), ...(dead.length > 0 ? { d: dead } : {}) }, value }
}

/** Whether a row lies in the bin although somebody wrote in it without knowing that. */
function needsReturn(row: Row, change: SetChange): boolean {
  if (typeof row.values?.deleted_at !== 'string') return false
  if (change.seen) {
    const { c = {}, a } = row.state ?? { a: genesis }
    const others = { a, c: Object.fromEntries(Object.entries(c).filter(([field]) => field !== 'deleted_at')) }
    // What was written together with throwing it away is no later work.
    return !headsOf(others).every((stamp) => stamp === change.stamp || covers(change.seen ?? [], stamp))
  }
  return !change.inBin && !change.whole && !covers(row.state?.b ?? [], change.stamp)
}

/** In the bin on one computer, taken out on another: it is out. */
function byLife(one: Head, other: Head): number {
  if ((one[1] === null) !== (other[1] === null)) return one[1] === null ? -1 : 1
  return byStamp(one, other)
}

function byStamp(one: Head, other: Head): number {
  if (one[0] !== other[0]) return one[0] > other[0] ? -1 : 1
  return isGreater(one[1], other[1]) ? -1 : 1
}

/** Of one stamp: something is more than nothing (a field this version had not heard of), else the greater text. */
function isGreater(one: Value, other: Value): boolean {
  if (one === other) return false
  if (one === null || other === null) return one !== null && other === null
  return JSON.stringify(one) > JSON.stringify(other)
}

/** The earlier one counts; of one moment the lesser text. */
function factText(values: Readonly<Values>): string {
  const known = Object.keys(values).filter((field) => values[field] !== null && values[field] !== undefined)
  return JSON.stringify([values.created_at ?? '', known.sort().map((field) => [field, values[field]])])
}
