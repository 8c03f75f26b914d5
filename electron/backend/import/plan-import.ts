// What an import would do, person by person, without doing any of it. Pure: the same list, book and decisions give the same plan.
import { formatStreet } from '../../../shared/domain/address.ts'
import type { ImportStatus } from '../../../shared/domain/import-field.ts'
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import { foldText, formatName } from '../../../shared/domain/person-name.ts'
import { assignHouseholds, type HouseholdPlan, type PersonHousehold } from './assign-households.ts'
import { type Candidate, type Reason, reason } from './candidate.ts'
import { comparePerson, type PersonChange } from './compare-person.ts'
import type { KnownBook, KnownPerson } from './import-queries.ts'
import { createMatcher, findFileDoubles, type Match, mergeCandidates } from './match-people.ts'

/** Somebody decided about a possible double: the same person, or somebody else. */
export type Decision = 'same' | 'other'

export interface PlannedPerson {
  readonly candidate: Candidate
  readonly status: ImportStatus
  readonly reasons: readonly Reason[]
  readonly decided: boolean
  /** Who in the book it is; for a possible double: could be. */
  readonly known: KnownPerson | null
  /** Who earlier in the list it could be. */
  readonly earlier: Candidate | null
  /** What changes about `known`; null unless the status is changed. */
  readonly change: PersonChange | null
  /** Where it comes to live; null when nothing changes there. */
  readonly household: PersonHousehold | null
}

export interface ImportPlan {
  readonly people: readonly PlannedPerson[]
  readonly households: HouseholdPlan
  /** Binnenbuurten that the book does not have yet, as they are written in the list. */
  readonly newNeighbourhoods: readonly string[]
}

export interface PlanOptions {
  readonly decisions: ReadonlyMap<string, Decision>
  readonly kind: MembershipKind
}

export function planImport(candidates: readonly Candidate[], known: KnownBook, options: PlanOptions): ImportPlan {
  const { listed, doubles } = foldDoubles(candidates, options.decisions)
  const match = createMatcher(known.people)
  const taken = new Map<string, Candidate>()
  const judged = listed.map((candidate): PlannedPerson => {
    const double = doubles.get(candidate.key)
    if (double) return double
    const person = judge(candidate, match(candidate), options)
    if (person.status === 'error' || person.status === 'double' || !person.known) return person
    // Two rows that both turn out to be the same person of the book: the second is for somebody to decide.
    const earlier = taken.get(person.known.id)
    if (earlier) return { ...asDouble(candidate, reason('repeatsLine', { line: earlier.line })), earlier }
    taken.set(person.known.id, candidate)
    return person
  })
  const { people, households } = assignHouseholds(judged, known)
  return { people: people.map(describeNew), households, newNeighbourhoods: findNewNeighbourhoods(people, known) }
}

/** Takes rows that repeat an earlier one out of the way: equal ones and those said to be the same person. */
function foldDoubles(candidates: readonly Candidate[], decisions: PlanOptions['decisions']) {
  const found = findFileDoubles(candidates)
  const merged = new Map<string, Candidate>()
  const doubles = new Map<string, PlannedPerson>()
  for (const candidate of candidates) {
    const double = found.get(candidate.key)
    const decision = decisions.get(candidate.key)
    if (!double || decision === 'other') continue
    const { earlier } = double
    const told = reason(double.equal || decision === 'same' ? 'mergedWithLine' : 'repeatsLine', { line: earlier.line })
    if (double.equal || decision === 'same') {
      merged.set(earlier.key, mergeCandidates(merged.get(earlier.key) ?? earlier, candidate))
      doubles.set(candidate.key, {
        ...asDouble(candidate, told),
        status: 'same',
        earlier,
        decided: decision === 'same',
      })
    } else doubles.set(candidate.key, { ...asDouble(candidate, told), earlier })
  }
  return { listed: candidates.map((candidate) => merged.get(candidate.key) ?? candidate), doubles }
}

function judge(candidate: Candidate, match: Match, { decisions, kind }: PlanOptions): PlannedPerson {
  const decision = decisions.get(candidate.key)
  const base = { candidate, decided: decision !== undefined, earlier: null, change: null, household: null }
  if (candidate.errors.length > 0) return { ...base, status: 'error', reasons: candidate.errors, known: null }
  if (match.kind === 'none' || decision === 'other') return { ...base, status: 'new', reasons: [], known: null }
  const { person } = match
  if (match.kind === 'alike' && decision !== 'same') {
    const details = { name: formatName(person.name), address: formatStreet(person.address), number: candidate.number }
    const told = match.why === 'number' ? 'numberTaken' : person.address.street === '' ? 'looksLikeName' : 'looksLike'
    return { ...base, status: 'double', reasons: [reason(told, details)], known: person }
  }
  if (person.deceasedOn !== null && decision !== 'same') {
    return {
      ...base,
      status: 'double',
      reasons: [reason('deceased', { name: formatName(person.name) })],
      known: person,
    }
  }
  const change = comparePerson(candidate, person, kind)
  if (change.reasons.length === 0) return { ...base, status: 'same', reasons: [reason('same')], known: person }
  return { ...base, status: 'changed', reasons: [...change.reasons, ...candidate.remarks], known: person, change }
}

function asDouble(candidate: Candidate, told: Reason): PlannedPerson {
  return {
    candidate,
    status: 'double',
    reasons: [told],
    decided: false,
    known: null,
    earlier: null,
    change: null,
    household: null,
  }
}

/** For somebody new: where they live, with whom, in which binnenbuurt. */
function describeNew(person: PlannedPerson): PlannedPerson {
  if (person.status !== 'new') return person
  const { candidate, household } = person
  const reasons: Reason[] = []
  const street = formatStreet(candidate.address)
  if (street !== '') reasons.push(reason('livesAt', { address: street }))
  if (household?.livesWith) reasons.push(reason('livesWith', { name: household.livesWith }))
  for (const neighbourhood of candidate.neighbourhoods) reasons.push(reason('joins', { neighbourhood }))
  for (const role of candidate.roles) reasons.push(reason('takesRole', { role }))
  if (reasons.length === 0) reasons.push(reason('noAddress'))
  return { ...person, reasons: [...reasons, ...candidate.remarks] }
}

/** Both take part in what will be written. */
export function isTaken(person: PlannedPerson): boolean {
  return person.status === 'new' || person.status === 'changed'
}

function findNewNeighbourhoods(people: readonly PlannedPerson[], known: KnownBook): string[] {
  const seen = new Set(known.neighbourhoods.map(({ name }) => foldText(name)))
  const names: string[] = []
  for (const person of people) {
    if (!isTaken(person)) continue
    for (const name of person.candidate.neighbourhoods) {
      if (seen.has(foldText(name))) continue
      seen.add(foldText(name))
      names.push(name)
    }
  }
  return names
}
