// Binnenbuurten with what is derived about them: people, places, gatherings of this year.
import { type SqlBool, sql } from 'kysely'
import { addDays, type Day, startOfYear } from '../../../shared/domain/calendar-date.ts'
import { countedFrom, gatheringsAYear, promisedIn } from '../../../shared/domain/gathering-state.ts'
import { adviseSize } from '../../../shared/domain/membership.ts'
import type { NeighbourhoodStatus } from '../../../shared/domain/neighbourhood-status.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { gatheringSummaries, heldPerGroup, noneHeld } from '../gatherings/gathering-queries.ts'
import { statusOn } from '../members/person-queries.ts'
import { type NamedSeats, seatsByNeighbourhood } from '../roles/role-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { makeSearchQuery, matchWords } from '../search/search-query.ts'

export interface NeighbourhoodSummary {
  readonly id: string
  readonly name: string
  readonly status: NeighbourhoodStatus | null
  readonly statusDay: Day | null
  readonly activeUntil: Day | null
  readonly people: number
  readonly members: number
  readonly targetSize: number
  readonly sizeAdvice: 'splitsen' | 'samenvoegen' | null
  readonly seats: NamedSeats
  readonly gatherings: {
    readonly held: number
    readonly planned: number
    /** In this year; less than in others when it began during it. */
    readonly goal: number
    readonly perYear: number
    /** The day in this year from which they are asked for. */
    readonly from: Day
  }
}

/** Every binnenbuurt that is not in the Prullenbak, by name; closed ones too. */
export async function listNeighbourhoods(db: Reader, today: Day): Promise<readonly NeighbourhoodSummary[]> {
  const rows = await db
    .selectFrom('neighbourhood')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy(sql`name COLLATE NOCASE`)
    .orderBy('id')
    .execute()
  return summarise(db, rows, today)
}

/**
 * Those that existed on some day of a period, by name and as they were on its last day; the status is that of now. A group is written
 * down when the book begins and may be older than that: its people and its gatherings show it.
 */
export async function neighbourhoodsBetween(
  db: Reader,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<readonly NeighbourhoodSummary[]> {
  const rows = await db
    .selectFrom('neighbourhood as n')
    .selectAll()
    .where('n.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('n.active_until', 'is', null), eb('n.active_until', '>', from)]))
    .where((eb) =>
      eb.or([
        eb('n.active_from', 'is', null),
        eb('n.active_from', '<=', until),
        eb.exists(
          eb
            .selectFrom('neighbourhood_membership as nm')
            .select('nm.id')
            .whereRef('nm.neighbourhood_id', '=', 'n.id')
            .where('nm.deleted_at', 'is', null)
            .where('nm.from_day', '<=', until),
        ),
        eb.exists(
          eb
            .selectFrom('gathering as g')
            .select('g.id')
            .whereRef('g.neighbourhood_id', '=', 'n.id')
            .where('g.deleted_at', 'is', null)
            .where('g.state', '=', 'gehouden')
            .where('g.day', '<=', until),
        ),
      ]),
    )
    .orderBy(sql`n.name COLLATE NOCASE`)
    .orderBy('n.id')
    .execute()
  return summarise(db, rows, until)
}

export async function findNeighbourhood(db: Reader, id: string): Promise<Row<'neighbourhood'>> {
  const row = await db.selectFrom('neighbourhood').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'neighbourhood' })
  return row
}

export async function summarise(
  db: Reader,
  rows: readonly Row<'neighbourhood'>[],
  today: Day,
): Promise<readonly NeighbourhoodSummary[]> {
  const book = await bookSettingsOf(db)
  const people = await countPeopleByNeighbourhood(db, today)
  const held = await heldPerGroup(db, startOfYear(today), addDays(today, 1))
  const planned = await countPlanned(db, today)
  const seats = await seatsByNeighbourhood(
    db,
    today,
    rows.map((row) => row.id),
  )
  const { open } = await db
    .selectFrom('neighbourhood')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('deleted_at', 'is', null)
    .where('active_until', 'is', null)
    .executeTakeFirstOrThrow()
  const advise = (row: Row<'neighbourhood'>, count: number) => {
    // One that is being set up is small by nature, and a single one has no other to be joined with.
    const advice = row.status === 'in_oprichting' ? null : adviseSize(count, row.target_size)
    return advice === 'samenvoegen' && open < 2 ? null : advice
  }
  return rows.map((row) => {
    const count = people.get(row.id) ?? { people: 0, members: 0 }
    const { held: gatherings, firstHeld } = held.get(row.id) ?? noneHeld
    const promise = {
      firstHeld,
      perYear: gatheringsAYear(row.cadence_per_year, book.minGatheringsPerYear),
      beganOn: row.active_from,
    }
    return {
      id: row.id,
      name: row.name,
      status: row.status,
      statusDay: row.status_day,
      activeUntil: row.active_until,
      ...count,
      targetSize: row.target_size,
      sizeAdvice: advise(row, count.people),
      seats: seats.get(row.id) ?? { state: 'geen', seats: [] },
      gatherings: {
        held: gatherings,
        planned: planned.get(row.id) ?? 0,
        goal: promisedIn(promise, today),
        perYear: promise.perYear,
        from: countedFrom(promise, today),
      },
    }
  })
}

/** Per person the binnenbuurten they belong to on a day. */
export async function groupsOfPeople(db: Reader, day: Day): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('neighbourhood_membership')
    .select(['person_id', 'neighbourhood_id'])
    .where('deleted_at', 'is', null)
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', day)]))
    .execute()
  const groups = new Map<string, Set<string>>()
  for (const { person_id, neighbourhood_id } of rows)
    groups.set(person_id, (groups.get(person_id) ?? new Set()).add(neighbourhood_id))
  return groups
}

/** Open binnenbuurten by name. */
export async function listNames(db: Reader, today: Day) {
  return namesOn(db, today).execute()
}

/** Binnenbuurten that exist on that day and have every word of the text at the beginning of a word of their name. */
export async function searchNeighbourhoods(db: Reader, text: string, limit: number, today: Day) {
  const { words } = makeSearchQuery(text)
  if (words.length === 0) return []
  return namesOn(db, today)
    .where(
      sql<SqlBool>`row_no IN (SELECT rowid FROM neighbourhood_search WHERE neighbourhood_search MATCH ${matchWords(words)})`,
    )
    .limit(limit)
    .execute()
}

function namesOn(db: Reader, today: Day) {
  return db
    .selectFrom('neighbourhood')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('active_until', 'is', null), eb('active_until', '>', today)]))
    .orderBy(sql`name COLLATE NOCASE`)
}

async function countPeopleByNeighbourhood(db: Reader, today: Day) {
  const taking = db
    .selectFrom('neighbourhood_membership as nm')
    .innerJoin('person as p', 'p.id', 'nm.person_id')
    .select(['nm.neighbourhood_id', 'p.id', statusOn(today).as('status')])
    .where('nm.deleted_at', 'is', null)
    .where('p.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('nm.until_day', 'is', null), eb('nm.until_day', '>', today)]))
  const rows = await db
    .with(
      (cte) => cte('taking').materialized(),
      () => taking,
    )
    .selectFrom('taking')
    .select('neighbourhood_id')
    .select(sql<number>`count(DISTINCT id)`.as('people'))
    .select(sql<number>`count(DISTINCT CASE WHEN status = 'lid' THEN id END)`.as('members'))
    .where('status', 'in', ['lid', 'belangstellende', 'contact'])
    .groupBy('neighbourhood_id')
    .execute()
  return new Map(rows.map((row) => [row.neighbourhood_id, { people: row.people, members: row.members }]))
}

async function countPlanned(db: Reader, today: Day): Promise<ReadonlyMap<string | null, number>> {
  const nextYear = `${Number(today.slice(0, 4)) + 1}-01-01`
  const planned = await gatheringSummaries(db, { stored: 'gepland', from: today, until: nextYear }, today)
  const counts = new Map<string | null, number>()
  for (const { groupId } of planned) counts.set(groupId, (counts.get(groupId) ?? 0) + 1)
  return counts
}
