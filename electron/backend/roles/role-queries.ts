// Role terms and the seats they fill. Seats are worked out on the day asked, never stored.
import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import {
  deriveSeats,
  type Role,
  type RolePattern,
  type Seat,
  type Seats,
  type SeatTerm,
} from '../../../shared/domain/role-seats.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { Reader } from '../database/transaction.ts'
import { nameOf } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface NamedTerm extends SeatTerm {
  readonly name: string
  readonly neighbourhoodId: string | null
  readonly organisationId: string | null
  readonly organisationName: string | null
  readonly paid: boolean | null
  readonly languages: string | null
  readonly deceasedOn: Day | null
}

/** A place of a binnenbuurt with names, and who held it last while it is empty. */
export interface NamedSeat extends Omit<Seat, 'holders' | 'next'> {
  readonly holders: readonly NamedTerm[]
  readonly next: NamedTerm | null
  /** `died`: they did not stop; the place came empty because they died. */
  readonly last: { readonly name: string; readonly until: Day; readonly died: boolean } | null
}

export interface NamedSeats {
  readonly state: Seats['state']
  readonly seats: readonly NamedSeat[]
}

export async function rolePatternOf(db: Reader): Promise<RolePattern> {
  return (await bookSettingsOf(db)).rolePattern
}

/**
 * The places of every binnenbuurt that exists on `today`, or of the one named: from all terms in it, deceased and departed
 * people left out. Keyed by binnenbuurt; one without any term has its empty places too.
 */
export async function seatsByNeighbourhood(
  db: Reader,
  today: Day,
  neighbourhoodIds: readonly string[],
): Promise<ReadonlyMap<string, NamedSeats>> {
  const pattern = await rolePatternOf(db)
  const terms = await findTerms(db, { inNeighbourhoods: true })
  const byGroup = Map.groupBy(terms, (term) => term.neighbourhoodId)
  return new Map(neighbourhoodIds.map((id) => [id, nameSeats(pattern, byGroup.get(id) ?? [], today)]))
}

/** The places one binnenbuurt would have with these terms. */
function nameSeats(pattern: RolePattern, terms: readonly NamedTerm[], today: Day): NamedSeats {
  const byId = new Map(terms.map((term) => [term.id, term]))
  const named = (term: SeatTerm) => byId.get(term.id) ?? []
  const { state, seats } = deriveSeats(pattern, terms, today)
  return {
    state,
    seats: seats.map((seat) => ({
      ...seat,
      holders: seat.holders.flatMap(named),
      next: seat.next === null ? null : ([named(seat.next)].flat()[0] ?? null),
      last: seat.holders.length > 0 ? null : findLast(seat, terms, today),
    })),
  }
}

interface WhichTerms {
  readonly personId?: string
  /** Null: roles of the whole association. */
  readonly neighbourhoodId?: string | null
  readonly inNeighbourhoods?: true
  readonly organisationId?: string
}

/** Role terms that are not in the Prullenbak, of people who are not; the longest in the role first. */
export async function findTerms(db: Reader, which: WhichTerms): Promise<readonly NamedTerm[]> {
  const rows = await db
    .selectFrom('role_term as t')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .leftJoin('organisation as o', 'o.id', 't.organisation_id')
    .select([
      't.id',
      't.person_id',
      't.role',
      't.side',
      't.neighbourhood_id',
      't.from_day',
      't.until_day',
      't.planned_end',
      't.organisation_id',
      't.paid',
      't.languages',
      'o.name as organisation_name',
    ])
    .select(['p.first_name', 'p.infix', 'p.last_name', 'p.called', 'p.deceased_on'])
    .where('t.deleted_at', 'is', null)
    .where('p.deleted_at', 'is', null)
    .$if(which.personId !== undefined, (q) => q.where('t.person_id', '=', which.personId ?? ''))
    .$if(which.neighbourhoodId === null, (q) =>
      q.where('t.neighbourhood_id', 'is', null).where('t.organisation_id', 'is', null),
    )
    .$if(which.organisationId !== undefined, (q) => q.where('t.organisation_id', '=', which.organisationId ?? ''))
    .$if(typeof which.neighbourhoodId === 'string', (q) =>
      q.where('t.neighbourhood_id', '=', which.neighbourhoodId ?? ''),
    )
    .$if(which.inNeighbourhoods === true, (q) => q.where('t.neighbourhood_id', 'is not', null))
    .select(leftOn().as('left_on'))
    .orderBy('t.from_day')
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: nameOf(row),
    role: row.role,
    side: row.side,
    neighbourhoodId: row.neighbourhood_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    paid: row.paid === null ? null : row.paid === 1,
    languages: row.languages,
    from: row.from_day,
    until: row.until_day,
    plannedEnd: row.planned_end,
    deceasedOn: row.deceased_on,
    goneOn: earliest(row.deceased_on, row.left_on),
  }))
}

/** Every live role term of live people, whatever it is a role of. */
export const findAllTerms = (db: Reader): Promise<readonly NamedTerm[]> => findTerms(db, {})

/** One role term. @throws RuleBroken notFound */
export async function findTerm(db: Reader, id: string): Promise<NamedTerm> {
  const row = await db
    .selectFrom('role_term')
    .select(['person_id'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  const term = row && (await findTerms(db, { personId: row.person_id })).find((each) => each.id === id)
  if (!term) throw new RuleBroken('notFound', { table: 'role_term' })
  return term
}

/** The day the last membership ended when none runs on; null while one does, or when there never was one. */
function leftOn() {
  return sql<Day | null>`(SELECT CASE WHEN sum(m.until_day IS NULL) > 0 THEN NULL ELSE max(m.until_day) END
    FROM membership AS m WHERE m.person_id = t.person_id AND m.deleted_at IS NULL)`
}

function findLast(seat: Pick<Seat, 'role' | 'side'>, terms: readonly NamedTerm[], today: Day): NamedSeat['last'] {
  const ended = terms
    .filter((term) => term.role === seat.role && (seat.side === null || term.side === seat.side))
    .flatMap((term) => {
      const until = earliest(term.until, term.goneOn)
      return until === null || until > today ? [] : [{ name: term.name, until, died: until === term.deceasedOn }]
    })
  return ended.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

/** What the place is called in a preview: role with its binnenbuurt or organisation. */
export interface EmptiedRole {
  readonly role: Role
  readonly neighbourhoodName: string | null
  readonly seatsAfter: Seats['state'] | null
}

/** The roles a person holds on or after `day`, and how each binnenbuurt stands without them. */
export async function rolesEmptiedBy(db: Reader, personId: string, day: Day): Promise<readonly EmptiedRole[]> {
  const pattern = await rolePatternOf(db)
  const mine = (await findTerms(db, { personId })).filter(
    (term) => (term.until === null || term.until > day) && isHere(term, day),
  )
  const emptied: EmptiedRole[] = []
  for (const term of mine) {
    if (term.neighbourhoodId === null) {
      emptied.push({ role: term.role, neighbourhoodName: term.organisationName, seatsAfter: null })
      continue
    }
    const others = (await findTerms(db, { neighbourhoodId: term.neighbourhoodId })).filter(
      (each) => each.personId !== personId,
    )
    const group = await db
      .selectFrom('neighbourhood')
      .select('name')
      .where('id', '=', term.neighbourhoodId)
      .executeTakeFirst()
    const { state } = deriveSeats(pattern, others, day)
    emptied.push({ role: term.role, neighbourhoodName: group?.name ?? null, seatsAfter: state })
  }
  return emptied
}

const isHere = (term: NamedTerm, day: Day) => term.goneOn === null || term.goneOn > day
