import type { ModuleTask } from '../../../shared/contract/overview.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { barriersWithEffect } from './barrier-queries.ts'

/** Time to think of something. */
const daysToThink = 14

/** Barriers that have been known for two weeks and nobody did anything about. */
export async function barrierTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const waiting = (await barriersWithEffect(db, today)).filter(
    ({ measure, closedDay, foundDay }) =>
      measure === null && closedDay === null && foundDay <= addDays(today, -daysToThink),
  )
  if (waiting.length === 0) return []
  return [{ code: 'barriersWaiting', count: waiting.length, names: [], day: null, target: 'barriers', id: null }]
}
