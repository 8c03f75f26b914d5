// Finding one person: to choose, to search, to see whether somebody is in the book already.
import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { readEmail } from '../../../shared/domain/email-address.ts'
import type { PersonStatus } from '../../../shared/domain/membership.ts'
import { makeSortName } from '../../../shared/domain/person-name.ts'
import type { Reader } from '../database/transaction.ts'
import { makeSearchQuery, matchWords } from '../search/search-query.ts'
import { checkPhone } from './check-phone.ts'
import { matchesText } from './people-list.ts'
import { inIds, nameOf, statusOn, streetOf } from './person-queries.ts'

export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly phone: string | null
  readonly status: PersonStatus
  readonly householdId: string
}

/** People by name, street or phone digits; `limit` of them by last name. Those who left or died come too. */
export async function searchPeople(
  db: Reader,
  text: string,
  limit: number,
  today: Day,
): Promise<readonly FoundPerson[]> {
  const found = await readFound(foundUnder(db, today).where(matchesText(text)), limit)
  const { words } = makeSearchQuery(text)
  if (found.length > 0 || words.length < 2) return found
  return readFound(foundUnder(db, today).where(matchesTogether(words)), limit)
}

/** People who belong today, to choose from; everybody by last name while nothing is typed. */
export async function choosePeople(
  db: Reader,
  choice: { readonly text: string; readonly neighbourhood: string | null; readonly except: readonly string[] },
  limit: number,
  today: Day,
): Promise<readonly FoundPerson[]> {
  const people = foundUnder(db, today)
    .where(statusOn(today), 'in', ['lid', 'belangstellende', 'contact'])
    .where('p.id', 'not in', inIds(choice.except))
    .$if(choice.text !== '', (q) => q.where(matchesText(choice.text)))
    .$if(choice.neighbourhood !== null, (q) => q.where(takesPartIn(choice.neighbourhood ?? '', today)))
  return readFound(people, limit)
}

/** People with the same name, phone or e-mail. */
export async function findSamePeople(
  db: Reader,
  person: {
    readonly firstName: string
    readonly lastName: string
    readonly phone: string | null
    readonly email: string | null
  },
  today: Day,
): Promise<readonly FoundPerson[]> {
  const reading = person.phone === null ? null : checkPhone(person.phone)
  const phone = reading?.ok ? reading.phone : null
  const email = person.email === null ? null : (readEmail(person.email)?.toLowerCase() ?? null)
  const sortName = makeSortName({ ...person, called: '' })
  const whole = person.firstName !== '' && person.lastName !== ''
  if (!whole && phone === null && email === null) return []
  return readFound(
    foundUnder(db, today).where((eb) =>
      eb.or([
        ...(whole ? [eb('p.sort_name', '=', sortName)] : []),
        ...(phone === null ? [] : [eb('p.phone', '=', phone), eb('p.mobile', '=', phone)]),
        ...(email === null ? [] : [sql<SqlBool>`lower(p.email) = ${email}`]),
      ]),
    ),
    5,
  )
}

function foundUnder(db: Reader, today: Day) {
  return db
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.household_id')
    .select(['p.id', 'p.first_name', 'p.infix', 'p.last_name', 'p.called', 'p.phone', 'p.mobile', 'p.household_id'])
    .select(['h.street', 'h.house_number', 'h.house_suffix', statusOn(today).as('status')])
    .where('p.deleted_at', 'is', null)
    .orderBy('p.sort_name')
    .orderBy('p.id')
}

async function readFound(people: ReturnType<typeof foundUnder>, limit: number): Promise<readonly FoundPerson[]> {
  const rows = await people.limit(limit).execute()
  return rows.map((row) => ({
    id: row.id,
    name: nameOf(row),
    address: streetOf(row),
    phone: row.mobile ?? row.phone,
    status: row.status,
    householdId: row.household_id,
  }))
}

// "jansen kastanjehof": each word may stand in the name or in the street.
function matchesTogether(words: readonly string[]) {
  const each = words.map((word) => {
    const match = matchWords([word])
    return sql<SqlBool>`(p.row_no IN (SELECT rowid FROM person_search WHERE person_search MATCH ${match})
      OR h.row_no IN (SELECT rowid FROM household_search WHERE household_search MATCH ${match}))`
  })
  return sql<SqlBool>`${sql.join(each, sql` AND `)}`
}

function takesPartIn(neighbourhoodId: string, today: Day) {
  return sql<SqlBool>`EXISTS (SELECT 1 FROM neighbourhood_membership AS nm WHERE nm.person_id = p.id
    AND nm.neighbourhood_id = ${neighbourhoodId} AND nm.deleted_at IS NULL AND (nm.until_day IS NULL OR nm.until_day > ${today}))`
}
