// What a letter says it is about: months of one person that follow each other and cost the same become one line.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { AskedDue } from './open-accounts.ts'

export interface LetterLine {
  readonly personId: string
  readonly kind: 'dues' | 'opening'
  readonly periodStart: Day
  readonly periodEnd: Day
  /** How many dues it stands for, each of the same amount. */
  readonly count: number
  /** Part of it was paid or waived. */
  readonly isPart: boolean
  readonly wasAskedBefore: boolean
  readonly cents: Cents
}

/** @param dues oldest first */
export function letterLines(dues: readonly AskedDue[], askedBefore: ReadonlySet<string>): LetterLine[] {
  const byPerson = Map.groupBy(dues, (due) => due.personId)
  return [...byPerson.values()]
    .flatMap((own) => joinLines(own.map((due) => lineOf(due, askedBefore.has(due.id)))))
    .sort((a, b) => (a.periodStart < b.periodStart ? -1 : a.periodStart > b.periodStart ? 1 : 0))
}

function lineOf(due: AskedDue, wasAskedBefore: boolean): LetterLine {
  const { personId, kind, periodStart, periodEnd, isPart, cents } = due
  return { personId, kind, periodStart, periodEnd, count: 1, isPart, wasAskedBefore, cents }
}

function joinLines(lines: readonly LetterLine[]): LetterLine[] {
  const joined: LetterLine[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last && isSamePeriod(last, line)) joined[joined.length - 1] = { ...last, ...together(last, line), count: 1 }
    else if (last && canJoin(last, line)) joined[joined.length - 1] = { ...last, ...together(last, line) }
    else joined.push(line)
  }
  return joined
}

function together(last: LetterLine, next: LetterLine) {
  return {
    periodEnd: next.periodEnd,
    count: last.count + 1,
    isPart: last.isPart || next.isPart,
    cents: last.cents + next.cents,
  }
}

/** Two debts from before written down on one day, or two agreements for one month: nobody can tell them apart in a letter. */
function isSamePeriod(last: LetterLine, next: LetterLine): boolean {
  return (
    last.count === 1 &&
    last.kind === next.kind &&
    last.periodStart === next.periodStart &&
    last.periodEnd === next.periodEnd &&
    last.wasAskedBefore === next.wasAskedBefore
  )
}

function canJoin(last: LetterLine, next: LetterLine): boolean {
  return (
    last.kind === 'dues' &&
    next.kind === 'dues' &&
    !last.isPart &&
    !next.isPart &&
    last.wasAskedBefore === next.wasAskedBefore &&
    last.periodEnd === next.periodStart &&
    last.cents === last.count * next.cents
  )
}
