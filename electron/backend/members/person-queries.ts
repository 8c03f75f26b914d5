// Questions about people. Rows stay here; what leaves is names, addresses and values of the domain.
import { sql } from 'kysely'
import { type Address, formatAddress, formatStreet } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { MembershipPeriod, PersonStatus } from '../../../shared/domain/membership.ts'
import { formatName, type PersonName } from '../../../shared/domain/person-name.ts'
import type { Reader } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'

/**
 * What a person is on a day, as SQL over the alias `p`: the one definition that lists, counts and searches share
 * (findStatus in shared/domain/membership.ts is the same rule over values).
 */
export function statusOn(day: Day) {
  return sql<PersonStatus>`CASE WHEN p.deceased_on <= ${day} THEN 'overleden' ELSE coalesce((
    SELECT m.kind FROM membership AS m
    WHERE m.person_id = p.id AND m.deleted_at IS NULL AND (m.until_day IS NULL OR m.until_day > ${day})
    ORDER BY m.from_day LIMIT 1), 'oud_lid') END`
}

/** Restricts an `IN` to ids in any number, as one parameter. */
export function inIds(ids: readonly string[]) {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
}

export interface Person {
  readonly id: string
  readonly name: PersonName
  readonly householdId: string
  readonly birthYear: number | null
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly preferredContact: 'bellen' | 'mail' | 'app' | 'brief' | 'langsgaan' | null
  readonly languages: string | null
  readonly emergencyContact: string | null
  readonly note: string | null
  readonly movedOn: Day | null
  readonly deceasedOn: Day | null
  readonly erasedOn: Day | null
  readonly deletedAt: string | null
}

/** One person, also from the Prullenbak. @throws RuleBroken notFound */
export async function findPerson(db: Reader, id: string): Promise<Person> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'person' })
  return {
    id: row.id,
    name: { firstName: row.first_name, infix: row.infix, lastName: row.last_name, called: row.called },
    householdId: row.household_id,
    birthYear: row.birth_year,
    phone: row.phone,
    mobile: row.mobile,
    email: row.email,
    preferredContact: row.preferred_contact,
    languages: row.languages,
    emergencyContact: row.emergency_contact,
    note: row.note,
    movedOn: row.moved_on,
    deceasedOn: row.deceased_on,
    erasedOn: row.erased_on,
    deletedAt: row.deleted_at,
  }
}

/** A person who is not in the Prullenbak, and of whom something is known. @throws RuleBroken notFound, personErased */
export async function findLivePerson(db: Reader, id: string): Promise<Person> {
  const person = await findPerson(db, id)
  if (person.deletedAt !== null) throw new RuleBroken('notFound', { table: 'person' })
  if (person.erasedOn !== null) throw new RuleBroken('personErased')
  return person
}

/** After who died nobody asks, nobody looks in on them, and nothing begins for them. @throws RuleBroken personGone, notFound, personErased */
export async function refuseDeceased(db: Reader, id: string): Promise<void> {
  const { deceasedOn } = await findLivePerson(db, id)
  if (deceasedOn !== null) throw new RuleBroken('personGone', { since: deceasedOn })
}

/** Names by id, for any number of people; those that do not exist are left out. */
export async function findNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'first_name', 'infix', 'last_name', 'called'])
    .where('id', 'in', inIds(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, nameOf(row)]))
}

export async function findAddress(db: Reader, householdId: string): Promise<Address & { readonly id: string }> {
  const row = await db.selectFrom('household').selectAll().where('id', '=', householdId).executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'household' })
  return { id: row.id, ...addressOf(row) }
}

/** All memberships of a person, newest first; with `thrownAway` also those that went to the Prullenbak at that moment. */
export async function findMemberships(db: Reader, personId: string, thrownAway: string | null = null) {
  const rows = await db
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('deleted_at', 'is', null), eb('deleted_at', '=', thrownAway)]))
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    from: row.from_day,
    until: row.until_day,
    endReason: row.end_reason,
    number: row.number,
  })) satisfies readonly (MembershipPeriod & { id: string })[]
}

/** Binnenbuurten a person takes or took part in, newest first; `thrownAway` as for memberships. */
export async function findNeighbourhoodsOf(db: Reader, personId: string, thrownAway: string | null = null) {
  return db
    .selectFrom('neighbourhood_membership as nm')
    .innerJoin('neighbourhood as n', 'n.id', 'nm.neighbourhood_id')
    .select(['nm.id', 'n.id as neighbourhoodId', 'n.name', 'nm.from_day as from', 'nm.until_day as until'])
    .where('nm.person_id', '=', personId)
    .where((eb) => eb.or([eb('nm.deleted_at', 'is', null), eb('nm.deleted_at', '=', thrownAway)]))
    .orderBy('nm.from_day', 'desc')
    .orderBy('nm.id')
    .execute()
}

/** People at the same address, without this one, by name. */
export async function findHousemates(db: Reader, householdId: string, personId: string, today: Day) {
  const rows = await db
    .selectFrom('person as p')
    .select(['p.id', 'p.first_name', 'p.infix', 'p.last_name', 'p.called', statusOn(today).as('status')])
    .where('p.household_id', '=', householdId)
    .where('p.id', '<>', personId)
    .where('p.deleted_at', 'is', null)
    .orderBy('p.sort_name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: nameOf(row), status: row.status }))
}

interface NameColumns {
  readonly first_name: string
  readonly infix: string
  readonly last_name: string
  readonly called: string
}

/** "Ria van den Berg" out of a row's columns. */
export function nameOf(row: NameColumns): string {
  return formatName({ firstName: row.first_name, infix: row.infix, lastName: row.last_name, called: row.called })
}

interface AddressColumns {
  readonly street: string
  readonly house_number: number | null
  readonly house_suffix: string
}

/** "Kastanjehof 12" out of a row's columns. */
export function streetOf(row: AddressColumns): string {
  return formatStreet({ street: row.street, houseNumber: row.house_number, houseSuffix: row.house_suffix })
}

function addressOf(row: AddressColumns & { readonly postcode: string; readonly city: string }): Address {
  return {
    street: row.street,
    houseNumber: row.house_number,
    houseSuffix: row.house_suffix,
    postcode: row.postcode,
    city: row.city,
  }
}

/** "Kastanjehof 12" and the whole line. */
export function addressLines(address: Address): { readonly streetLine: string; readonly addressLine: string } {
  return { streetLine: formatStreet(address), addressLine: formatAddress(address) }
}
