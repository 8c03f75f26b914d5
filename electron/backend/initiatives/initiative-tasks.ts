import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { findSignUps, listInitiatives } from './initiative-queries.ts'

/** Steps whose day is past, and people to ask whether they are still active after a year; of what runs. */
export async function initiativeTasks(db: Reader, today: Day): Promise<readonly ModuleTask[]> {
  const running = (await listInitiatives(db, today)).filter(({ state }) => state === 'loopt')
  const late = running.flatMap(({ nextStep }) => (nextStep?.isLate ? [nextStep] : []))
  const toAsk: { readonly name: string; readonly count: number; readonly day: Day }[] = []
  for (const { id, name } of running) {
    const asking = (await findSignUps(db, id, today)).filter(({ afterYear }) => afterYear === 'navragen')
    if (asking.length > 0)
      toAsk.push({ name, count: asking.length, day: asking.map((each) => each.yearDay).sort()[0] ?? '' })
  }
  const tasks: ModuleTask[] = []
  if (late.length > 0)
    tasks.push({
      code: 'stepLate',
      count: late.length,
      names: late.slice(0, 3).map(({ what }) => what),
      day: late.map(({ dueDay }) => dueDay ?? '').sort()[0] ?? null,
      target: 'initiatives',
      id: null,
    })
  if (toAsk.length > 0)
    tasks.push({
      code: 'signUpsToAsk',
      count: toAsk.reduce((sum, { count }) => sum + count, 0),
      names: toAsk.slice(0, 3).map(({ name }) => name),
      day: toAsk.map(({ day }) => day).sort()[0] ?? null,
      target: 'initiatives',
      id: null,
    })
  return tasks
}
