import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { byWhatIsDue, isNew, newcomersLike, nextStep } from './newcomer-queries.ts'

const named = 3

/** Newcomers for whom something is to be done today, or could have been done before. */
export async function newcomerTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const waiting = (await newcomersLike(db, today, { settledSince: today }))
    .filter(isNew)
    .filter((newcomer) => newcomer.steps.some(({ day, dueDay }) => day === null && dueDay <= today))
    .sort(byWhatIsDue)
  const [first] = waiting
  if (!first) return []
  return [
    {
      code: 'newcomersWaiting',
      count: waiting.length,
      names: waiting.map(({ name }) => name).slice(0, named),
      day: nextStep(first)?.dueDay ?? null,
      target: 'newcomers',
      id: null,
    },
  ]
}
