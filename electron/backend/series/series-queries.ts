import type { Day } from '../../../shared/domain/calendar-date.ts'
import { changeRow } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'

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

/**
 * Days from `today` on that had their meeting: also where somebody threw it away, moved it or called it off, it is not planned again.
 * What the series itself took away has no day of the rhythm any more.
 */
export async function daysKnown(db: Reader, seriesId: string, today: Day): Promise<Set<Day>> {
  const rows = await db
    .selectFrom('gathering')
    .select(['day', 'series_day', 'deleted_at'])
    .where('series_id', '=', seriesId)
    .where((eb) => eb.or([eb('day', '>=', today), eb('series_day', '>=', today)]))
    .execute()
  const days = rows.flatMap(({ day, series_day, deleted_at }) => [series_day, deleted_at === null ? day : null])
  return new Set(days.filter((day) => day !== null).filter((day) => day >= today))
}

/** The series takes its own meetings away; their days are free for it again. */
export async function takeMeetings(tx: Transaction, ids: readonly string[], at: string): Promise<void> {
  for (const id of ids) await changeRow(tx, 'gathering', id, { deleted_at: at, series_day: null })
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

/** A series has one meeting a day. @throws RuleBroken seriesDayTaken */
export async function refuseDayOfSeries(db: Reader, seriesId: string, day: Day): Promise<void> {
  const taken = await db
    .selectFrom('gathering')
    .select('id')
    .where('series_id', '=', seriesId)
    .where('day', '=', day)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (taken) throw new RuleBroken('seriesDayTaken', { field: 'day', day })
}

/** Of these gatherings those about which somebody said something already, or for which something was arranged. */
export async function arrangedGatherings(db: Reader, ids: readonly string[]): Promise<Set<string | null>> {
  if (ids.length === 0) return new Set()
  const answered = await db
    .selectFrom('attendance')
    .select('gathering_id')
    .distinct()
    .where('gathering_id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('said_coming', '=', 1), eb('status', '<>', 'onbekend')]))
    .execute()
  const found = new Set<string | null>(answered.map((row) => row.gathering_id))
  for (const table of ['lift', 'speaker', 'asked_theme', 'initiative_gathering'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('gathering_id')
      .where('gathering_id', 'in', [...ids])
      .where('deleted_at', 'is', null)
      .execute()
    for (const row of rows) found.add(row.gathering_id)
  }
  return found
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
