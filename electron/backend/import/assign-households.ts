// Who comes to live behind which front door: partners of one row always together, others when address and last name agree.
import { type Address, makeAddressKey } from '../../../shared/domain/address.ts'
import { foldText, formatName, type PersonName } from '../../../shared/domain/person-name.ts'
import type { KnownBook, KnownPerson } from './import-queries.ts'
import type { PlannedPerson } from './plan-import.ts'

export interface PersonHousehold {
  /** An existing household, or the number of a new one in {@link HouseholdPlan.added}. */
  readonly place: { readonly kind: 'known'; readonly id: string } | { readonly kind: 'new'; readonly at: number }
  /** First name of somebody who already lives there; '' for nobody. */
  readonly livesWith: string
}

export interface HouseholdPlan {
  readonly added: readonly Address[]
  /** Households that move or get a better address as a whole. */
  readonly changed: ReadonlyMap<string, Address>
}

interface Door {
  readonly place: PersonHousehold['place']
  readonly who: string
}

export function assignHouseholds(
  people: readonly PlannedPerson[],
  known: KnownBook,
): { people: PlannedPerson[]; households: HouseholdPlan } {
  const doors = new Map<string, Door>()
  for (const person of known.people) {
    const key = doorKey(person.address, person.name)
    if (key !== '' && !doors.has(key))
      doors.set(key, { place: { kind: 'known', id: person.householdId }, who: given(person.name) })
  }
  const changed = findWholeMoves(people, known)
  const added: Address[] = []
  const byRow = new Map<number, Door>()

  const settle = (person: PlannedPerson, address: Address): PlannedPerson => {
    const { name, line } = person.candidate
    const door = doors.get(doorKey(address, name)) ?? byRow.get(line)
    const place: PersonHousehold['place'] = door?.place ?? { kind: 'new', at: added.push(address) - 1 }
    const settled = door ?? { place, who: given(name) }
    const key = doorKey(address, name)
    if (key !== '' && !doors.has(key)) doors.set(key, settled)
    // The partner on the same row joins, whatever the last name.
    byRow.set(line, settled)
    return { ...person, household: { place, livesWith: door?.who ?? '' } }
  }

  const settledPeople = people.map((person) => {
    if (person.status === 'new') return settle(person, person.candidate.address)
    if (person.known && person.status !== 'error' && person.status !== 'double') {
      // A partner who is new joins the one who was known.
      if (person.change?.address == null || changed.has(person.known.householdId)) {
        byRow.set(person.candidate.line, {
          place: { kind: 'known', id: person.known.householdId },
          who: given(person.known.name),
        })
        return person
      }
      return settle(person, person.change.address)
    }
    return person
  })
  return { people: settledPeople, households: { added, changed } }
}

/** A household moves as a whole when everybody in it gets the same new address; else only the person moves out. */
function findWholeMoves(people: readonly PlannedPerson[], known: KnownBook): Map<string, Address> {
  const members = new Map<string, KnownPerson[]>()
  for (const person of known.people)
    members.set(person.householdId, [...(members.get(person.householdId) ?? []), person])
  const next = new Map<string, Address>()
  for (const person of people)
    if (person.known && person.change?.address) next.set(person.known.id, person.change.address)
  const changed = new Map<string, Address>()
  for (const person of people) {
    const household = person.known?.householdId
    if (household === undefined || !person.change?.address || changed.has(household)) continue
    const address = person.change.address
    const sameDoorAsNow = makeAddressKey(address) === makeAddressKey(person.known?.address ?? address)
    const everybody = (members.get(household) ?? []).every((member) => {
      const own = next.get(member.id)
      return own !== undefined && JSON.stringify(own) === JSON.stringify(address)
    })
    // A better postcode or place holds for the front door, so for all who live behind it.
    if (everybody || sameDoorAsNow) changed.set(household, address)
  }
  return changed
}

function doorKey(address: Address, name: PersonName): string {
  const door = makeAddressKey(address)
  return door === '' ? '' : `${door}|${foldText(name.lastName)}`
}

const given = (name: PersonName): string => name.called || name.firstName || formatName(name)
