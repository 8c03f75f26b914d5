// The people of a document, as it names and reaches them.
import { envelopeLines, formatStreet } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { formatName, formatNameLastFirst } from '../../../shared/domain/person-name.ts'
import type { PreferredContact } from '../../../shared/domain/preferred-contact.ts'
import type { Role } from '../../../shared/domain/role-seats.ts'
import type { Reader } from '../database/transaction.ts'
import { findDetails } from '../export/export-members.ts'
import { neighbourhoodsByPerson } from '../members/people-list.ts'
import { peopleRestricted } from '../rights/left-out.ts'
import { findAllTerms } from '../roles/role-queries.ts'

export interface PaperPerson {
  readonly id: string
  readonly name: string
  /** "Berg, Ria van den": lists are read by last name. */
  readonly lastFirst: string
  readonly given: string
  readonly family: string
  readonly householdId: string
  /** "Kastanjehof 12"; '' when it is not known. */
  readonly street: string
  readonly postcode: string
  readonly city: string
  /** As on an envelope; empty when a letter cannot arrive. */
  readonly addressLines: readonly string[]
  /** The mobile one first. */
  readonly phones: readonly string[]
  readonly email: string | null
  readonly preferredContact: PreferredContact | null
  readonly languages: string | null
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly roles: readonly { readonly role: Role; readonly groupId: string | null }[]
}

/** These people, in this order; those who are not there any more, or whose data are kept and not used, are left out. */
export async function peopleOf(db: Reader, ids: readonly string[], today: Day): Promise<PaperPerson[]> {
  const details = await findDetails(db, ids)
  const groups = await neighbourhoodsByPerson(db, ids, today)
  const terms = (await findAllTerms(db)).filter(
    ({ from, until, goneOn, organisationId }) =>
      organisationId === null &&
      from <= today &&
      (until === null || until > today) &&
      (goneOn === null || goneOn > today),
  )
  const roles = Map.groupBy(terms, ({ personId }) => personId)
  const restricted = await peopleRestricted(db)
  return ids.flatMap((id) => {
    const row = details.get(id)
    if (!row || restricted.has(id) || row.deleted_at !== null || row.erased_on !== null || row.deceased_on !== null)
      return []
    const name = { firstName: row.first_name, infix: row.infix, lastName: row.last_name, called: row.called }
    const { street, house_number: houseNumber, house_suffix: houseSuffix, postcode, city } = row
    const address = { street, houseNumber, houseSuffix, postcode, city }
    return {
      id,
      name: formatName(name),
      lastFirst: formatNameLastFirst(name),
      given: name.called || name.firstName,
      family: [name.infix, name.lastName].filter(Boolean).join(' '),
      householdId: row.household_id,
      street: formatStreet(address),
      postcode,
      city,
      addressLines: street === '' ? [] : envelopeLines(address),
      phones: [row.mobile, row.phone].flatMap((phone) => phone || []),
      email: row.email || null,
      preferredContact: row.preferred_contact,
      languages: row.languages,
      groups: groups.get(id) ?? [],
      roles: (roles.get(id) ?? []).map(({ role, neighbourhoodId }) => ({ role, groupId: neighbourhoodId })),
    }
  })
}
