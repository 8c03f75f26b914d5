// Changes as lines of text (NDJSON), the way they go into a file. One line per row and action; the head of its action goes before it.
// Keys are short because most files are small. What a key means is written in docs/sync-format.md.
import type { RowState, SetChange, Value, Values } from './merge-row.ts'
import { genesis, type Stamp } from './stamp.ts'

/** First line: which computer the nodes of the stamps in these lines are. */
export interface NodesLine {
  readonly v: 1
  readonly by: Readonly<Record<string, string>>
}

/** The action that the lines after it belong to. Without `k` it is one whose kind belongs to another scope. */
export interface ActionLine {
  readonly a: string
  /** Stamp of everything that was written in it. */
  readonly t: Stamp
  /** ISO instant by the clock of that computer. */
  readonly at: string
  readonly by?: string
  readonly k?: string
  /** Table and id of the row it is about. */
  readonly s?: readonly [table: string, id: string]
  readonly d?: Readonly<Record<string, string | number | boolean>>
  /** The action it undoes. */
  readonly u?: string
}

/** Fields of a row. */
export interface SetLine {
  readonly r: string
  readonly i: string
  readonly s: Readonly<Values>
  /** What was seen and is replaced: of all fields alike, or per field. */
  readonly b?: readonly Stamp[] | Readonly<Record<string, readonly Stamp[]>>
  /** The whole row. */
  readonly w?: 1
  /** Thrown into the bin by who had seen this of the row. */
  readonly k?: readonly Stamp[]
  /** Written in what lay in the bin. */
  readonly z?: 1
}

/** A row is removed by who had seen this of it; `p`: its old values go too, 2: although the ledger names it (an erased household). */
export interface RemoveLine {
  readonly r: string
  readonly i: string
  readonly x: readonly Stamp[]
  readonly p?: 1 | 2
}

/** A row of the ledger. */
export interface FactLine {
  readonly f: string
  readonly s: Readonly<Values>
}

/** A row is gone for good. */
export interface EraseLine {
  readonly e: string
  readonly i: string
  /** The household that ended with it. */
  readonly h?: string
  /** In a snapshot: it went along with another. */
  readonly g?: 1
  /** In a snapshot: when it was erased. */
  readonly at?: string
}

export type ChangeLine = SetLine | RemoveLine | FactLine | EraseLine

/** A change that waited, with what makes it understandable by itself. */
export interface PendingLine {
  readonly p: {
    /** null: it is no change, but part of a full state. */
    readonly a: ActionLine | null
    readonly device: string
    readonly line: Readonly<Record<string, unknown>>
  }
}

/** In a snapshot: a row and what is known of it; without `s` one that was removed. */
export interface StateLine {
  readonly r: string
  readonly i: string
  readonly s?: Readonly<Values>
  readonly st?: RowState
  /** Only what one version did not know of the row. */
  readonly q?: 1
}

export type Line = Readonly<Record<string, unknown>>

export const isNodesLine = (line: Line): boolean => line.v === 1 && isRecord(line.by)
export const isActionLine = (line: Line): boolean =>
  typeof line.a === 'string' && typeof line.t === 'string' && typeof line.at === 'string'
export const isRemoveLine = (line: Line): boolean => isRowLine(line) && isStamps(line.x)
export const isStateLine = (line: Line): boolean => isRowLine(line) && ('st' in line || !('w' in line || 'b' in line))
export const isSetLine = (line: Line): boolean =>
  isRowLine(line) && isRecord(line.s) && !('x' in line) && !('st' in line)
export const isFactLine = (line: Line): boolean => typeof line.f === 'string' && isRecord(line.s)
export const isEraseLine = (line: Line): boolean => typeof line.e === 'string' && typeof line.i === 'string'
export const isPendingLine = (line: Line): boolean => isRecord(line.p) && isRecord(line.p.line)

const isRowLine = (line: Line) => typeof line.r === 'string' && typeof line.i === 'string'
const isStamps = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string')

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads lines; one that is no JSON object comes out as `{ raw }`, which nobody knows and everybody keeps. */
export function parseLine(text: string): Line {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : { raw: text }
  } catch {
    return { raw: text }
  }
}

export function setLine(table: string, id: string, change: SetChange): SetLine {
  return {
    r: table,
    i: id,
    s: change.whole ? withoutEmpty(change.values) : { ...change.values },
    ...baseOf(change),
    ...(change.whole ? { w: 1 } : {}),
    ...(change.seen ? { k: change.seen } : {}),
    ...(change.inBin ? { z: 1 } : {}),
  }
}

/** @param fields of a whole row: what is not named in the line is empty */
export function changeOf(line: SetLine, stamp: Stamp, fields: readonly string[]): SetChange {
  const values: Values = {}
  if (line.w) for (const field of fields) values[field] = line.s[field] ?? null
  else for (const field of fields) if (Object.hasOwn(line.s, field)) values[field] = line.s[field] ?? null
  const base: Record<string, readonly Stamp[]> = {}
  if (Array.isArray(line.b)) for (const field of Object.keys(values)) base[field] = line.b
  else Object.assign(base, line.b)
  return { stamp, values, base, whole: line.w === 1, seen: line.k, inBin: line.z === 1 || undefined }
}

/** Fields of a line that are not among `fields`. */
export function strangeFields(values: Readonly<Values>, fields: readonly string[]): string[] {
  return Object.keys(values).filter((field) => field !== 'id' && !fields.includes(field))
}

/** What this version does not know of a row in a full state, as a line of its own; undefined when it knows all. */
export function strangeState(line: StateLine, fields: readonly string[]): StateLine | undefined {
  const { r, i, s = {}, st } = line
  const strange = strangeFields(s, fields)
  if (strange.length === 0) return undefined
  const only = <Kind>(record: Readonly<Record<string, Kind>>) =>
    Object.fromEntries(
      strange.flatMap((field) => (Object.hasOwn(record, field) ? [[field, record[field] as Kind]] : [])),
    )
  return { r, i, s: only(s), st: { a: st?.a ?? genesis, c: only(st?.c ?? {}) }, q: 1 }
}

export function withoutEmpty(values: Readonly<Values>): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Record<
    string,
    Exclude<Value, null>
  >
}

function baseOf({ values, base }: SetChange): Pick<SetLine, 'b'> {
  const lists = Object.keys(values).map((field) => base[field] ?? [])
  const [first = []] = lists
  if (lists.every((list) => list.length === 0)) return {}
  const isSame = lists.every((list) => list.length === first.length && list.every((stamp, at) => stamp === first[at]))
  return { b: isSame ? first : base }
}
