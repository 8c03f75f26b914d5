// Gatherings as they are listed and opened.
import type { AttendanceCounts } from '../../../shared/domain/attendance.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { CountedWay } from '../../../shared/domain/gathering-forms.ts'
import { gatheringState } from '../../../shared/domain/gathering-state.ts'
import type { Reader } from '../database/transaction.ts'
import { inIds, nameOf } from '../members/person-queries.ts'
import { peopleRestricted } from '../rights/left-out.ts'

export type Counts = AttendanceCounts & { readonly coming: number }

/** Which gatherings: a group's, those for everybody ('association'), or all (null). */
export type GroupChoice = string | null

/** One row of the lists, with the names that belong to it. */
export interface GatheringSummary {
  readonly id: string
  readonly day: Day
  readonly startTime: string | null
  readonly title: string
  readonly place: string | null
  readonly hostId: string | null
  readonly hostName: string | null
  readonly isHostRestricted: boolean
  readonly groupId: string | null
  readonly groupName: string | null
  readonly state: ReturnType<typeof gatheringState>
  readonly counted: CountedWay
  readonly seriesId: string | null
  readonly guests: number
  readonly counts: Counts
}

export interface SummaryFilter {
  readonly id?: string
  readonly ids?: readonly string[]
  readonly group?: GroupChoice
  readonly series?: string
  readonly stored?: 'gepland' | 'gehouden' | 'afgelast'
  readonly from?: Day
  readonly until?: Day
  readonly newestFirst?: boolean
  readonly limit?: number
}

export async function gatheringSummaries(db: Reader, filter: SummaryFilter, today: Day): Promise<GatheringSummary[]> {
  const order = filter.newestFirst ? 'desc' : 'asc'
  let query = db
    .selectFrom('gathering')
    .leftJoin('neighbourhood', 'neighbourhood.id', 'gathering.neighbourhood_id')
    .leftJoin('person as host', 'host.id', 'gathering.host_person_id')
    .select([
      'gathering.id',
      'gathering.day',
      'gathering.start_time',
      'gathering.title',
      'gathering.place',
      'gathering.neighbourhood_id',
      'gathering.state',
      'gathering.guests',
      'gathering.counted',
      'gathering.series_id',
      'neighbourhood.name as group_name',
      'host.id as host_id',
      'host.first_name',
      'host.infix',
      'host.last_name',
      'host.called',
    ])
    .where('gathering.deleted_at', 'is', null)
    .orderBy('gathering.day', order)
    .orderBy('gathering.start_time', order)
    .orderBy('gathering.id', order)
  if (filter.id !== undefined) query = query.where('gathering.id', '=', filter.id)
  if (filter.ids !== undefined) query = query.where('gathering.id', 'in', inIds(filter.ids))
  if (filter.group === 'association') query = query.where('gathering.neighbourhood_id', 'is', null)
  else if (filter.group) query = query.where('gathering.neighbourhood_id', '=', filter.group)
  if (filter.series !== undefined) query = query.where('gathering.series_id', '=', filter.series)
  if (filter.stored) query = query.where('gathering.state', '=', filter.stored)
  if (filter.from) query = query.where('gathering.day', '>=', filter.from)
  if (filter.until) query = query.where('gathering.day', '<', filter.until)
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  const rows = await query.execute()
  const counts = await attendanceCounts(
    db,
    rows.map((row) => row.id),
  )
  const restricted = await peopleRestricted(db)
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    startTime: row.start_time,
    title: row.title,
    place: row.place,
    hostId: row.host_id,
    hostName: row.first_name === null ? null : nameOf(withText(row)),
    isHostRestricted: row.host_id !== null && restricted.has(row.host_id),
    groupId: row.neighbourhood_id,
    groupName: row.group_name,
    state: gatheringState(row.state, row.day, today),
    counted: row.counted ?? 'namen',
    seriesId: row.series_id,
    guests: row.guests,
    counts: counts.get(row.id) ?? nobody,
  }))
}

const nobody: Counts = { invited: 0, present: 0, excused: 0, missed: 0, unknown: 0, coming: 0 }

/** How many were invited to each gathering, by what is known of them: one question for all of them. */
async function attendanceCounts(db: Reader, gatheringIds: readonly string[]): Promise<Map<string, Counts>> {
  if (gatheringIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('attendance')
    .select((eb) => [
      'gathering_id',
      eb.fn.countAll<number>().as('invited'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'aanwezig').as('present'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'afgemeld').as('excused'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'niet_gekomen').as('missed'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'onbekend').as('unknown'),
      eb.fn
        .countAll<number>()
        .filterWhere(eb.and([eb('said_coming', '=', 1), eb('status', '=', 'onbekend')]))
        .as('coming'),
    ])
    .where('gathering_id', 'in', inIds(gatheringIds))
    .where('deleted_at', 'is', null)
    .groupBy('gathering_id')
    .execute()
  return new Map(rows.map(({ gathering_id, ...counts }) => [gathering_id, counts]))
}

/** The calendar years that have a gathering, newest first. */
export async function yearsWithGatherings(db: Reader): Promise<number[]> {
  const rows = await db
    .selectFrom('gathering')
    .select((eb) => eb.fn<string>('substr', ['day', eb.val(1), eb.val(4)]).as('year'))
    .distinct()
    .where('deleted_at', 'is', null)
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => Number(row.year))
}

/** Groups that exist on a day, by name. */
export async function groupsOn(db: Reader, day: Day): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('neighbourhood')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('active_until', 'is', null), eb('active_until', '>', day)]))
    .execute()
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

export interface HeldGatherings {
  readonly held: number
  readonly firstHeld: Day | null
}

export const noneHeld: HeldGatherings = { held: 0, firstHeld: null }

/** Per group (null = for everybody) how many gatherings from `from` before `until` were written down, and when the first was. */
export async function heldPerGroup(db: Reader, from: Day, until: Day): Promise<Map<string | null, HeldGatherings>> {
  const rows = await db
    .selectFrom('gathering')
    .select((eb) => ['neighbourhood_id', eb.fn.countAll<number>().as('held'), eb.fn.min<Day>('day').as('firstHeld')])
    .where('state', '=', 'gehouden')
    .where('deleted_at', 'is', null)
    .where('day', '>=', from)
    .where('day', '<', until)
    .groupBy('neighbourhood_id')
    .execute()
  return new Map(rows.map(({ neighbourhood_id, ...row }) => [neighbourhood_id, row]))
}

/** Of a joined person either all of these are there or none. */
function withText(row: {
  first_name: string | null
  infix: string | null
  last_name: string | null
  called: string | null
}) {
  return {
    first_name: row.first_name ?? '',
    infix: row.infix ?? '',
    last_name: row.last_name ?? '',
    called: row.called ?? '',
  }
}
