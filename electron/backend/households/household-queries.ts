import { type SqlBool, sql } from 'kysely'
import { makeAddressKey } from '../../../shared/domain/address.ts'
import type { Reader } from '../database/transaction.ts'
import { matchesText } from '../members/people-list.ts'
import { inIds, nameOf, streetOf } from '../members/person-queries.ts'

export interface HouseholdChoice {
  readonly id: string
  readonly address: string
  readonly people: readonly string[]
}

/** Households to choose from by street or by who lives there, at most `limit`. Empty ones are left out. */
export async function findHouseholds(db: Reader, text: string, limit: number): Promise<readonly HouseholdChoice[]> {
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.household_id')
    .select(['h.id', 'h.street', 'h.house_number', 'h.house_suffix'])
    .distinct()
    .where('p.deleted_at', 'is', null)
    .where('h.street', '<>', '')
    .where(matchesText(text))
    .orderBy('h.street')
    .orderBy('h.house_number')
    .orderBy('h.house_suffix')
    .limit(limit)
    .execute()
  return withPeople(db, rows)
}

/** The household at this address however it is spelled; the one with people in it where there are two. */
export async function findHouseholdAt(
  db: Reader,
  address: { readonly street: string; readonly houseNumber: number | null; readonly houseSuffix: string },
): Promise<HouseholdChoice | null> {
  const key = makeAddressKey({ ...address, postcode: '', city: '' })
  if (key === '' || address.houseNumber === null) return null
  const rows = await db
    .selectFrom('household as h')
    .select(['h.id', 'h.street', 'h.house_number', 'h.house_suffix'])
    .where('h.deleted_at', 'is', null)
    .where('h.house_number', '=', address.houseNumber)
    .where(sql<SqlBool>`EXISTS (SELECT 1 FROM person AS p WHERE p.household_id = h.id AND p.deleted_at IS NULL)`)
    .orderBy('h.id')
    .execute()
  const same = rows.find((row) => keyOf(row) === key)
  return same ? ((await withPeople(db, [same]))[0] ?? null) : null
}

interface AddressRow {
  readonly id: string
  readonly street: string
  readonly house_number: number | null
  readonly house_suffix: string
}

function keyOf(row: AddressRow): string {
  return makeAddressKey({
    street: row.street,
    houseNumber: row.house_number,
    houseSuffix: row.house_suffix,
    postcode: '',
    city: '',
  })
}

async function withPeople(db: Reader, rows: readonly AddressRow[]): Promise<readonly HouseholdChoice[]> {
  const people = await db
    .selectFrom('person')
    .select(['household_id', 'first_name', 'infix', 'last_name', 'called'])
    .where('household_id', 'in', inIds(rows.map((row) => row.id)))
    .where('deleted_at', 'is', null)
    .orderBy('sort_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    address: streetOf(row),
    people: people.filter((person) => person.household_id === row.id).map(nameOf),
  }))
}
