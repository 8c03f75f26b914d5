import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { subsidiesWithSpending } from './subsidy-queries.ts'

/** So long before the day an account is asked for: there may be receipts to find. */
const daysAhead = 42

/** Subsidies that must be accounted for soon, or had to be already. */
export async function subsidyTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const due = (await subsidiesWithSpending(db, today)).filter(
    ({ daysLeft }) => daysLeft !== null && daysLeft <= daysAhead,
  )
  return due.map(({ id, purpose, accountDay }) => ({
    code: 'subsidyDue' as const,
    count: 1,
    names: [purpose],
    day: accountDay,
    target: 'subsidies' as const,
    id,
  }))
}
