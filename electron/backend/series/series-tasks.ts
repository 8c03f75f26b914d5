import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { listSeries } from './series-views.ts'

const named = 3

/** Series that go on and have no next time, because the last meetings were skipped or thrown away. */
export async function seriesTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const { going } = await listSeries(db, today)
  const idle = going.filter(
    ({ next, rhythm, toRecord }) => next === null && toRecord.length === 0 && rhythm.kind !== 'los',
  )
  if (idle.length === 0) return []
  const names = idle.slice(0, named).map(({ title }) => title)
  return [{ code: 'seriesIdle', count: idle.length, names, day: null, target: 'series', id: null }]
}
