import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { findFunding, findJoinRequests } from './organisation-queries.ts'

/** Money that ends within half a year, and who waits to hear whether they may join. */
export async function organisationTasks(db: Reader, today: Day): Promise<readonly ModuleTask[]> {
  const ending = (await findFunding(db, today)).filter(({ state }) => state === 'loopt_af')
  const waiting = (await findJoinRequests(db)).filter(({ state }) => state === 'gevraagd')
  const tasks: ModuleTask[] = []
  if (ending.length > 0)
    tasks.push({
      code: 'fundingEnding',
      count: ending.length,
      names: ending.slice(0, 3).map(({ funder }) => funder),
      day: ending[0]?.lastDay ?? null,
      target: 'funding',
      id: null,
    })
  if (waiting.length > 0)
    tasks.push({
      code: 'joinRequestWaiting',
      count: waiting.length,
      names: waiting.slice(0, 3).map(({ name }) => name),
      // The one that has waited longest.
      day: waiting.at(-1)?.asked_day ?? null,
      target: 'joinRequests',
      id: null,
    })
  return tasks
}
