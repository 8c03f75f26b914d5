// Barriers with how many came before and after what was done about them.
import { cameTo } from '../../../shared/domain/attendance.ts'
import { effectOf, gatheringsAround, type Turnout } from '../../../shared/domain/barriers.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { type GatheringSummary, gatheringSummaries } from '../gatherings/gathering-queries.ts'

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
  const held = await heldGatherings(db)
  // While nothing was done, all there were are "before".
  const dayOf = ({ measure_day }: Row<'barrier'>) => measure_day ?? addDays(today, 1)
  const compared = rows.flatMap((row) => {
    const { before, after } = gatheringsAround(
      held.filter((gathering) => concerns(row, gathering)),
      dayOf(row),
    )
    return [...before, ...after].map(({ id }) => id)
  })
  const summaries = await gatheringSummaries(db, { ids: [...new Set(compared)] }, today)
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
      ...effectOf(summaries.filter((gathering) => concerns(row, gathering)).map(turnoutOf), dayOf(row)),
    }))
    .sort((a, b) => Number(a.measure !== null) - Number(b.measure !== null))
}

/** A series is compared with itself, a group with itself: other gatherings draw other people. */
function concerns(barrier: Row<'barrier'>, gathering: Pick<GatheringSummary, 'seriesId' | 'groupId'>): boolean {
  if (barrier.series_id !== null) return gathering.seriesId === barrier.series_id
  return barrier.neighbourhood_id === null || gathering.groupId === barrier.neighbourhood_id
}

/** Oldest first, without who came: that is asked of the few that are compared. */
function heldGatherings(db: Reader) {
  return db
    .selectFrom('gathering')
    .select(['id', 'day', 'series_id as seriesId', 'neighbourhood_id as groupId'])
    .where('state', '=', 'gehouden')
    .where('deleted_at', 'is', null)
    .orderBy('day')
    .orderBy('start_time')
    .orderBy('id')
    .execute()
}

function turnoutOf(gathering: GatheringSummary): Turnout {
  return { id: gathering.id, day: gathering.day, title: gathering.title, came: cameTo(gathering) }
}
