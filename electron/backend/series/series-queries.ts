import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'

export type SeriesRow = Row<'series'>

export async function findSeries(db: Reader, id: string): Promise<SeriesRow | undefined> {
  return db.selectFrom('series').selectAll().where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst()
}

/** All series with the name of their group, those that go on first, by title. */
export async function allSeries(db: Reader) {
  const rows = await db
    .selectFrom('series')
    .leftJoin('neighbourhood', 'neighbourhood.id', 'series.neighbourhood_id')
    .selectAll('series')
    .select('neighbourhood.name as group_name')
    .where('series.deleted_at', 'is', null)
    .execute()
  return rows.sort((a, b) => a.title.localeCompare(b.title, 'nl') || (a.id < b.id ? -1 : 1))
}

/** The last day for which the series has planned, also where that meeting was thrown away: it does not come back by itself. */
export async function lastPlannedDay(db: Reader, seriesId: string): Promise<Day | null> {
  const { last } = await db
    .selectFrom('gathering')
    .select((eb) => eb.fn.max('series_day').as('last'))
    .where('series_id', '=', seriesId)
    .executeTakeFirstOrThrow()
  return last
}

/** Meetings still to come. */
export async function comingMeetings(db: Reader, seriesId: string, today: Day) {
  return db
    .selectFrom('gathering')
    .selectAll()
    .where('series_id', '=', seriesId)
    .where('deleted_at', 'is', null)
    .where('state', '=', 'gepland')
    .where('day', '>=', today)
    .orderBy('day')
    .execute()
}

/** Which of these days a meeting of the series stands on already. */
export async function daysOfMeetings(db: Reader, seriesId: string, days: readonly Day[]): Promise<ReadonlySet<Day>> {
  if (days.length === 0) return new Set()
  const rows = await db
    .selectFrom('gathering')
    .select('day')
    .where('series_id', '=', seriesId)
    .where('day', 'in', [...days])
    .where('deleted_at', 'is', null)
    .execute()
  return new Set(rows.map(({ day }) => day))
}

/** Of these gatherings those about which somebody said something already. */
export async function answeredGatherings(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('attendance')
    .select('gathering_id')
    .distinct()
    .where('gathering_id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('said_coming', '=', 1), eb('status', '<>', 'onbekend')]))
    .execute()
  return new Set(rows.map((row) => row.gathering_id))
}

/** A group that is no more plans no meetings; what stands in its list already is for people to decide. */
export async function endSeriesOfGroup(tx: Transaction, groupId: string, day: Day): Promise<void> {
  await tx
    .updateTable('series')
    .set({ until_day: day })
    .where('neighbourhood_id', '=', groupId)
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', day)]))
    .execute()
}
