import type { ModuleTask } from '../../../shared/contract/overview.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { accountDaysAhead } from '../../../shared/domain/subsidies.ts'
import type { Reader } from '../database/transaction.ts'

/** Subsidies that must be accounted for soon, or had to be already. */
export async function subsidyTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const due = await db
    .selectFrom('subsidy')
    .select(['id', 'purpose', 'account_day'])
    .where('deleted_at', 'is', null)
    .where('accounted_day', 'is', null)
    .where('account_day', '<=', addDays(today, accountDaysAhead))
    .orderBy('account_day')
    .orderBy('id')
    .execute()
  return due.map(({ id, purpose, account_day }) => ({
    code: 'subsidyDue' as const,
    count: 1,
    names: [purpose],
    day: account_day,
    target: 'subsidies' as const,
    id,
  }))
}
