// A list between being read and being taken in: its columns, corrections and decisions. It lives in memory and the
// book does not know of it.
import { createHash } from 'node:crypto'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type ImportField, nameFields, repeatableFields } from '../../../shared/domain/import-field.ts'
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import { RuleBroken } from '../rule-broken.ts'
import { calmCapitals } from './calm-capitals.ts'
import type { Candidate, Column } from './candidate.ts'
import { carryGroups, namesGroupsOnce } from './carry-groups.ts'
import { tidyCell } from './cell-values.ts'
import { findHeading, guessFields } from './guess-columns.ts'
import type { KnownBook } from './import-queries.ts'
import { ColumnLayout } from './list-row.ts'
import type { Decision, ImportPlan } from './plan-import.ts'
import { readListDay } from './read-list-day.ts'
import { readPeople } from './read-people.ts'
import type { ReadSheet, SheetLine } from './sheet.ts'
import type { findNamesakes } from './tell-apart.ts'
import { placeLines } from './titles.ts'

export interface ImportSession {
  readonly id: string
  readonly file: string
  readonly fileName: string
  read: ReadSheet
  /** Index in `read.lines`; -1 when the list has no headings. */
  headingAt: number
  columns: readonly Column[]
  /** Columns whose field nobody chose yet. */
  readonly guessed: Set<number>
  remembered: boolean
  readonly corrections: Map<number, Map<number, string>>
  readonly decisions: Map<string, Decision>
  sinceDay: Day
  kind: MembershipKind
  groupsSince: Day
  groupsCarried: boolean
  /** The plan as last made, and the state of the book it was made on. */
  planned: Planned | undefined
}

export interface Planned {
  readonly db: unknown
  readonly seq: number
  readonly known: KnownBook
  readonly plan: ImportPlan
  /** What tells people of one name in the list apart, by key. */
  readonly namesakes: ReturnType<typeof findNamesakes>
  /** Names of who belongs and is not in the list; empty when most of them are not: then it is a list of something else. */
  readonly notListed: readonly string[]
}

export type RememberedFields = (fingerprint: string) => Promise<readonly ImportField[] | undefined>

export async function startSession(
  origin: Pick<ImportSession, 'id' | 'file' | 'fileName' | 'read'>,
  today: Day,
  remembered: RememberedFields,
): Promise<ImportSession> {
  const session: ImportSession = {
    ...origin,
    headingAt: -1,
    columns: [],
    guessed: new Set(),
    remembered: false,
    corrections: new Map(),
    decisions: new Map(),
    sinceDay: today,
    kind: 'lid',
    groupsSince: today,
    groupsCarried: true,
    planned: undefined,
  }
  await layOut(session, findHeading(origin.read.lines), remembered)
  return session
}

/** Takes another sheet of the same file; what was corrected or decided on the other one is forgotten. */
export async function takeSheet(session: ImportSession, read: ReadSheet, remembered: RememberedFields): Promise<void> {
  session.read = read
  session.corrections.clear()
  session.decisions.clear()
  await layOut(session, findHeading(read.lines), remembered)
}

/** Points out the heading row and guesses the columns anew, or takes what was chosen for such a list before. */
export async function layOut(session: ImportSession, headingAt: number, remembered: RememberedFields): Promise<void> {
  const { lines } = session.read
  session.headingAt = headingAt
  session.planned = undefined
  session.guessed.clear()
  const headings = (lines[headingAt]?.cells ?? []).map(tidyCell)
  const body = lines.slice(headingAt + 1)
  const columnCount = body.reduce((most, { cells }) => Math.max(most, cells.length), headings.length)
  const kept = headingAt < 0 ? undefined : await remembered(fingerprintOf(headings))
  session.remembered = kept !== undefined
  const fields = kept ?? guessFields(headings, body, columnCount)
  session.columns = Array.from({ length: columnCount }, (_none, index) => {
    if (!kept) session.guessed.add(index)
    return { heading: headings[index] ?? '', field: fields[index] ?? 'toNote' }
  })
}

/** Chooses what columns hold; a field that only one column can have leaves the column that had it. */
export function chooseFields(session: ImportSession, chosen: readonly { index: number; field: ImportField }[]): void {
  const columns = [...session.columns]
  for (const { index, field } of chosen) {
    const column = columns[index]
    if (!column) throw new RuleBroken('badInput', { field: 'fields' })
    if (!repeatableFields.includes(field)) {
      for (const [at, other] of columns.entries())
        if (other.field === field) columns[at] = { ...other, field: 'toNote' }
    }
    columns[index] = { ...column, field }
    session.guessed.delete(index)
  }
  session.columns = columns
  session.planned = undefined
}

/** The rows below the headings, corrections included. */
export function bodyOf(session: ImportSession): readonly SheetLine[] {
  const body = session.read.lines.slice(session.headingAt + 1)
  if (session.corrections.size === 0) return body
  return body.map((line) => {
    const corrected = session.corrections.get(line.line)
    if (!corrected) return line
    const cells = Array.from(
      { length: session.columns.length },
      (_none, index) => corrected.get(index) ?? line.cells[index] ?? '',
    )
    return { line: line.line, cells }
  })
}

/** Everybody in the list. Throws RuleBroken `importNoNameColumn` as long as no column holds a name. */
export function candidatesOf(session: ImportSession, today: Day): Candidate[] {
  if (!session.columns.some(({ field }) => nameFields.includes(field))) throw new RuleBroken('importNoNameColumn')
  const layout = new ColumnLayout(session.columns)
  const body = doCarry(session) ? carryGroups(bodyOf(session), session.columns) : bodyOf(session)
  return calmCapitals(placeLines(body, layout).flatMap((placed) => readPeople(placed, layout, today)))
}

/** Whether a binnenbuurt that stands only at the first of its people holds for those below. */
export function doCarry(session: ImportSession): boolean {
  return session.groupsCarried && carriesGroups(session)
}

const carriesGroups = ({ read, headingAt, columns }: ImportSession) =>
  namesGroupsOnce(read.lines.slice(headingAt + 1), columns)

/** Binnenbuurten, and people who were there before today: then the groups may well be older too. */
function bringsOldGroups(session: ImportSession, today: Day): boolean {
  const layout = new ColumnLayout(session.columns)
  const body = bodyOf(session)
  const since = session.columns.findIndex(({ field }) => field === 'since')
  const isOlder = (text: string) => (readListDay(tidyCell(text), today) ?? today) < today
  return (
    (layout.places.has('neighbourhood') || placeLines(body, layout).some(({ above }) => above.neighbourhood !== '')) &&
    (session.sinceDay < today || (since >= 0 && body.some(({ cells }) => isOlder(cells[since] ?? ''))))
  )
}

/** The same for every list with these headings. */
export function fingerprintOf(headings: readonly string[]): string {
  return createHash('sha256').update(headings.map(foldText).join('\u0001')).digest('hex')
}

const shownLines = 12
const shownSamples = 3
const shownLength = 80

/** What the screen shows of a session before the preview. */
export function arrangementOf(session: ImportSession, today: Day) {
  const { lines } = session.read
  const body = lines.slice(session.headingAt + 1)
  const columns = session.columns.map((column, index) => ({
    index,
    ...column,
    guessed: session.guessed.has(index),
    samples: samplesOf(body, index),
  }))
  return {
    id: session.id,
    fileName: session.fileName,
    sheets: [...session.read.sheets],
    sheet: session.read.sheet,
    headingLine: lines[session.headingAt]?.line ?? null,
    firstLines: lines.slice(0, shownLines).map(({ line, cells }) => ({ line, cells: cells.slice(0, 8).map(shorten) })),
    // A column without heading or value is only empty cells that somebody once gave a colour.
    columns: columns.filter(({ heading, samples }) => heading !== '' || samples.length > 0),
    lineCount: body.length,
    remembered: session.remembered,
    sinceDay: session.sinceDay,
    kind: session.kind,
    groupsSince: bringsOldGroups(session, today) ? session.groupsSince : null,
    groupsCarried: carriesGroups(session) ? session.groupsCarried : null,
  }
}

function samplesOf(body: readonly SheetLine[], index: number): string[] {
  const samples: string[] = []
  for (const { cells } of body) {
    const value = tidyCell(cells[index] ?? '')
    if (value === '' || samples.includes(shorten(value))) continue
    samples.push(shorten(value))
    if (samples.length === shownSamples) break
  }
  return samples
}

const shorten = (value: string) => (value.length > shownLength ? `${value.slice(0, shownLength - 1)}…` : value)
