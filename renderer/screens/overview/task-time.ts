// When something that asks attention should be done, so that a long list does not hurry anybody.
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { OverviewTaskCode } from '../../../shared/domain/overview-task.ts'

export const taskTimes = ['now', 'week', 'later'] as const
export type TaskTime = (typeof taskTimes)[number]

/** By the day before which it is to be done. */
export function timeOfDay(day: Day, today: Day): TaskTime {
  if (day <= today) return 'now'
  return day <= addDays(today, 7) ? 'week' : 'later'
}

/** Of what a module asks: by its day where that is a last day, else by how long somebody can wait for it. */
export function timeOfModuleTask(code: OverviewTaskCode, day: Day | null, today: Day): TaskTime {
  const time = times[code]
  if (time !== 'day') return time
  return day === null ? 'week' : timeOfDay(day, today)
}

const times: Readonly<Record<OverviewTaskCode, TaskTime | 'day'>> = {
  // Somebody waits for a word, or a child for an adult whose papers are in order.
  signalsDue: 'now',
  signalsWithoutOwner: 'now',
  pairPapers: 'now',
  subsidyDue: 'day',
  liftsMissing: 'day',
  helpWaiting: 'day',
  signalsEnding: 'day',
  jobsOver: 'week',
  pairRhythm: 'week',
  pairTalk: 'week',
  pairWaiting: 'week',
  newcomersWaiting: 'week',
  joinRequestWaiting: 'week',
  stepLate: 'week',
  seriesIdle: 'later',
  barriersWaiting: 'later',
  pairOneSided: 'later',
  fundingEnding: 'later',
  signUpsToAsk: 'later',
  leaderWithoutIntervision: 'later',
  lettingGoAsked: 'later',
  retentionWaiting: 'later',
  duesNotBegun: 'week',
}

/** Up to so many stand in one list. */
const fewTasks = 6

export interface TaskGroup<Task> {
  /** null: there are so few that they need no parting. */
  readonly time: TaskTime | null
  readonly tasks: readonly Task[]
}

/** In groups by when, each in the order of the list; one list as long as that is short. */
export function groupTasks<Task extends { readonly when: TaskTime }>(
  tasks: readonly Task[],
): readonly TaskGroup<Task>[] {
  if (tasks.length === 0) return []
  if (tasks.length <= fewTasks) return [{ time: null, tasks }]
  return taskTimes
    .map((time) => ({ time, tasks: tasks.filter(({ when }) => when === time) }))
    .filter((group) => group.tasks.length > 0)
}
