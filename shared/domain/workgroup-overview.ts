// Files of several groups, seen together. Of a group that handed in more than one period the last counts; the earlier ones stand
// beside it. Nothing is added up that would tell of fewer than five people.
import type { BarrierKind, BarrierOutcome } from './barriers.ts'
import { addDays, type Day } from './calendar-date.ts'
import type { ShownCount } from './few-people.ts'
import { wholeMonthsBetween } from './gathering-state.ts'
import type { Cents } from './money.ts'

export interface GroupCounts {
  readonly key: string
  readonly name: string
  readonly members: ShownCount
  readonly paying: ShownCount
  readonly seats: 'bezet' | 'kwetsbaar' | 'onbemand' | 'geen'
  readonly gatherings: { readonly held: number; readonly promised: number; readonly last: Day | null }
  readonly attendance: { readonly lowest: ShownCount; readonly highest: ShownCount } | null
  readonly themes: readonly string[]
  readonly barriers: readonly SaidBarrier[]
}

/** What stood in the way in a group, and whether what it did about it helped. */
export interface SaidBarrier {
  readonly kind: BarrierKind
  readonly outcome: BarrierOutcome | null
}

export interface GroupFile {
  /** Of the book that made it. */
  readonly key: string
  readonly association: string
  readonly made: Day
  readonly period: { readonly from: Day; readonly until: Day }
  readonly groups: readonly GroupCounts[]
  readonly dues: { readonly expectedCents: Cents; readonly receivedCents: Cents } | null
  readonly questions: readonly string[]
  /** Made by a Buurtboek that did not count barriers yet. */
  readonly isOlder: boolean
}

/** A group and the file it stands in. */
export interface GroupEntry {
  readonly file: GroupFile
  readonly group: GroupCounts
}

export interface GroupLine extends GroupEntry {
  /** It met as often as was to be by the end of the period. */
  readonly isOnSchedule: boolean
  /** The same group in earlier files, newest first. */
  readonly earlier: readonly GroupEntry[]
}

export type OverviewWarning =
  /** The same group is in two files about the same days: only one of them is counted. */
  | { readonly kind: 'double'; readonly association: string; readonly group: string }
  /** Two books have a group of this name: it may be one group. */
  | { readonly kind: 'sameName'; readonly association: string; readonly group: string }
  /** The file of it says less than files do now. */
  | { readonly kind: 'older'; readonly association: string; readonly group: string }
  /** Not all files are about the same days. */
  | { readonly kind: 'periods' }

export interface WorkgroupOverview {
  readonly lines: readonly GroupLine[]
  readonly warnings: readonly OverviewWarning[]
}

export function overviewOf(files: readonly GroupFile[]): WorkgroupOverview {
  const entries = files.flatMap((file) => file.groups.map((group) => ({ file, group })))
  const byGroup = Map.groupBy(entries, ({ file, group }) => `${file.key} ${group.key}`)
  const warnings: OverviewWarning[] = []
  const warn = (kind: 'double' | 'sameName' | 'older', { file, group }: GroupEntry) =>
    warnings.push({ kind, association: file.association, group: group.name })
  const lines = [...byGroup.values()].map((found): GroupLine => {
    const [newest, ...rest] = found.toSorted(newestFirst)
    if (!newest) throw new Error('a group without a file')
    const earlier = rest.filter((other) => !overlap(other.file.period, newest.file.period))
    if (earlier.length < rest.length) warn('double', newest)
    if (newest.file.isOlder) warn('older', newest)
    return { ...newest, isOnSchedule: isOnSchedule(newest), earlier }
  })
  lines.sort(
    (a, b) =>
      a.file.association.localeCompare(b.file.association, 'nl') || a.group.name.localeCompare(b.group.name, 'nl'),
  )
  const named = Map.groupBy(lines, ({ file, group }) => `${file.association}\n${group.name}`.toLocaleLowerCase('nl'))
  for (const [first, ...others] of named.values()) if (first && others.length > 0) warn('sameName', first)
  if (new Set(lines.map(({ file }) => periodKey(file))).size > 1) warnings.push({ kind: 'periods' })
  return { lines, warnings }
}

export function isOnSchedule({ file: { period }, group: { gatherings } }: GroupEntry): boolean {
  const months = wholeMonthsBetween(period.from, addDays(period.until, 1))
  return gatherings.held >= Math.floor((gatherings.promised * months) / 12)
}

/** Files about the same days have the same. */
export const periodKey = ({ period: { from, until } }: GroupFile): string => `${until} ${from}`

/** Of two about the same days the one that was made last. */
const newestFirst = (a: GroupEntry, b: GroupEntry): number =>
  b.file.period.until.localeCompare(a.file.period.until) || b.file.made.localeCompare(a.file.made)

const overlap = (a: GroupFile['period'], b: GroupFile['period']) => a.from <= b.until && b.from <= a.until
