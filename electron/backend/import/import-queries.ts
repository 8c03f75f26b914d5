// What the book already knows of the people in a list. Looked up by name, by front door and by member number, so that a
// book of a hundred thousand people costs no more than one of a hundred.
import { sql } from 'kysely'
import { type Address, makeAddressKey } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { findCurrent, type MembershipKind } from '../../../shared/domain/membership.ts'
import { makeSortName, type PersonName } from '../../../shared/domain/person-name.ts'
import type { Role } from '../../../shared/domain/role-seats.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { nameOf } from '../members/person-queries.ts'
import type { Candidate } from './candidate.ts'

export interface KnownPerson {
  readonly id: string
  readonly name: PersonName
  readonly householdId: string
  readonly address: Address
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly birthYear: number | null
  readonly preferredContact: string | null
  readonly languages: string | null
  readonly emergencyContact: string | null
  readonly note: string | null
  readonly deceasedOn: Day | null
  /** The membership of today; null when there is none now. */
  readonly membership: {
    readonly id: string
    readonly kind: MembershipKind
    readonly from: Day
    readonly until: Day | null
    readonly number: string | null
  } | null
  /** Binnenbuurten of today, with the row that says so. */
  readonly neighbourhoods: readonly {
    readonly rowId: string
    readonly id: string
    readonly name: string
    readonly from: Day
  }[]
  readonly roles: readonly { readonly role: Role; readonly neighbourhoodId: string | null }[]
}

export interface KnownBook {
  readonly people: readonly KnownPerson[]
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
}

/**
 * Everybody in the book who could be one of these, with all their housemates.
 * @param ids people who are one of them for certain
 */
export async function findKnown(
  db: Reader,
  candidates: readonly Candidate[],
  today: Day,
  ids: readonly string[] = [],
): Promise<KnownBook> {
  const householdIds = await findHouseholdIds(db, candidates, ids)
  const people = await findPeopleIn(db, householdIds)
  const personIds = JSON.stringify(people.map(({ id }) => id))
  const memberships = byPerson(
    (
      await sql<
        Row<'membership'>
      >`SELECT * FROM membership WHERE person_id IN (SELECT value FROM json_each(${personIds})) AND deleted_at IS NULL ORDER BY from_day`.execute(
        db,
      )
    ).rows,
  )
  const groups = byPerson(
    (
      await sql<{ person_id: string; row_id: string; id: string; name: string; from_day: string }>`
      SELECT nm.person_id, nm.id AS row_id, n.id, n.name, nm.from_day FROM neighbourhood_membership AS nm JOIN neighbourhood AS n ON n.id = nm.neighbourhood_id
      WHERE nm.person_id IN (SELECT value FROM json_each(${personIds})) AND nm.deleted_at IS NULL AND n.deleted_at IS NULL
        AND (nm.until_day IS NULL OR nm.until_day > ${today})`.execute(db)
    ).rows,
  )
  const roles = byPerson(
    (
      await sql<{ person_id: string; role: Role; neighbourhood_id: string | null }>`
      SELECT person_id, role, neighbourhood_id FROM role_term WHERE person_id IN (SELECT value FROM json_each(${personIds}))
        AND deleted_at IS NULL AND (until_day IS NULL OR until_day > ${today})`.execute(db)
    ).rows,
  )
  const neighbourhoods = await db
    .selectFrom('neighbourhood')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .where((where) => where.or([where('active_until', 'is', null), where('active_until', '>', today)]))
    .orderBy('name')
    .execute()
  return {
    neighbourhoods,
    people: people.map((person) => ({
      ...rowToPerson(person),
      membership: currentMembership(memberships.get(person.id) ?? [], today),
      neighbourhoods: (groups.get(person.id) ?? []).map(({ row_id, id, name, from_day }) => ({
        rowId: row_id,
        id,
        name,
        from: from_day,
      })),
      roles: (roles.get(person.id) ?? []).map((term) => ({ role: term.role, neighbourhoodId: term.neighbourhood_id })),
    })),
  }
}

/** Names of who belongs today and is none of these, in the order of the list of people. */
export async function findOthers(db: Reader, ids: readonly string[], today: Day): Promise<string[]> {
  const { rows } = await sql<Pick<Row<'person'>, 'first_name' | 'infix' | 'last_name' | 'called'>>`
    SELECT p.first_name, p.infix, p.last_name, p.called FROM person AS p
    WHERE p.deleted_at IS NULL AND p.deceased_on IS NULL AND p.id NOT IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      AND EXISTS (SELECT 1 FROM membership AS m WHERE m.person_id = p.id AND m.deleted_at IS NULL AND m.kind IN ('lid', 'belangstellende')
        AND m.from_day <= ${today} AND (m.until_day IS NULL OR m.until_day > ${today}))
    ORDER BY p.sort_name`.execute(db)
  return rows.map(nameOf)
}

/** Number of the last change that is not of the action `own`: another than before when anything was done, so a preview made before is made again. */
export async function lastActionSeq(db: Reader, own = 0): Promise<number> {
  // Of changes and not of actions: what comes from another computer may belong to an action that was heard of before.
  const { rows } = await sql<{
    seq: number
  }>`SELECT seq FROM change WHERE action_seq <> ${own} ORDER BY seq DESC LIMIT 1`.execute(db)
  return rows[0]?.seq ?? 0
}

async function findHouseholdIds(
  db: Reader,
  candidates: readonly Candidate[],
  ids: readonly string[],
): Promise<string[]> {
  const names = new Set<string>()
  const numbers = new Set<string>()
  for (const { name, number } of candidates) {
    names.add(makeSortName(name))
    if (name.called !== '') names.add(makeSortName({ ...name, called: '' }))
    if (number !== null) numbers.add(number)
  }
  const byName = await sql<{ id: string }>`
    SELECT DISTINCT household_id AS id FROM person WHERE sort_name IN (SELECT value FROM json_each(${JSON.stringify([...names])})) AND deleted_at IS NULL`.execute(
    db,
  )
  const byDoor = await sql<{ id: string }>`
    SELECT h.id FROM json_each(${JSON.stringify(await spelledDoors(db, candidates))}) AS door
    JOIN household AS h ON h.street = door.value ->> 0 AND h.house_number IS door.value ->> 1 WHERE h.deleted_at IS NULL`.execute(
    db,
  )
  const byNumber =
    numbers.size === 0
      ? { rows: [] }
      : await sql<{ id: string }>`
    SELECT DISTINCT p.household_id AS id FROM membership AS m JOIN person AS p ON p.id = m.person_id
    WHERE m.number IN (SELECT value FROM json_each(${JSON.stringify([...numbers])})) AND m.deleted_at IS NULL AND p.deleted_at IS NULL`.execute(
          db,
        )
  const byId =
    ids.length === 0
      ? { rows: [] }
      : await sql<{ id: string }>`
    SELECT DISTINCT household_id AS id FROM person WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(
          db,
        )
  return [...new Set([...byName.rows, ...byDoor.rows, ...byNumber.rows, ...byId.rows].map(({ id }) => id))]
}

/** [street, number] in every spelling the book has for the street; the index on them is exact, people are not. */
async function spelledDoors(db: Reader, candidates: readonly Candidate[]): Promise<[string, number | null][]> {
  const { rows } = await sql<{ street: string }>`
    WITH RECURSIVE streets(street) AS (
      SELECT min(street) FROM household
      UNION ALL SELECT (SELECT min(h.street) FROM household AS h WHERE h.street > streets.street) FROM streets WHERE streets.street IS NOT NULL)
    SELECT street FROM streets WHERE street IS NOT NULL AND street <> ''`.execute(db)
  const spellings = new Map<string, string[]>()
  for (const { street } of rows) {
    const key = streetKey(street)
    spellings.set(key, [...(spellings.get(key) ?? []), street])
  }
  const doors = new Map<string, [string, number | null]>()
  for (const { address } of candidates) {
    if (address.street === '') continue
    for (const street of spellings.get(streetKey(address.street)) ?? []) {
      doors.set(`${street}|${address.houseNumber}`, [street, address.houseNumber])
    }
  }
  return [...doors.values()]
}

const streetKey = (street: string) =>
  makeAddressKey({ street, houseNumber: null, houseSuffix: '', postcode: '', city: '' })

type PersonRow = Row<'person'> &
  Pick<Row<'household'>, 'street' | 'house_number' | 'house_suffix' | 'postcode' | 'city'>

async function findPeopleIn(db: Reader, householdIds: readonly string[]): Promise<PersonRow[]> {
  if (householdIds.length === 0) return []
  const { rows } = await sql<PersonRow>`
    SELECT p.*, h.street, h.house_number, h.house_suffix, h.postcode, h.city FROM person AS p JOIN household AS h ON h.id = p.household_id
    WHERE p.household_id IN (SELECT value FROM json_each(${JSON.stringify(householdIds)})) AND p.deleted_at IS NULL ORDER BY p.row_no`.execute(
    db,
  )
  return rows
}

function rowToPerson(row: PersonRow) {
  return {
    id: row.id,
    name: { firstName: row.first_name, infix: row.infix, lastName: row.last_name, called: row.called },
    householdId: row.household_id,
    address: {
      street: row.street,
      houseNumber: row.house_number,
      houseSuffix: row.house_suffix,
      postcode: row.postcode,
      city: row.city,
    },
    phone: row.phone,
    mobile: row.mobile,
    email: row.email,
    birthYear: row.birth_year,
    preferredContact: row.preferred_contact,
    languages: row.languages,
    emergencyContact: row.emergency_contact,
    note: row.note,
    deceasedOn: row.deceased_on,
  }
}

function currentMembership(rows: readonly Row<'membership'>[], today: Day): KnownPerson['membership'] {
  const periods = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    from: row.from_day,
    until: row.until_day,
    number: row.number,
  }))
  // One that begins later counts too: a list taken in ahead of the day must not add it again.
  return findCurrent(periods, today) ?? periods.find(({ from }) => from > today) ?? null
}

function byPerson<Row extends { readonly person_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const map = new Map<string, Row[]>()
  for (const row of rows) {
    const known = map.get(row.person_id)
    if (known) known.push(row)
    else map.set(row.person_id, [row])
  }
  return map
}
