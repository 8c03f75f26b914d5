// What each module asks attention for. One function a module, in the order in which they are shown.
import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ModuleCode } from '../../../shared/domain/modules.ts'
import { barrierTasks } from '../barriers/barrier-tasks.ts'
import { careTasks } from '../care/care-tasks.ts'
import type { Reader } from '../database/transaction.ts'
import { duesTasks } from '../dues/dues-tasks.ts'
import { initiativeTasks } from '../initiatives/initiative-tasks.ts'
import { liftTasks } from '../lifts/lift-tasks.ts'
import { helpTasks } from '../mutual-help/help-tasks.ts'
import { newcomerTasks } from '../newcomers/newcomer-tasks.ts'
import { organisationTasks } from '../organisations/organisation-tasks.ts'
import { pairTasks } from '../pairs/pair-tasks.ts'
import { retentionTasks } from '../retention/retention-tasks.ts'
import { seriesTasks } from '../series/series-tasks.ts'
import { subsidyTasks } from '../subsidies/subsidy-tasks.ts'
import { leaderTasks } from '../working-group/leader-tasks.ts'

type TasksOf = (db: Reader, today: Day) => Promise<readonly ModuleTask[]>

const tasksOf: Partial<Record<ModuleCode, TasksOf>> = {
  care: careTasks,
  help: helpTasks,
  pairs: pairTasks,
  lifts: liftTasks,
  subsidy: subsidyTasks,
  series: seriesTasks,
  barriers: barrierTasks,
  newcomers: newcomerTasks,
  organisations: organisationTasks,
  initiatives: initiativeTasks,
  leaders: leaderTasks,
}

export async function moduleTasks(db: Reader, modules: readonly ModuleCode[], today: Day): Promise<ModuleTask[]> {
  const found: ModuleTask[] = []
  for (const code of Object.keys(tasksOf) as ModuleCode[]) // the keys are module codes by their type
    if (modules.includes(code)) found.push(...((await tasksOf[code]?.(db, today)) ?? []))
  found.push(...(await duesTasks(db)))
  // Whatever a book keeps of people, it keeps for a time.
  found.push(...(await retentionTasks(db, today)))
  return found
}
