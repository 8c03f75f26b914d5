import type { ModuleTask } from '../../../shared/contract/overview.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'

/** Time to think of something. */
const daysToThink = 14

/** Barriers that have been known for two weeks and nobody did anything about. */
export async function barrierTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const { count } = await db
    .selectFrom('barrier')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('deleted_at', 'is', null)
    .where('measure', 'is', null)
    .where('closed_day', 'is', null)
    .where('found_day', '<=', addDays(today, -daysToThink))
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  return [{ code: 'barriersWaiting', count, names: [], day: null, target: 'barriers', id: null }]
}
