import type { ModuleTask } from '../../../shared/contract/overview.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { jobsSince } from './job-queries.ts'
import { waitingRequests } from './request-queries.ts'

/** What is wanted within a week, and what nobody was found for in a week, needs somebody now. */
const days = 7
const named = 3

export async function helpTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const waiting = (await waitingRequests(db, today)).filter(
    ({ state, wantedBy, askedDay }) =>
      state !== 'afgesproken' &&
      (wantedBy === null ? askedDay <= addDays(today, -days) : wantedBy <= addDays(today, days)),
  )
  const jobs = (await jobsSince(db, today, today)).filter(({ isOver }) => isOver)
  const tasks: ModuleTask[] = []
  if (waiting.length > 0)
    tasks.push({
      code: 'helpWaiting',
      count: waiting.length,
      names: waiting.flatMap(({ person }) => person?.name ?? []).slice(0, named),
      day: waiting[0]?.wantedBy ?? null,
      target: 'helping',
      id: null,
    })
  if (jobs.length > 0)
    tasks.push({
      code: 'jobsOver',
      count: jobs.length,
      names: jobs.map(({ title }) => title).slice(0, named),
      day: jobs[0]?.firstDay ?? null,
      target: 'helping',
      id: null,
    })
  return tasks
}
