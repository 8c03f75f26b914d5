// Everything on the page of one person that the area itself knows; dues and gatherings are asked apart.
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { findStatus } from '../../../shared/domain/membership.ts'
import { formatName } from '../../../shared/domain/person-name.ts'
import { isCurrent, soonDays } from '../../../shared/domain/role-seats.ts'
import type { Reader } from '../database/transaction.ts'
import { findTerms, type NamedTerm } from '../roles/role-queries.ts'
import {
  addressLines,
  findAddress,
  findHousemates,
  findMemberships,
  findNeighbourhoodsOf,
  findPerson,
} from './person-queries.ts'

export async function readPersonPage(db: Reader, id: string, today: Day) {
  const person = await findPerson(db, id)
  const { id: householdId, ...address } = await findAddress(db, person.householdId)
  const memberships = await findMemberships(db, id, person.deletedAt)
  const neighbourhoods = await findNeighbourhoodsOf(db, id, person.deletedAt)
  const terms = await findTerms(db, { personId: id })
  const { name, householdId: _same, ...fields } = person
  return {
    ...fields,
    ...name,
    name: formatName(name),
    today,
    status: findStatus(memberships, person.deceasedOn, today),
    householdId,
    ...address,
    ...addressLines(address),
    mates: await findHousemates(db, householdId, id, today),
    memberships,
    neighbourhoods,
    roles: await rolesOf(db, terms, today),
  }
}

async function rolesOf(db: Reader, terms: readonly NamedTerm[], today: Day) {
  const groups = await db.selectFrom('neighbourhood').select(['id', 'name']).execute()
  const names = new Map(groups.map((group) => [group.id, group.name]))
  return terms.toReversed().map((term) => ({
    id: term.id,
    role: term.role,
    side: term.side,
    neighbourhoodId: term.neighbourhoodId,
    neighbourhoodName: term.neighbourhoodId === null ? null : (names.get(term.neighbourhoodId) ?? null),
    organisationName: term.organisationName,
    from: term.from,
    until: term.until,
    plannedEnd: term.plannedEnd,
    current: isCurrent(term, today),
    endsSoon: isCurrent(term, today) && term.plannedEnd !== null && term.plannedEnd <= addDays(today, soonDays),
  }))
}
