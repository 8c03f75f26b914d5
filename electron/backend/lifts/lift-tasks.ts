import type { ModuleTask } from '../../../shared/contract/overview.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { sumLifts } from '../../../shared/domain/lifts.ts'
import type { Reader } from '../database/transaction.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { liftsTo } from './lift-queries.ts'

const daysAhead = 14

/** Gatherings of the coming two weeks to which somebody needs a lift and goes with nobody yet. */
export async function liftTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const soon = await gatheringSummaries(
    db,
    { stored: 'gepland', from: today, until: addDays(today, daysAhead + 1) },
    today,
  )
  const lifts = await liftsTo(
    db,
    soon.map(({ id }) => id),
  )
  return soon.flatMap(({ id, title, day }) => {
    const { without } = sumLifts(lifts.filter(({ gatheringId }) => gatheringId === id))
    if (without === 0) return []
    return [{ code: 'liftsMissing' as const, count: without, names: [title], day, target: 'gathering' as const, id }]
  })
}
