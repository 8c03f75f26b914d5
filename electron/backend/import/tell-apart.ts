// What tells people of one name apart, with as few facts as it takes: nothing else about them needs to be on the screen.
import type { TellingFact } from '../../../shared/contract/imports.ts'
import { formatStreet, makeAddressKey } from '../../../shared/domain/address.ts'
import { type TellingPart, tellingParts } from '../../../shared/domain/import-field.ts'
import { foldText, formatName } from '../../../shared/domain/person-name.ts'
import type { Candidate, Person } from './candidate.ts'
import type { KnownPerson } from './import-queries.ts'
import type { PlannedPerson } from './plan-import.ts'

export interface Description {
  /** As text for the screen; '' when unknown. */
  readonly parts: Readonly<Record<TellingPart, string>>
  /** One key for every spelling of the front door. */
  readonly door: string
}

export function describeListed(candidate: Candidate): Description {
  return describe(candidate, candidate.neighbourhoods, candidate.number)
}

export function describeKnown(known: KnownPerson): Description {
  const names = known.neighbourhoods.map(({ name }) => name)
  return describe(known, names, known.membership?.number ?? null)
}

/** Somebody of the list; what the list leaves out about somebody the book knows for certain, the book says. */
export function describeMeant({ candidate, known, status }: PlannedPerson): Description {
  const listed = describeListed(candidate)
  if (!known || status === 'double') return listed
  const told = describeKnown(known)
  const parts = tellingParts.map((part) => [part, listed.parts[part] || told.parts[part]])
  return {
    parts: Object.fromEntries(parts) as Description['parts'], // every part has its value
    door: listed.door || told.door,
  }
}

/** As few parts as tell all of these apart, the plainest first; what is said about both counts for more than what is unknown of one. */
export function partsThatTell(people: readonly Description[]): TellingPart[] {
  const parts: TellingPart[] = []
  let together = [people]
  for (const isTelling of [differs, differsOrIsUnknown]) {
    for (const part of tellingParts) {
      if (!together.some((group) => isTelling(group, part))) continue
      parts.push(part)
      together = together.flatMap((group) => splitBy(group, part))
    }
  }
  return tellingParts.filter((part) => parts.includes(part))
}

/** For everybody in a list who shares a name with somebody else there: the parts that tell them apart, by key. */
export function findNamesakes(people: readonly PlannedPerson[]): ReadonlyMap<string, readonly TellingPart[]> {
  const byName = Map.groupBy(people, ({ candidate }) => foldText(formatName(candidate.name)))
  const parts = new Map<string, readonly TellingPart[]>()
  for (const [name, group] of byName) {
    if (name === '' || group.length === 1) continue
    const telling = partsThatTell(group.map(describeMeant))
    for (const { candidate } of group) parts.set(candidate.key, telling)
  }
  return parts
}

export function factsOf(description: Description, parts: readonly TellingPart[]): TellingFact[] {
  return parts.map((part) => ({ part, value: description.parts[part] }))
}

/** The parts of which both are known and say something else. */
export function partsThatDiffer(a: Description, b: Description): TellingPart[] {
  return tellingParts.filter((part) => differs([a, b], part))
}

function describe(person: Person, neighbourhoods: readonly string[], number: string | null): Description {
  const { address } = person
  return {
    parts: {
      address: formatStreet(address),
      postcode: address.postcode,
      birthYear: String(person.birthYear ?? ''),
      neighbourhood: neighbourhoods.join(', '),
      mobile: person.mobile ?? '',
      phone: person.phone ?? '',
      email: person.email ?? '',
      number: number ?? '',
    },
    door: makeAddressKey(address),
  }
}

function differs(people: readonly Description[], part: TellingPart): boolean {
  return new Set(people.map((person) => keyOf(person, part)).filter((key) => key !== '')).size > 1
}

function differsOrIsUnknown(people: readonly Description[], part: TellingPart): boolean {
  return new Set(people.map((person) => keyOf(person, part))).size > 1
}

function splitBy(people: readonly Description[], part: TellingPart): Description[][] {
  return [...Map.groupBy(people, (person) => keyOf(person, part)).values()].filter(({ length }) => length > 1)
}

function keyOf(person: Description, part: TellingPart): string {
  return part === 'address' ? person.door : person.parts[part].replace(/\s/g, '').toLowerCase()
}
