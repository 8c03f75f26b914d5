import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'

const named = 3

/** Series that go on and have no next time, because the last meetings were skipped or thrown away. */
export async function seriesTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const idle = await db
    .selectFrom('series')
    .select('title')
    .where('deleted_at', 'is', null)
    .where('rhythm', '<>', 'los')
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', today)]))
    // One whose day is past and of which nobody wrote anything down is asked for already.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('gathering')
            .select('gathering.id')
            .whereRef('gathering.series_id', '=', 'series.id')
            .where('gathering.state', '=', 'gepland')
            .where('gathering.deleted_at', 'is', null),
        ),
      ),
    )
    .execute()
  if (idle.length === 0) return []
  const names = idle
    .map(({ title }) => title)
    .sort((a, b) => a.localeCompare(b, 'nl'))
    .slice(0, named)
  return [{ code: 'seriesIdle', count: idle.length, names, day: null, target: 'series', id: null }]
}
