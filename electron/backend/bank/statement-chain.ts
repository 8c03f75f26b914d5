// Whether one statement follows the other. Where the closing balance of one is not the opening balance of the next, something is
// missing in between, and how much that is can be told.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'

export interface ChainStatement {
  readonly openDay: Day | null
  readonly openCents: Cents | null
  readonly closeDay: Day | null
  readonly closeCents: Cents | null
}

/** Between the end of one statement and the beginning of the next the balance changed, and no line says why. */
export interface StatementGap {
  readonly afterDay: Day
  readonly afterCents: Cents
  readonly beforeDay: Day
  readonly beforeCents: Cents
}

type WholeStatement = { readonly [Key in keyof ChainStatement]: NonNullable<ChainStatement[Key]> }

/**
 * The gaps between statements of one account, in any order and overlapping as they may.
 * @param moved what the lines after one day up to and including another add up to
 */
export function findGaps(
  statements: readonly ChainStatement[],
  moved: (after: Day, upTo: Day) => Cents,
): StatementGap[] {
  const [first, ...rest] = statements.filter(isWhole).toSorted(byClosing)
  if (!first) return []
  const gaps: StatementGap[] = []
  let end = first
  for (const next of rest) {
    const follows = next.openCents === end.closeCents || isSame(next, end) || overlapsRightly(end, next, moved)
    if (!follows)
      gaps.push({
        afterDay: end.closeDay,
        afterCents: end.closeCents,
        beforeDay: next.openDay,
        beforeCents: next.openCents,
      })
    end = next
  }
  return gaps
}

function isWhole(statement: ChainStatement): statement is WholeStatement {
  return Object.values(statement).every((value) => value !== null)
}

/** Several statements of one day stay in the order in which they came. */
function byClosing(a: WholeStatement, b: WholeStatement): number {
  if (a.closeDay !== b.closeDay) return a.closeDay < b.closeDay ? -1 : 1
  if (a.openDay !== b.openDay) return a.openDay < b.openDay ? -1 : 1
  return 0
}

const isSame = (a: WholeStatement, b: WholeStatement) => a.closeDay === b.closeDay && a.closeCents === b.closeCents

/** A statement that begins inside an earlier one opens with a balance that stands nowhere; that it closes right is enough. */
function overlapsRightly(end: WholeStatement, next: WholeStatement, moved: (after: Day, upTo: Day) => Cents): boolean {
  return next.openDay <= end.closeDay && end.closeCents + moved(end.closeDay, next.closeDay) === next.closeCents
}

/** What lines add up to between two days: the question that {@link findGaps} asks. */
export function movedBetween(lines: readonly { readonly day: Day; readonly cents: Cents }[]) {
  return (after: Day, upTo: Day): Cents =>
    lines.reduce((sum, { day, cents }) => (day > after && day <= upTo ? sum + cents : sum), 0)
}
