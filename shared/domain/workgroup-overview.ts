// Files of several groups, seen together. Of a group that handed in more than one period the last counts; the earlier ones stand
// beside it. Nothing is added up that would tell of fewer than five people.
import type { BarrierKind, BarrierOutcome } from './barriers.ts'
import { addDays, type Day } from './calendar-date.ts'
import type { ShownCount } from './few-people.ts'
import { wholeMonthsBetween } from './gathering-state.ts'

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
interface SaidBarrier {
  readonly kind: BarrierKind
  readonly outcome: BarrierOutcome | null
}

export interface GroupFile<Group extends GroupCounts = GroupCounts> {
  /** Of the book that made it. */
  readonly key: string
  readonly association: string
  readonly period: { readonly from: Day; readonly until: Day }
  readonly groups: readonly Group[]
  readonly questions: readonly string[]
}

export interface GroupLine<Group extends GroupCounts = GroupCounts> {
  readonly association: string
  readonly period: GroupFile['period']
  readonly group: Group
  /** It met as often as was to be by the end of the period. */
  readonly isOnSchedule: boolean
  /** The same group in earlier files, newest first. */
  readonly earlier: readonly { readonly period: GroupFile['period']; readonly group: Group }[]
}

export type OverviewWarning =
  /** The same group is in two files about the same days: only one of them is counted. */
  | { readonly kind: 'double'; readonly association: string; readonly group: string }
  /** Two books have a group of this name: it may be one group. */
  | { readonly kind: 'sameName'; readonly association: string; readonly group: string }
  /** Not all files are about the same days. */
  | { readonly kind: 'periods' }

/** Numbers of people added up: what is known, and of how many groups it is not said. */
export interface AddedUp {
  readonly known: number
  readonly unsaid: number
}

export interface WorkgroupOverview<Group extends GroupCounts = GroupCounts> {
  readonly lines: readonly GroupLine<Group>[]
  readonly warnings: readonly OverviewWarning[]
  readonly members: AddedUp
  readonly paying: AddedUp
  readonly onSchedule: number
  readonly themes: readonly string[]
}

export function overviewOf<Group extends GroupCounts>(files: readonly GroupFile<Group>[]): WorkgroupOverview<Group> {
  const entries = files.flatMap((file) => file.groups.map((group) => ({ file, group })))
  const byGroup = Map.groupBy(entries, ({ file, group }) => `${file.key} ${group.key}`)
  const warnings: OverviewWarning[] = []
  const lines = [...byGroup.values()].map((found): GroupLine<Group> => {
    const newestFirst = found.toSorted((a, b) => (a.file.period.until < b.file.period.until ? 1 : -1))
    const [newest, ...rest] = newestFirst
    if (!newest) throw new Error('a group without a file')
    const { file, group } = newest
    const apart = rest.filter((other) => !overlap(other.file.period, file.period))
    if (apart.length < rest.length) warnings.push({ kind: 'double', association: file.association, group: group.name })
    return {
      association: file.association,
      period: file.period,
      group,
      isOnSchedule: isOnSchedule(group, file.period),
      earlier: apart.map((other) => ({ period: other.file.period, group: other.group })),
    }
  })
  lines.sort(
    (a, b) => a.association.localeCompare(b.association, 'nl') || a.group.name.localeCompare(b.group.name, 'nl'),
  )
  const named = Map.groupBy(lines, (line) => `${line.association}\n${line.group.name}`.toLocaleLowerCase('nl'))
  for (const [first, ...others] of named.values())
    if (first && others.length > 0)
      warnings.push({ kind: 'sameName', association: first.association, group: first.group.name })
  const periods = new Set(lines.map(({ period }) => `${period.from} ${period.until}`))
  if (periods.size > 1) warnings.push({ kind: 'periods' })
  return {
    lines,
    warnings,
    members: addUp(lines.map(({ group }) => group.members)),
    paying: addUp(lines.map(({ group }) => group.paying)),
    onSchedule: lines.filter((line) => line.isOnSchedule).length,
    themes: [...new Set(lines.flatMap(({ group }) => group.themes))],
  }
}

function isOnSchedule({ gatherings }: GroupCounts, { from, until }: GroupFile['period']): boolean {
  const expected = Math.floor((gatherings.promised * wholeMonthsBetween(from, addDays(until, 1))) / 12)
  return gatherings.held >= expected
}

const overlap = (a: GroupFile['period'], b: GroupFile['period']) => a.from <= b.until && b.from <= a.until

function addUp(counts: readonly ShownCount[]): AddedUp {
  const said = counts.filter((count) => typeof count === 'number')
  return { known: said.reduce((sum, count) => sum + count, 0), unsaid: counts.length - said.length }
}

interface BarrierSum {
  readonly kind: BarrierKind
  /** Groups in which it stood in the way, and those of them where what they did helped, wholly or in part. */
  readonly groups: number
  readonly helped: number
}

/** What stood in the way in most groups first. */
export function barriersOf(groups: readonly Pick<GroupCounts, 'barriers'>[]): BarrierSum[] {
  const said = Map.groupBy(
    groups.flatMap(({ barriers }) => barriers),
    ({ kind }) => kind,
  )
  return [...said]
    .map(([kind, found]) => ({
      kind,
      groups: found.length,
      helped: found.filter(({ outcome }) => outcome === 'hielp' || outcome === 'hielp_deels').length,
    }))
    .sort((a, b) => b.groups - a.groups)
}
