// What the overview looks up itself; the rest it asks of the areas.
import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { NeighbourhoodStatus } from '../../../shared/domain/neighbourhood-status.ts'
import type { Reader } from '../database/transaction.ts'

export interface Begun {
  readonly people: boolean
  readonly neighbourhoods: boolean
  readonly roles: boolean
  readonly gatherings: boolean
}

/** Which parts of the book have something in them, without counting it all. */
export async function whatHasBegun(db: Reader): Promise<Begun> {
  const row = await db
    .selectFrom('book')
    .select((eb) => [
      eb.exists(eb.selectFrom('person').select('person.id').where('person.deleted_at', 'is', null)).as('people'),
      eb
        .exists(eb.selectFrom('neighbourhood').select('neighbourhood.id').where('neighbourhood.deleted_at', 'is', null))
        .as('neighbourhoods'),
      eb
        .exists(eb.selectFrom('role_term').select('role_term.id').where('role_term.deleted_at', 'is', null))
        .as('roles'),
      eb
        .exists(eb.selectFrom('gathering').select('gathering.id').where('gathering.deleted_at', 'is', null))
        .as('gatherings'),
    ])
    .executeTakeFirstOrThrow()
  return {
    people: Boolean(row.people),
    neighbourhoods: Boolean(row.neighbourhoods),
    roles: Boolean(row.roles),
    gatherings: Boolean(row.gatherings),
  }
}

export interface Group {
  readonly id: string
  readonly name: string
  /** Gatherings a year where it differs from the book's. */
  readonly cadence: number | null
  readonly status: NeighbourhoodStatus | null
  readonly activeFrom: Day | null
}

/** Groups that exist on this day, by name. */
export async function groupsToWatch(db: Reader, today: Day): Promise<Group[]> {
  const rows = await db
    .selectFrom('neighbourhood')
    .select(['id', 'name', 'cadence_per_year', 'status', 'active_from'])
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('active_until', 'is', null), eb('active_until', '>', today)]))
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      cadence: row.cadence_per_year,
      status: row.status,
      activeFrom: row.active_from,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

export interface OpenDues {
  /** Households with something open. */
  readonly households: number
  readonly openCents: number
  /** First day of the oldest period that is not paid; null when none is. */
  readonly oldest: Day | null
  /** A debt of before this book is open. */
  readonly hasOpening: boolean
}

/** Everything that is open, in one pass over the ledger. */
export async function openDuesInAll(db: Reader): Promise<OpenDues> {
  const { rows } = await sql<{ households: number; cents: number; oldest: Day | null; openings: number }>`
    WITH line AS (
      SELECT coalesce(reverses_id, id) AS due, person_id, kind, period_start, amount_cents AS cents FROM due
      UNION ALL SELECT due_id, NULL, NULL, NULL, -amount_cents FROM allocation
      UNION ALL SELECT due_id, NULL, NULL, NULL, -amount_cents FROM waiver),
    open AS (
      SELECT max(person_id) AS person_id, max(kind) AS kind, max(period_start) AS period_start, sum(cents) AS cents
      FROM line GROUP BY due HAVING sum(cents) > 0)
    SELECT count(DISTINCT person.household_id) AS households, coalesce(sum(open.cents), 0) AS cents,
      min(CASE WHEN open.kind = 'dues' THEN open.period_start END) AS oldest,
      coalesce(sum(open.kind = 'opening'), 0) AS openings
    FROM open LEFT JOIN person ON person.id = open.person_id`.execute(db)
  const [sums] = rows
  return {
    households: sums?.households ?? 0,
    openCents: sums?.cents ?? 0,
    oldest: sums?.oldest ?? null,
    hasOpening: (sums?.openings ?? 0) > 0,
  }
}
