// Writes a plan as one action: everything of it, or nothing.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import { foldText, makeSortName, type PersonName } from '../../../shared/domain/person-name.ts'
import { isNeighbourhoodRole } from '../../../shared/domain/role-seats.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { closeTakingPart, closeTheRest } from '../members/close-belonging.ts'
import type { PersonHousehold } from './assign-households.ts'
import type { Candidate } from './candidate.ts'
import type { PersonChange } from './compare-person.ts'
import type { KnownBook, KnownPerson } from './import-queries.ts'
import { type ImportPlan, isTaken } from './plan-import.ts'

export interface ImportMoment {
  readonly today: Day
  readonly now: () => Date
  readonly newId: () => string
  /** For whom the list does not say. */
  readonly sinceDay: Day
  readonly kind: MembershipKind
  /** Of binnenbuurten that the list brings; today unless somebody said otherwise: of the days before, the book knows no gatherings. */
  readonly groupsSince: Day
}

/** Executes a plan made on the same state of the book; the ids of who is new, by the key in the list. Call inside write(). */
export async function runImport(
  tx: Transaction,
  plan: ImportPlan,
  known: KnownBook,
  moment: ImportMoment,
): Promise<ReadonlyMap<string, string>> {
  const rows = collectRows(plan, known, moment)
  await insertRows(tx, 'neighbourhood', rows.neighbourhoods)
  await insertRows(tx, 'household', rows.households)
  await insertRows(tx, 'person', rows.people)
  for (const update of rows.updates) await update(tx)
  await insertRows(tx, 'membership', rows.memberships)
  await insertRows(tx, 'neighbourhood_membership', rows.groups)
  await insertRows(tx, 'role_term', rows.roles)
  return rows.ids
}

interface Rows {
  readonly ids: Map<string, string>
  readonly neighbourhoods: NewRow<'neighbourhood'>[]
  readonly households: NewRow<'household'>[]
  readonly people: NewRow<'person'>[]
  readonly memberships: NewRow<'membership'>[]
  readonly groups: NewRow<'neighbourhood_membership'>[]
  readonly roles: NewRow<'role_term'>[]
  readonly updates: ((tx: Transaction) => Promise<void>)[]
}

function collectRows(plan: ImportPlan, known: KnownBook, moment: ImportMoment): Rows {
  const { newId } = moment
  const rows: Rows = {
    ids: new Map(),
    neighbourhoods: [],
    households: [],
    people: [],
    memberships: [],
    groups: [],
    roles: [],
    updates: [],
  }
  const groupIds = new Map(known.neighbourhoods.map(({ id, name }) => [foldText(name), id]))
  for (const name of plan.newNeighbourhoods) {
    const id = newId()
    groupIds.set(foldText(name), id)
    rows.neighbourhoods.push({ id, name, target_size: defaultGroupSize, active_from: moment.groupsSince })
  }
  const householdIds = plan.households.added.map((address) => {
    const id = newId()
    rows.households.push({ id, ...addressColumns(address) })
    return id
  })
  for (const [id, address] of plan.households.changed) {
    rows.updates.push((tx) => updateOne(tx, 'household', id, addressColumns(address)))
  }
  const placeId = ({ place }: PersonHousehold) => (place.kind === 'known' ? place.id : (householdIds[place.at] ?? ''))
  for (const person of plan.people) {
    if (!isTaken(person)) continue
    const groupsOf = (names: readonly string[]) => names.flatMap((name) => groupIds.get(foldText(name)) ?? [])
    if (person.status === 'new' && person.household) {
      addPerson(rows, person.candidate, placeId(person.household), groupsOf(person.candidate.neighbourhoods), moment)
    } else if (person.known && person.change) {
      const householdId = person.household ? placeId(person.household) : null
      changePerson(
        rows,
        person.candidate,
        person.known,
        person.change,
        householdId,
        groupsOf(person.change.joins),
        moment,
      )
    }
  }
  return rows
}

const defaultGroupSize = 50

function addressColumns(address: Candidate['address']) {
  const { street, houseNumber, houseSuffix, postcode, city } = address
  return { street, house_number: houseNumber, house_suffix: houseSuffix, postcode, city }
}

function addPerson(
  rows: Rows,
  candidate: Candidate,
  householdId: string,
  groupIds: readonly string[],
  moment: ImportMoment,
): void {
  const id = moment.newId()
  rows.ids.set(candidate.key, id)
  const { name } = candidate
  rows.people.push({
    id,
    household_id: householdId,
    first_name: name.firstName,
    infix: name.infix,
    last_name: name.lastName,
    called: name.called,
    birth_year: candidate.birthYear,
    phone: candidate.phone,
    mobile: candidate.mobile,
    email: candidate.email,
    preferred_contact: candidate.preferredContact,
    languages: candidate.languages,
    emergency_contact: candidate.emergencyContact,
    note: candidate.noteLines.length === 0 ? null : candidate.noteLines.join('\n'),
    sort_name: makeSortName(name),
  })
  const from = startDay(candidate, moment)
  rows.memberships.push({
    id: moment.newId(),
    person_id: id,
    kind: candidate.kind ?? moment.kind,
    from_day: from,
    until_day: candidate.until,
    number: candidate.number,
  })
  // Who left without a day takes part in nothing any more.
  if ((candidate.kind ?? moment.kind) === 'oud_lid') return
  for (const neighbourhood_id of groupIds) {
    rows.groups.push({
      id: moment.newId(),
      person_id: id,
      neighbourhood_id,
      from_day: from,
      until_day: candidate.until,
    })
  }
  if (candidate.until === null || candidate.until > moment.today)
    addRoles(rows, candidate.roles, id, groupIds[0] ?? null, moment)
}

/** Member since; never later than the end. */
function startDay(candidate: Candidate, moment: ImportMoment): Day {
  const day = candidate.since ?? moment.sinceDay
  return candidate.until !== null && candidate.until < day ? candidate.until : day
}

function addRoles(
  rows: Rows,
  roles: Candidate['roles'],
  personId: string,
  groupId: string | null,
  { today, newId }: ImportMoment,
): void {
  for (const role of roles) {
    const neighbourhood_id = isNeighbourhoodRole(role) ? groupId : null
    // The list says who has it, not since when.
    rows.roles.push({ id: newId(), person_id: personId, role, neighbourhood_id, from_day: today })
  }
}

function changePerson(
  rows: Rows,
  candidate: Candidate,
  known: KnownPerson,
  change: PersonChange,
  householdId: string | null,
  joined: readonly string[],
  moment: ImportMoment,
): void {
  const { id } = known
  const columns = {
    ...change.columns,
    ...(householdId === null ? {} : { household_id: householdId }),
    ...sortNameOf(known.name, change.columns),
  }
  if (Object.keys(columns).length > 0) rows.updates.push((tx) => updateOne(tx, 'person', id, columns))
  changeMembership(rows, candidate, known, change, moment)
  const day = lastDayOf(change, moment.today)
  if (day !== null) {
    rows.updates.push((tx) => closeTheRest(tx, moment, { personId: id, day }))
    if (day <= moment.today) return
  }
  if (change.leaves) {
    // With the roles there: nobody looks after a binnenbuurt they are not in.
    for (const group of known.neighbourhoods) rows.updates.push((tx) => closeTakingPart(tx, id, moment.today, group.id))
  }
  for (const neighbourhood_id of joined) {
    rows.groups.push({ id: moment.newId(), person_id: id, neighbourhood_id, from_day: moment.today })
  }
  addRoles(rows, change.takes, id, joined[0] ?? known.neighbourhoods[0]?.id ?? null, moment)
}

/** First day somebody no longer belongs, when the list says that they left; else null. */
function lastDayOf({ membership }: PersonChange, today: Day): Day | null {
  if (membership.kind === 'turn') return membership.as === 'oud_lid' ? today : null
  return membership.kind === 'correct' ? (membership.until ?? null) : null
}

function sortNameOf(name: PersonName, columns: PersonChange['columns']): { sort_name?: string } {
  const { first_name: firstName = name.firstName, last_name: lastName = name.lastName, called = name.called } = columns
  const isSame = firstName === name.firstName && lastName === name.lastName && called === name.called
  return isSame ? {} : { sort_name: makeSortName({ firstName, lastName, called }) }
}

function changeMembership(
  rows: Rows,
  candidate: Candidate,
  known: KnownPerson,
  change: PersonChange,
  moment: ImportMoment,
): void {
  const { membership } = change
  const begin = (kind: MembershipKind, from_day: Day, number: string | null) =>
    rows.memberships.push({ id: moment.newId(), person_id: known.id, kind, from_day, until_day: null, number })
  const current = known.membership
  switch (membership.kind) {
    case 'none':
      return
    case 'begin':
      begin(membership.as, startDay(candidate, moment), candidate.number)
      return
    case 'turn': {
      if (!current) return
      const until_day = current.from > moment.today ? current.from : moment.today
      rows.updates.push((tx) => updateOne(tx, 'membership', current.id, { until_day }))
      begin(membership.as, until_day, candidate.number ?? current.number)
      return
    }
    case 'correct': {
      if (!current) return
      const columns = {
        ...(membership.from === undefined ? {} : { from_day: membership.from }),
        ...(membership.until === undefined ? {} : { until_day: membership.until }),
        ...(membership.number === undefined ? {} : { number: membership.number }),
      }
      rows.updates.push((tx) => updateOne(tx, 'membership', current.id, columns))
    }
  }
}

type Updated = 'household' | 'person' | 'membership' | 'neighbourhood_membership'

async function updateOne<Name extends Updated>(
  tx: Transaction,
  table: Name,
  id: string,
  columns: Partial<NewRow<Name>>,
): Promise<void> {
  // Kysely cannot relate a table name in a variable to its columns; Partial<NewRow<Name>> did.
  const update = tx.updateTable(table as 'person').set(columns as Partial<NewRow<'person'>>)
  const { numUpdatedRows } = await update.where('id', '=', id).executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error(`updated ${numUpdatedRows} rows of ${table} instead of one`)
}
