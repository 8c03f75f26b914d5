// What this book says now of the people it shares with another one.
import { sql } from 'kysely'
import type { Belonging } from '../../../shared/contract/between-files.ts'
import type { Address } from '../../../shared/domain/address.ts'
import type { SharedField } from '../../../shared/domain/between.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { isDuring, type MembershipKind } from '../../../shared/domain/membership.ts'
import type { PersonName } from '../../../shared/domain/person-name.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'

export interface PersonValues {
  readonly name: PersonName
  readonly birthYear: number | null
  readonly address: Address
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly belongs: Belonging
}

export interface PersonState {
  readonly id: string
  readonly values: PersonValues
  /** As which a new person begins in the other book. */
  readonly kind: 'lid' | 'belangstellende'
  /** The membership of today; null without one. */
  readonly membership: { readonly from: Day } | null
  /** First day after everything that ever was; a new period begins there at the earliest. */
  readonly freeFrom: Day | null
  readonly inTrash: boolean
}

/** Kinds that are told to another book; somebody in need who is no member stays where they are known. */
const toldKinds: readonly MembershipKind[] = ['lid', 'belangstellende']

/** Everybody who takes part today in what the two books share. */
export async function peopleIn(db: Reader, groupId: string | null, today: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT p.id FROM person AS p JOIN membership AS m ON m.person_id = p.id AND m.deleted_at IS NULL
      AND m.kind IN ('lid', 'belangstellende') AND m.from_day <= ${today} AND (m.until_day IS NULL OR m.until_day > ${today})
    WHERE p.deleted_at IS NULL AND p.erased_on IS NULL AND (p.deceased_on IS NULL OR p.deceased_on > ${today})
      AND (${groupId} IS NULL OR EXISTS (SELECT 1 FROM neighbourhood_membership AS nm WHERE nm.person_id = p.id
        AND nm.neighbourhood_id = ${groupId} AND nm.deleted_at IS NULL
        AND nm.from_day <= ${today} AND (nm.until_day IS NULL OR nm.until_day > ${today})))
    ORDER BY p.sort_name, p.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Their states by id; somebody who was erased is not in it. */
export async function statesOf(
  db: Reader,
  groupId: string | null,
  ids: readonly string[],
  today: Day,
): Promise<Map<string, PersonState>> {
  const list = JSON.stringify(ids)
  const { rows: people } = await sql<PersonRow>`
    SELECT p.*, h.street, h.house_number, h.house_suffix, h.postcode, h.city FROM person AS p
      LEFT JOIN household AS h ON h.id = p.household_id
    WHERE p.id IN (SELECT value FROM json_each(${list})) AND p.erased_on IS NULL`.execute(db)
  const memberships = await periodsOf<Row<'membership'>>(db, 'membership', list, null)
  const groups = groupId === null ? null : await periodsOf<Period>(db, 'neighbourhood_membership', list, groupId)
  return new Map(
    people.map((row) => [
      row.id,
      toState(row, memberships.get(row.id) ?? [], groups && (groups.get(row.id) ?? []), today),
    ]),
  )
}

type PersonRow = Row<'person'> & { [K in keyof AddressColumns]: AddressColumns[K] | null }
type AddressColumns = Pick<Row<'household'>, 'street' | 'house_number' | 'house_suffix' | 'postcode' | 'city'>

interface Period {
  readonly person_id: string
  readonly from_day: Day
  readonly until_day: Day | null
}

async function periodsOf<P extends Period>(
  db: Reader,
  table: 'membership' | 'neighbourhood_membership',
  list: string,
  groupId: string | null,
): Promise<Map<string, P[]>> {
  const ofGroup = groupId === null ? sql`` : sql`AND neighbourhood_id = ${groupId}`
  const { rows } = await sql<P>`SELECT * FROM ${sql.table(table)}
    WHERE person_id IN (SELECT value FROM json_each(${list})) AND deleted_at IS NULL ${ofGroup} ORDER BY from_day`.execute(
    db,
  )
  return Map.groupBy(rows, ({ person_id }) => person_id)
}

function toState(
  row: PersonRow,
  memberships: readonly Row<'membership'>[],
  groups: readonly Period[] | null,
  today: Day,
): PersonState {
  const isNow = ({ from_day, until_day }: Period) => isDuring({ from: from_day, until: until_day }, today)
  const member = memberships.findLast(isNow)
  const last = memberships.at(-1)
  const period = (groups ?? memberships).findLast(isNow)
  const isDead = row.deceased_on !== null && row.deceased_on <= today
  const isIn =
    row.deleted_at === null &&
    !isDead &&
    member !== undefined &&
    toldKinds.includes(member.kind) &&
    period !== undefined
  const ended = (groups ?? memberships).at(-1)?.until_day ?? last?.until_day ?? null
  const kind = (member ?? last)?.kind
  return {
    id: row.id,
    values: {
      name: { firstName: row.first_name, infix: row.infix, lastName: row.last_name, called: row.called },
      birthYear: row.birth_year,
      address: {
        street: row.street ?? '',
        houseNumber: row.house_number,
        houseSuffix: row.house_suffix ?? '',
        postcode: row.postcode ?? '',
        city: row.city ?? '',
      },
      phone: row.phone,
      mobile: row.mobile,
      email: row.email,
      belongs: isIn
        ? { isIn, since: period.from_day, until: null, reason: null }
        : {
            isIn,
            since: null,
            until: isDead ? row.deceased_on : ended,
            reason: isDead ? 'overleden' : member ? null : (last?.end_reason ?? null),
          },
    },
    kind: kind === 'belangstellende' ? kind : 'lid',
    membership: member ? { from: member.from_day } : null,
    freeFrom: latestEnd([...memberships, ...(groups ?? [])]),
    inTrash: row.deleted_at !== null,
  }
}

function latestEnd(periods: readonly Period[]): Day | null {
  const ends = periods.flatMap(({ until_day }) => until_day ?? [])
  return ends.toSorted().at(-1) ?? null
}

/** What the other book is compared with, as text: of belonging only whether somebody does. */
export function valueText(field: SharedField, values: PersonValues): string {
  return JSON.stringify(field === 'belongs' ? values.belongs.isIn : values[field])
}

export function isEmptyValue(field: SharedField, values: PersonValues): boolean {
  switch (field) {
    case 'name':
    case 'belongs':
      return false
    case 'address':
      return values.address.street === '' && values.address.postcode === '' && values.address.city === ''
    default:
      return values[field] === null || values[field] === ''
  }
}
