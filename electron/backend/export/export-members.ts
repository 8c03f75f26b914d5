import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { listIds, neighbourhoodsByPerson, type PeopleFilter } from '../members/people-list.ts'
import { peopleRestricted } from '../rights/left-out.ts'
import type { ExportWords } from './export-words.ts'
import { dayCell, type ExportTable, numberCell, textCell } from './exported-list.ts'

/** People under a filter with everything the app can read back from a list; not those whose data may not be used. */
export async function exportMembers(
  db: Reader,
  filter: PeopleFilter,
  today: Day,
  { words }: ExportWords,
): Promise<ExportTable> {
  const restricted = await peopleRestricted(db)
  const listed = (await listIds(db, filter, today)).filter((id) => !restricted.has(id))
  const people = await findDetails(db, listed)
  const neighbourhoods = await neighbourhoodsByPerson(db, listed, today)
  const memberships = await findMemberships(db, today)
  const roles = await findRoles(db, today)
  const column = words.columns
  return {
    title: words.lists.members,
    headings: [
      column.number,
      column.firstName,
      column.called,
      column.infix,
      column.lastName,
      column.street,
      column.houseNumber,
      column.houseSuffix,
      column.postcode,
      column.city,
      column.phone,
      column.mobile,
      column.email,
      column.birthYear,
      column.kind,
      column.since,
      column.until,
      column.neighbourhood,
      column.role,
      column.preferredContact,
      column.languages,
      column.emergencyContact,
      column.note,
    ],
    rows: listed.flatMap((id) => {
      const person = people.get(id)
      if (!person) return []
      const membership = memberships.get(id)
      return [
        [
          textCell(membership?.number),
          textCell(person.first_name),
          textCell(person.called),
          textCell(person.infix),
          textCell(person.last_name),
          textCell(person.street),
          numberCell(person.house_number),
          textCell(person.house_suffix),
          textCell(person.postcode),
          textCell(person.city),
          textCell(person.phone),
          textCell(person.mobile),
          textCell(person.email),
          numberCell(person.birth_year),
          textCell(membership && words.kinds[membership.kind]),
          dayCell(membership?.from_day ?? null),
          dayCell(membership?.until_day ?? null),
          textCell((neighbourhoods.get(id) ?? []).map(({ name }) => name).join('; ')),
          textCell((roles.get(id) ?? []).map((role) => words.roles[role]).join('; ')),
          textCell(person.preferred_contact && words.contacts[person.preferred_contact]),
          textCell(person.languages),
          textCell(person.emergency_contact),
          textCell(person.note),
        ],
      ]
    }),
  }
}

type Details = Row<'person'> & Pick<Row<'household'>, 'street' | 'house_number' | 'house_suffix' | 'postcode' | 'city'>

/** Everything that is kept of these people, with where they live. */
export async function findDetails(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Details>> {
  const { rows } = await sql<Details>`
    SELECT p.*, h.street, h.house_number, h.house_suffix, h.postcode, h.city FROM person AS p JOIN household AS h ON h.id = p.household_id
    WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

type Membership = Pick<Row<'membership'>, 'person_id' | 'kind' | 'from_day' | 'until_day' | 'number'>

/** The membership of today by person; of who has none, the last. */
async function findMemberships(db: Reader, today: Day): Promise<ReadonlyMap<string, Membership>> {
  const { rows } = await sql<Membership>`
    SELECT person_id, kind, from_day, until_day, number FROM membership WHERE deleted_at IS NULL
    ORDER BY (until_day IS NULL OR until_day > ${today}) AND from_day <= ${today}, from_day`.execute(db)
  return new Map(rows.map((row) => [row.person_id, row]))
}

async function findRoles(db: Reader, today: Day): Promise<ReadonlyMap<string, Row<'role_term'>['role'][]>> {
  const { rows } = await sql<Pick<Row<'role_term'>, 'person_id' | 'role'>>`
    SELECT person_id, role FROM role_term WHERE deleted_at IS NULL AND organisation_id IS NULL AND from_day <= ${today} AND (until_day IS NULL OR until_day > ${today})
    ORDER BY from_day, id`.execute(db)
  const roles = new Map<string, Row<'role_term'>['role'][]>()
  for (const { person_id, role } of rows) roles.set(person_id, [...(roles.get(person_id) ?? []), role])
  return roles
}
