// What the files of groups say together, per association: each of these is one chart, on the screen, at the meeting and on paper.
import { type BarrierKind, type BarrierOutcome, barrierOutcomes } from './barriers.ts'
import type { ShownCount } from './few-people.ts'
import type { Cents } from './money.ts'
import { type GroupEntry, type GroupFile, type GroupLine, isOnSchedule, periodKey } from './workgroup-overview.ts'

export interface AssociationSums extends GroupSums {
  readonly name: string
  readonly lines: readonly GroupLine[]
  /** From which file, and what it says of dues. */
  readonly duesByFile: readonly ({ readonly name: string } & DuesSum)[]
  readonly themes: readonly ThemeSum[]
  readonly barriers: readonly BarrierSum[]
  readonly questions: readonly { readonly question: string; readonly from: readonly string[] }[]
  readonly years: YearSums | null
}

export interface GroupSums {
  readonly groups: number
  readonly members: AddedUp
  readonly held: number
  readonly onSchedule: number
  /** Null when no file says anything of it. */
  readonly dues: DuesSum | null
}

/** Numbers of people added up: what is known, and of how many groups it is not said. */
export interface AddedUp {
  readonly known: number
  readonly unsaid: number
}

export interface DuesSum {
  readonly expectedCents: Cents
  readonly receivedCents: Cents
}

interface ThemeSum {
  readonly theme: string
  readonly groups: number
}

export interface BarrierSum {
  readonly kind: BarrierKind
  /** What each group in which it stood in the way said of what it did: first where it helped, last where nothing was said. */
  readonly outcomes: readonly (BarrierOutcome | null)[]
}

export interface YearSums {
  /** Groups that have a file of every one of these periods; only those are compared. */
  readonly compared: number
  /** Oldest first. */
  readonly years: readonly ({ readonly period: GroupFile['period'] } & GroupSums)[]
}

/** @param lines as they stand in the overview: by association */
export function associationSums(lines: readonly GroupLine[]): AssociationSums[] {
  return [...Map.groupBy(lines, ({ file }) => file.association)].map(([name, own]) => {
    const files = filesOf(own)
    return {
      name,
      lines: own,
      ...sumsOf(own),
      duesByFile: files.flatMap((file) => (file.dues ? [{ name: makerOf(file), ...file.dues }] : [])),
      themes: themesOf(own),
      barriers: barriersOf(own.map(({ group }) => group)),
      questions: questionsOf(files),
      years: yearsOf(own),
    }
  })
}

export function sumsOf(entries: readonly GroupEntry[]): GroupSums {
  const dues = filesOf(entries).flatMap((file) => file.dues ?? [])
  return {
    groups: entries.length,
    members: addUp(entries.map(({ group }) => group.members)),
    held: entries.reduce((sum, { group }) => sum + group.gatherings.held, 0),
    onSchedule: entries.filter(isOnSchedule).length,
    dues:
      dues.length === 0
        ? null
        : dues.reduce((sum, one) => ({
            expectedCents: sum.expectedCents + one.expectedCents,
            receivedCents: sum.receivedCents + one.receivedCents,
          })),
  }
}

const filesOf = (entries: readonly GroupEntry[]): GroupFile[] => [...new Set(entries.map(({ file }) => file))]

/** A file of one group is called after it. */
const makerOf = ({ groups, association }: GroupFile): string =>
  groups.length === 1 ? (groups[0]?.name ?? association) : association

function addUp(counts: readonly ShownCount[]): AddedUp {
  const said = counts.filter((count) => typeof count === 'number')
  return { known: said.reduce((sum, count) => sum + count, 0), unsaid: counts.length - said.length }
}

/** In most groups first. However somebody wrote it: "Veilig fietsen" is "veilig fietsen". */
function themesOf(lines: readonly GroupLine[]): ThemeSum[] {
  const said = lines.flatMap(({ group }) => {
    const own = new Map(group.themes.map((theme) => [theme.toLocaleLowerCase('nl'), theme]))
    return [...own].map(([key, theme]) => ({ key, theme }))
  })
  return [...Map.groupBy(said, ({ key }) => key).values()]
    .map((same) => ({ theme: same[0]?.theme ?? '', groups: same.length }))
    .sort((a, b) => b.groups - a.groups || a.theme.localeCompare(b.theme, 'nl'))
}

/** What stood in the way in most groups first. */
function barriersOf(groups: readonly Pick<GroupEntry['group'], 'barriers'>[]): BarrierSum[] {
  const rank = (outcome: BarrierOutcome | null) =>
    outcome === null ? barrierOutcomes.length : barrierOutcomes.indexOf(outcome)
  const said = Map.groupBy(
    groups.flatMap(({ barriers }) => barriers),
    ({ kind }) => kind,
  )
  return [...said]
    .map(([kind, found]) => ({
      kind,
      outcomes: found.map(({ outcome }) => outcome).sort((a, b) => rank(a) - rank(b)),
    }))
    .sort((a, b) => b.outcomes.length - a.outcomes.length)
}

/** Each once, with who brings it. */
function questionsOf(files: readonly GroupFile[]) {
  const asked = files.flatMap((file) => file.questions.map((question) => ({ question, from: makerOf(file) })))
  return [...Map.groupBy(asked, ({ question }) => question)].map(([question, same]) => ({
    question,
    from: [...new Set(same.map(({ from }) => from))],
  }))
}

/** A sum of other groups is no comparison: the oldest period goes until there are groups that have a file of all that are left. */
function yearsOf(lines: readonly GroupLine[]): YearSums | null {
  const histories = lines.map((line) => new Map([line, ...line.earlier].map((entry) => [periodKey(entry.file), entry])))
  const keys = [...new Set(histories.flatMap((history) => [...history.keys()]))].sort()
  for (; keys.length > 1; keys.shift()) {
    const compared = histories.filter((history) => keys.every((key) => history.has(key)))
    if (compared.length === 0) continue
    const years = keys.map((key) => yearOf(compared.flatMap((history) => history.get(key) ?? [])))
    return { compared: compared.length, years }
  }
  return null
}

function yearOf(entries: readonly GroupEntry[]) {
  const [first] = entries
  if (!first) throw new Error('a year without groups')
  const sums = sumsOf(entries)
  // Dues are of all groups of a file together: with one of them left out they say something else.
  const isWhole = filesOf(entries).every((file) =>
    file.groups.every((group) => entries.some((entry) => entry.group === group)),
  )
  return { period: first.file.period, ...sums, dues: isWhole ? sums.dues : null }
}
