// Barriers with how many came before and after what was done about them.
import { effectOf, type Turnout } from '../../../shared/domain/barriers.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { type GatheringSummary, gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { cameTo } from '../series/series-views.ts'

/** All barriers with their effect: those nobody did anything about yet first, then the newest. */
export async function barriersWithEffect(db: Reader, today: Day) {
  const rows = await db
    .selectFrom('barrier')
    .leftJoin('series', 'series.id', 'barrier.series_id')
    .leftJoin('neighbourhood', 'neighbourhood.id', 'barrier.neighbourhood_id')
    .selectAll('barrier')
    .select(['series.title as series_title', 'neighbourhood.name as group_name'])
    .where('barrier.deleted_at', 'is', null)
    .orderBy('barrier.found_day', 'desc')
    .orderBy('barrier.id')
    .execute()
  const held = rows.length === 0 ? [] : await gatheringSummaries(db, { stored: 'gehouden' }, today)
  return rows
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      note: row.note,
      foundHow: row.found_how,
      foundDay: row.found_day,
      seriesId: row.series_id,
      seriesTitle: row.series_title,
      groupId: row.neighbourhood_id,
      groupName: row.group_name,
      measure: row.measure,
      measureDay: row.measure_day,
      outcome: row.outcome,
      outcomeNote: row.outcome_note,
      closedDay: row.closed_day,
      // While nothing was done, all there were are "before".
      ...effectOf(
        held.filter((gathering) => concerns(row, gathering)).map(turnoutOf),
        row.measure_day ?? addDays(today, 1),
      ),
    }))
    .sort((a, b) => Number(a.measure !== null) - Number(b.measure !== null))
}

/** A series is compared with itself, a group with itself: other gatherings draw other people. */
function concerns(barrier: Row<'barrier'>, gathering: GatheringSummary): boolean {
  if (barrier.series_id !== null) return gathering.seriesId === barrier.series_id
  return barrier.neighbourhood_id === null || gathering.groupId === barrier.neighbourhood_id
}

function turnoutOf(gathering: GatheringSummary): Turnout {
  return { id: gathering.id, day: gathering.day, title: gathering.title, came: cameTo(gathering) }
}
