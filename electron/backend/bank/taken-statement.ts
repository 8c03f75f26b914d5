// A statement as far as it is taken in: lines of the day itself that wait for the next file are not in its closing balance.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { BankStatement } from '../bank-files/bank-file.ts'
import type { PlannedLine } from './plan-take-in.ts'

export function endOfTaken(
  statement: BankStatement,
  lines: readonly PlannedLine[],
  today: Day,
): { readonly closeDay: Day | null; readonly closeCents: Cents | null } {
  const { closeDay, closeCents } = statement
  const waiting = lines.filter((line) => line.statement === statement && line.fate === 'today')
  if (waiting.length === 0 || closeDay === null || closeCents === null) return { closeDay, closeCents }
  const left = waiting.reduce((sum, { entry }) => sum + entry.cents, 0)
  return { closeDay: closeDay < today ? closeDay : addDays(today, -1), closeCents: closeCents - left }
}
