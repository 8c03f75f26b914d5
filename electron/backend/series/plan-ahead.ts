// A series keeps its next meetings planned. Their ids follow from series and day: two computers that plan the same one have planned
// one meeting, not two.
import { hash } from 'node:crypto'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { meetingDays, type Rhythm } from '../../../shared/domain/series-rhythm.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { peopleToInvite } from '../gatherings/invitation-queries.ts'
import { newInvitation } from '../gatherings/new-invitation.ts'
import { comingMeetings, daysKnown, findSeries, type SeriesRow } from './series-queries.ts'

/** So many meetings stand in the list ahead. */
export const meetingsAhead = 6

/** After one meeting of a series was written down: plans the next ones. */
export async function planAheadAfter(
  tx: Transaction,
  context: BookContext,
  gathering: { readonly series_id: string | null },
): Promise<void> {
  if (gathering.series_id === null) return
  const series = await findSeries(tx, gathering.series_id)
  if (series) await planAhead(tx, context, series)
}

/** Plans until there are six ahead; answers how many were added. */
export async function planAhead(tx: Transaction, context: BookContext, series: SeriesRow): Promise<number> {
  const today = context.today()
  const planned = await comingMeetings(tx, series.id, today)
  const known = await daysKnown(tx, series.id, today)
  const days = nextDays(series, today, meetingsAhead - planned.length, known)
  await planDays(tx, series, days)
  return days.length
}

/** So many days of the rhythm from today on, without those that are known. */
export function nextDays(series: SeriesRow, today: Day, count: number, known: ReadonlySet<Day>): Day[] {
  if (count <= 0) return []
  return meetingDays(rhythmOf(series), addDays(today, -1), count + known.size, series.until_day)
    .filter((day) => !known.has(day))
    .slice(0, count)
}

/** Plans a meeting on each of these days of the rhythm; one that was taken away comes back. */
export async function planDays(tx: Transaction, series: SeriesRow, days: readonly Day[]): Promise<void> {
  for (const day of days) {
    const id = meetingId(series.id, day)
    const known = await tx.selectFrom('gathering').select('deleted_at').where('id', '=', id).executeTakeFirst()
    if (known) await bringBack(tx, series, id, day)
    else await insertMeeting(tx, series, { id, day, seriesDay: day })
  }
}

export async function insertMeeting(
  tx: Transaction,
  series: SeriesRow,
  meeting: { readonly id: string; readonly day: Day; readonly seriesDay: Day | null },
): Promise<void> {
  const { id, day, seriesDay } = meeting
  await insertRows(tx, 'gathering', [
    { id, series_id: series.id, series_day: seriesDay, day, ...inherited(series), guests: 0, state: 'gepland' },
  ])
  if (series.counted === 'aantal') return
  const people = await peopleToInvite(tx, series.neighbourhood_id, day)
  await insertRows(
    tx,
    'attendance',
    people.map((person) => newInvitation(idFrom(id, person.personId), id, person)),
  )
}

/** What a meeting takes over from its series. */
export function inherited(series: SeriesRow) {
  return {
    neighbourhood_id: series.neighbourhood_id,
    title: series.title,
    place: series.place,
    start_time: series.start_time,
    counted: series.counted,
    work_form: series.work_form,
    goals: series.goals,
    connections: series.connections,
  }
}

export const rhythmOf = (series: SeriesRow): Rhythm => ({
  kind: series.rhythm,
  every: series.every,
  nth: series.nth,
  firstDay: series.first_day,
})

async function bringBack(tx: Transaction, series: SeriesRow, id: string, day: Day): Promise<void> {
  await tx
    .updateTable('gathering')
    .set({ ...inherited(series), day, series_day: day, deleted_at: null })
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .execute()
}

const meetingId = (seriesId: string, day: Day) => idFrom(seriesId, day)
const idFrom = (...parts: readonly string[]) => hash('sha256', JSON.stringify(parts)).slice(0, 32)
