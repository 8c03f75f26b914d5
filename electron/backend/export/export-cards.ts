import { formatStreet } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { formatName } from '../../../shared/domain/person-name.ts'
import type { Reader } from '../database/transaction.ts'
import { listPeople, type PeopleFilter, withoutContacts } from '../members/people-list.ts'
import { peopleRestricted } from '../rights/left-out.ts'
import { findDetails } from './export-members.ts'
import type { Card } from './write-vcards.ts'

const everybody = 1_000_000

/** People under a filter as cards of an address book. Only what reaches them: no note, no year of birth, nothing about dues. */
export async function exportCards(db: Reader, filter: PeopleFilter, today: Day): Promise<Card[]> {
  const listed = await listPeople(db, withoutContacts(filter), { sort: 'name', offset: 0, limit: everybody }, today)
  const restricted = await peopleRestricted(db)
  const rows = listed.rows.filter(({ id }) => !restricted.has(id))
  const people = await findDetails(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, neighbourhoods }) => {
    const person = people.get(id)
    if (!person) return []
    const street = formatStreet({
      street: person.street ?? '',
      houseNumber: person.house_number,
      houseSuffix: person.house_suffix ?? '',
    })
    const name = { firstName: person.first_name, infix: person.infix, lastName: person.last_name }
    return [
      {
        id,
        ...name,
        fullName: formatName({ ...name, called: '' }),
        called: person.called || null,
        phone: dialled(person.phone),
        mobile: dialled(person.mobile),
        email: person.email || null,
        address: street === '' ? null : { street, postcode: person.postcode || null, city: person.city || null },
        groups: neighbourhoods.map((group) => group.name),
      },
    ]
  })
}

/** A number as every telephone can dial it: 06-1000 2214 becomes +31610002214. */
function dialled(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/[^\d+]/g, '')
  if (digits === '') return null
  return digits.startsWith('0') ? `+31${digits.slice(1)}` : digits
}
