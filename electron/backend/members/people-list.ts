// The list Mensen: one page of people under a filter, and how many each choice of the filter holds.
import { CompiledQuery, type Expression, type ExpressionBuilder, type InferResult, type SqlBool, sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { PersonStatus } from '../../../shared/domain/membership.ts'
import type { Database } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { leftOutOf } from '../rights/left-out.ts'
import { makeSearchQuery } from '../search/search-query.ts'
import { inIds, nameOf, statusOn, streetOf } from './person-queries.ts'

/** now: everybody who is in the book today. joined: of those who chose to belong, so without who is in it because of need. */
export type PeopleKind = 'now' | 'joined' | 'lid' | 'belangstellende' | 'contact' | 'oud_lid' | 'overleden'
export type PeopleSort = 'name' | 'address' | 'neighbourhood'

export interface PeopleFilter {
  /** A binnenbuurt's id, 'none', or null for all. */
  readonly neighbourhood: string | null
  readonly kind: PeopleKind
  readonly text: string
}

export interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
  readonly phone: string | null
  readonly email: string | null
  readonly status: PersonStatus
  /** There is, or was, an agreement on dues. */
  readonly pays: boolean
}

export interface PeoplePage {
  readonly sort: PeopleSort
  /** up when left out. */
  readonly direction?: 'up' | 'down'
  readonly offset: number
  readonly limit: number
}

/** One page of people; `more` when others follow it. */
export async function listPeople(
  db: Reader,
  filter: PeopleFilter,
  page: PeoplePage,
  today: Day,
): Promise<{ readonly rows: readonly ListedPerson[]; readonly more: boolean }> {
  const { parameters, sql: text } = listStatement(db, filter, page)
  const values = { today, neighbourhood: filter.neighbourhood, limit: page.limit + 1, offset: page.offset }
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(
      text,
      parameters.map((value) => (value instanceof Slot ? values[value.name] : value)),
    ) as CompiledQuery<ListedRow>, // its text is that of listQuery
  )
  const shown = rows.slice(0, page.limit)
  const groups = await neighbourhoodsByPerson(
    db,
    shown.map((row) => row.id),
    today,
  )
  return {
    more: rows.length > page.limit,
    rows: shown.map((row) => ({
      id: row.id,
      name: nameOf(row),
      address: streetOf(row),
      neighbourhoods: groups.get(row.id) ?? [],
      phone: row.mobile ?? row.phone,
      email: row.email,
      status: row.status,
      pays: row.pays === 1,
    })),
  }
}

/** Stands in a kept statement for a value that is filled in each time. */
class Slot {
  readonly name: 'today' | 'neighbourhood' | 'limit' | 'offset'
  constructor(name: Slot['name']) {
    this.name = name
  }
}

/** A slot where a value is asked for: Kysely hands parameters on as they are, and looks at none of them. */
const slot = <Value>(name: Slot['name']): Value => new Slot(name) as Value

// Putting this statement together takes as long as running it on a book of a thousand people; there are a hundred kinds of it at
// most. What somebody typed makes a statement of its own.
const keptStatements = new Map<string, CompiledQuery>()

function listStatement(db: Reader, filter: PeopleFilter, page: PeoplePage): CompiledQuery {
  const { neighbourhood } = filter
  const isOne = neighbourhood !== null && neighbourhood !== 'none'
  const key = JSON.stringify([filter.kind, isOne ? 'one' : neighbourhood, page.sort, page.direction])
  const known = filter.text === '' ? keptStatements.get(key) : undefined
  if (known) return known
  const asked = { ...filter, neighbourhood: isOne ? slot<string>('neighbourhood') : neighbourhood }
  const pages = { ...page, limit: slot<number>('limit'), offset: slot<number>('offset') }
  const statement = listQuery(db, asked, pages, slot<Day>('today')).compile()
  if (filter.text === '') keptStatements.set(key, statement)
  return statement
}

type ListedRow = InferResult<ReturnType<typeof listQuery>>[number]

function listQuery(db: Reader, filter: PeopleFilter, page: PeoplePage, today: Day) {
  const order = page.direction === 'down' ? 'desc' : 'asc'
  return peopleUnder(db, filter, today)
    .innerJoin('household as h', 'h.id', 'p.household_id')
    .select(['p.id', 'p.first_name', 'p.infix', 'p.last_name', 'p.called', 'p.phone', 'p.mobile', 'p.email'])
    .select(['h.street', 'h.house_number', 'h.house_suffix', statusOn(today).as('status')])
    .select(hasAgreement().as('pays'))
    .$if(page.sort === 'address', (q) =>
      q
        .orderBy(sql`h.street = ''`)
        .orderBy(sql`h.street COLLATE NOCASE`, order)
        .orderBy('h.house_number', order)
        .orderBy('h.house_suffix', order),
    )
    .$if(page.sort === 'neighbourhood', (q) =>
      q.orderBy(sql`${firstNeighbourhood(today)} IS NULL`).orderBy(firstNeighbourhood(today), order),
    )
    .orderBy('p.sort_name', order)
    .orderBy('p.id', order)
    .limit(page.limit)
    .offset(page.offset)
}

/** Counts for the choices of the filter. */
export async function countPeople(db: Reader, filter: PeopleFilter, today: Day) {
  const anywhere = { ...filter, neighbourhood: null }
  const statuses = await countByStatus(db, filter, today)
  const groups = await countByNeighbourhood(db, anywhere, today)
  const without = await countUnder(db, { ...filter, neighbourhood: 'none' }, today)
  const byStatus = new Map(statuses.map((row) => [row.status, row.count]))
  const count = (...kinds: PersonStatus[]) => kinds.reduce((sum, kind) => sum + (byStatus.get(kind) ?? 0), 0)
  const kinds = [
    { kind: 'now' as const, count: count('lid', 'belangstellende', 'contact') },
    ...(['lid', 'belangstellende', 'contact', 'oud_lid', 'overleden'] as const).map((kind) => ({
      kind,
      count: count(kind),
    })),
  ]
  const total = kinds.find((each) => each.kind === filter.kind)?.count ?? 0
  return {
    total,
    all: filter.neighbourhood === null ? total : await countUnder(db, anywhere, today),
    neighbourhoods: groups,
    withoutNeighbourhood: without,
    kinds,
  }
}

/** Everybody under the filter, by name: of who needs all of them, and asks what there is to know apart. */
export async function listIds(db: Reader, filter: PeopleFilter, today: Day): Promise<string[]> {
  const rows = await peopleUnder(db, filter, today).select('p.id').orderBy('p.sort_name').orderBy('p.id').execute()
  return rows.map(({ id }) => id)
}

/**
 * Who is in the book only because of need gets no letter or message to all, and stands on no list or card that leaves the book and does
 * not ask for them.
 */
export const withoutContacts = <Filter extends { readonly kind: PeopleKind }>(filter: Filter): Filter =>
  filter.kind === 'now' ? { ...filter, kind: 'joined' } : filter

/**
 * E-mail addresses under the filter, each once, and how many people have none. Whoever wants no mail is in neither, nor are the contacts
 * among everybody: `contacts` of them.
 */
export async function listEmails(db: Reader, filter: PeopleFilter, today: Day) {
  const contacts = filter.kind === 'now' ? await countUnder(db, { ...filter, kind: 'contact' }, today) : 0
  const rows = await peopleUnder(db, withoutContacts(filter), today)
    .where(sql<SqlBool>`p.id NOT IN ${sql.raw(leftOutOf('mail'))}`)
    .select('p.email')
    .orderBy('p.sort_name')
    .orderBy('p.id')
    .execute()
  const emails = rows.flatMap((row) => row.email ?? [])
  return {
    emails: [...new Map(emails.map((email) => [email.toLowerCase(), email])).values()],
    without: rows.length - emails.length,
    contacts,
  }
}

/** The binnenbuurten people are in today, by person. */
export async function neighbourhoodsByPerson(db: Reader, personIds: readonly string[], today: Day) {
  const rows = await db
    .selectFrom('neighbourhood_membership as nm')
    .innerJoin('neighbourhood as n', 'n.id', 'nm.neighbourhood_id')
    .select(['nm.person_id', 'n.id', 'n.name'])
    .where('nm.person_id', 'in', inIds(personIds))
    .where((eb) => isInNeighbourhood(eb, today))
    .orderBy('n.name')
    .execute()
  const byPerson = new Map<string, { id: string; name: string }[]>()
  for (const { person_id, id, name } of rows) {
    const known = byPerson.get(person_id)
    if (!known) byPerson.set(person_id, [{ id, name }])
    else if (!known.some((each) => each.id === id)) known.push({ id, name })
  }
  return byPerson
}

function peopleUnder(
  db: Reader,
  filter: Omit<PeopleFilter, 'kind'> & { readonly kind: PeopleKind | 'all' },
  today: Day,
) {
  return db
    .selectFrom('person as p')
    .where('p.deleted_at', 'is', null)
    .where('p.erased_on', 'is', null)
    .$if(filter.kind === 'now', (q) => q.where(statusOn(today), 'in', ['lid', 'belangstellende', 'contact']))
    .$if(filter.kind === 'joined', (q) => q.where(statusOn(today), 'in', ['lid', 'belangstellende']))
    .$if(!['now', 'joined', 'all'].includes(filter.kind), (q) =>
      q.where(statusOn(today), '=', filter.kind as PersonStatus),
    ) // the three others are just excluded
    .$if(filter.neighbourhood === 'none', (q) => q.where(sql<SqlBool>`NOT EXISTS ${groupsOf(db, today)}`))
    .$if(filter.neighbourhood !== null && filter.neighbourhood !== 'none', (q) =>
      q.where('p.id', 'in', peopleIn(db, filter.neighbourhood ?? '', today)),
    )
    .$if(filter.text !== '', (q) => q.where(matchesText(filter.text)))
}

/** People whose name, street or phone fits; as SQL over the alias `p`. */
export function matchesText(text: string): Expression<SqlBool> {
  const { person, household } = makeSearchQuery(text)
  if (person === null) return sql<SqlBool>`0`
  const byName = sql<SqlBool>`p.row_no IN (SELECT rowid FROM person_search WHERE person_search MATCH ${person})`
  if (household === null) return byName
  return sql<SqlBool>`(${byName} OR p.household_id IN (
    SELECT h2.id FROM household_search JOIN household AS h2 ON h2.row_no = household_search.rowid WHERE household_search MATCH ${household}))`
}

// Who takes part is looked up once; asking it per person would read the whole binnenbuurt for each of them.
function peopleIn(db: Reader, neighbourhoodId: string, today: Day) {
  return db
    .selectFrom('neighbourhood_membership as nm')
    .select('nm.person_id')
    .where('nm.neighbourhood_id', '=', neighbourhoodId)
    .where((eb) => isInNeighbourhood(eb, today))
}

function groupsOf(db: Reader, today: Day) {
  return db
    .selectFrom('neighbourhood_membership as nm')
    .select('nm.id')
    .where(sql<SqlBool>`nm.person_id = p.id`)
    .where((eb) => isInNeighbourhood(eb, today))
}

type MembershipBuilder = ExpressionBuilder<{ nm: Database['neighbourhood_membership'] }, 'nm'>

function isInNeighbourhood(eb: Pick<MembershipBuilder, 'and' | 'or'> & MembershipBuilder, today: Day) {
  return eb.and([
    eb('nm.deleted_at', 'is', null),
    eb.or([eb('nm.until_day', 'is', null), eb('nm.until_day', '>', today)]),
  ])
}

function hasAgreement() {
  return sql<0 | 1>`EXISTS (SELECT 1 FROM fee_agreement AS fa WHERE fa.person_id = p.id AND fa.deleted_at IS NULL)`
}

function firstNeighbourhood(today: Day) {
  return sql<
    string | null
  >`(SELECT min(n.name) FROM neighbourhood_membership AS nm JOIN neighbourhood AS n ON n.id = nm.neighbourhood_id
    WHERE nm.person_id = p.id AND nm.deleted_at IS NULL AND (nm.until_day IS NULL OR nm.until_day > ${today}))`
}

/** How many people the filter holds. */
export async function countUnder(db: Reader, filter: PeopleFilter, today: Day): Promise<number> {
  const row = await peopleUnder(db, filter, today).select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  return row.count
}

// A subquery of its own: grouping by the expression would work it out twice for everybody.
function countByStatus(db: Reader, filter: PeopleFilter, today: Day) {
  const each = peopleUnder(db, { ...filter, kind: 'all' }, today).select(statusOn(today).as('status'))
  return db
    .with(
      (cte) => cte('each').materialized(),
      () => each,
    )
    .selectFrom('each')
    .select(['status', sql<number>`count(*)`.as('count')])
    .groupBy('status')
    .execute()
}

/** Open binnenbuurten by name, also those with nobody. */
async function countByNeighbourhood(db: Reader, filter: PeopleFilter, today: Day) {
  const counts = await peopleUnder(db, filter, today)
    .innerJoin('neighbourhood_membership as nm', 'nm.person_id', 'p.id')
    .where('nm.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('nm.until_day', 'is', null), eb('nm.until_day', '>', today)]))
    .select(['nm.neighbourhood_id', sql<number>`count(DISTINCT p.id)`.as('count')])
    .groupBy('nm.neighbourhood_id')
    .execute()
  const byId = new Map(counts.map((row) => [row.neighbourhood_id, row.count]))
  const groups = await db
    .selectFrom('neighbourhood')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('active_until', 'is', null), eb('active_until', '>', today)]))
    .orderBy(sql`name COLLATE NOCASE`)
    .execute()
  return groups.map((group) => ({ ...group, count: byId.get(group.id) ?? 0 }))
}
