import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { findLeaders } from './working-group-queries.ts'

/** Leaders whom no intervision reached for too long; who has been longest without first. */
export async function leaderTasks(db: Reader, today: Day): Promise<readonly ModuleTask[]> {
  const late = (await findLeaders(db, today)).leaders.filter(({ lacksIntervision }) => lacksIntervision)
  if (late.length === 0) return []
  const names = late.slice(0, 3).map(({ name }) => name)
  return [{ code: 'leaderWithoutIntervision', count: late.length, names, day: null, target: 'workingGroup', id: null }]
}
