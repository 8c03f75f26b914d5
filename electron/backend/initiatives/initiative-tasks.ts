import type { ModuleTask } from '../../../shared/contract/overview.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { retentionOf, usualRetentionDays } from '../../../shared/domain/initiative-target.ts'
import type { Reader } from '../database/transaction.ts'

const named = 3

/** Steps whose day is past, and people to ask whether they are still active after a year; of what runs. */
export async function initiativeTasks(db: Reader, today: Day): Promise<readonly ModuleTask[]> {
  const late = await lateSteps(db, today)
  const toAsk = await signUpsToAsk(db, today)
  const names = [...new Set(toAsk.map(({ name }) => name))]
  const tasks: ModuleTask[] = []
  if (late.length > 0)
    tasks.push({
      code: 'stepLate',
      count: late.length,
      names: late.slice(0, named).map(({ what }) => what),
      day: late.map(({ due_day }) => due_day ?? '').sort()[0] ?? null,
      target: 'initiatives',
      id: null,
    })
  const [first] = toAsk
  if (first)
    tasks.push({
      code: 'signUpsToAsk',
      count: toAsk.length,
      names: names.sort((a, b) => a.localeCompare(b, 'nl')).slice(0, named),
      day: addDays(first.day, usualRetentionDays),
      target: 'initiatives',
      id: null,
    })
  return tasks
}

/** Of each initiative the step that is to be done first, where its day is past; by name of the initiative. */
async function lateSteps(db: Reader, today: Day) {
  const rows = await db
    .selectFrom('initiative_step as s')
    .innerJoin('initiative as i', 'i.id', 's.initiative_id')
    .select(['s.initiative_id', 's.what', 's.due_day', 'i.name'])
    .where('s.done_day', 'is', null)
    .where('s.due_day', '<', today)
    .where('s.deleted_at', 'is', null)
    .where('i.state', '=', 'loopt')
    .where('i.deleted_at', 'is', null)
    .orderBy('s.due_day')
    .orderBy('s.row_no')
    .execute()
  return [...Map.groupBy(rows, ({ initiative_id }) => initiative_id).values()]
    .flatMap(([step]) => step ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

/** Who signed up a year ago or longer and of whom nobody knows whether they are still there; the longest ago first. */
async function signUpsToAsk(db: Reader, today: Day) {
  const rows = await db
    .selectFrom('initiative_sign_up as s')
    .innerJoin('initiative as i', 'i.id', 's.initiative_id')
    .select(['s.day', 's.area', 's.left_day', 's.seen_day', 'i.name'])
    .where('s.day', '<=', addDays(today, -usualRetentionDays))
    .where('s.left_day', 'is', null)
    .where('s.deleted_at', 'is', null)
    .where('i.state', '=', 'loopt')
    .where('i.deleted_at', 'is', null)
    .orderBy('s.day')
    .execute()
  return rows.filter(
    ({ day, area, left_day: leftDay, seen_day: seenDay }) =>
      retentionOf({ day, area, leftDay, seenDay }, usualRetentionDays, today) === 'navragen',
  )
}
