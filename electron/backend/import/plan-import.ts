// What an import would do, person by person, without doing any of it. Pure: the same list, book and decisions give the same plan.
import { formatStreet } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ImportStatus } from '../../../shared/domain/import-field.ts'
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import { foldText, formatName } from '../../../shared/domain/person-name.ts'
import { isNeighbourhoodRole, type Role } from '../../../shared/domain/role-seats.ts'
import { assignHouseholds, type HouseholdPlan, type PersonHousehold } from './assign-households.ts'
import { type Candidate, type Reason, reason } from './candidate.ts'
import { comparePerson, type PersonChange } from './compare-person.ts'
import type { KnownBook, KnownPerson } from './import-queries.ts'
import { createMatcher, findFileDoubles, type Match, mergeCandidates } from './match-people.ts'

/** What somebody decided about a possible double. The list and the book are two questions: a son is not his father on the line before, and may well be in the book. */
export interface Decision {
  /** Whether it is who stands earlier in the list. */
  readonly list?: 'same' | 'other'
  /** Who in the book it is; null: nobody there. */
  readonly book?: string | null
  /** Whether somebody takes part of whom the list says that they are gone; or not, whoever it is. */
  readonly takes?: boolean
}

export interface PlannedPerson {
  readonly candidate: Candidate
  readonly status: ImportStatus
  readonly reasons: readonly Reason[]
  readonly decided: boolean
  /** Who in the book it is; for a possible double: could be. */
  readonly known: KnownPerson | null
  /** Everybody in the book it could be, the likeliest first. */
  readonly alike: readonly KnownPerson[]
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
  readonly today: Day
}

export function planImport(candidates: readonly Candidate[], known: KnownBook, options: PlanOptions): ImportPlan {
  const match = createMatcher(known.people)
  const left = findLeft(candidates, options.decisions, match)
  const taking = candidates.filter(({ key }) => !left.has(key))
  const { listed, doubles, found } = foldDoubles(taking, options.decisions)
  const taken = new Map<string, number>()
  const judged: PlannedPerson[] = []
  for (const candidate of listed) {
    const decided = options.decisions.get(candidate.key)?.list
    const double = doubles.get(candidate.key)
    // Said to be somebody else than on the earlier row: that can still be looked at again.
    const earlier = found.get(candidate.key)?.earlier ?? null
    const person = double ?? { ...judge(candidate, match(candidate), options), earlier }
    const at = person.known && isCertain(person) ? taken.get(person.known.id) : undefined
    const first = at === undefined ? undefined : judged[at]
    if (at === undefined || !first) {
      if (person.known && isCertain(person)) taken.set(person.known.id, judged.length)
      judged.push(person)
    } else if (decided === 'other') {
      // Then it may still be another namesake in the book.
      const rest = matchAmong(person.alike.filter(({ id }) => id !== person.known?.id))
      judged.push({ ...judge(candidate, rest, options), earlier: first.candidate })
    } else if (decided === 'same') {
      judged[at] = judgeAgain(first, mergeCandidates(first.candidate, candidate), options)
      judged.push(asMerged(candidate, first.candidate, true))
    } else {
      // Two rows that both turn out to be the same person of the book: the second is for somebody to decide.
      judged.push(asDouble(candidate, first.candidate))
    }
  }
  const { people: housed, households } = assignHouseholds(judged, known)
  const planned = new Map(housed.map((person) => [person.candidate.key, person]))
  const people = candidates.flatMap(({ key }) => left.get(key) ?? planned.get(key) ?? [])
  return {
    people: people.map((person) => describeNew(person, options)),
    households,
    newNeighbourhoods: findNewNeighbourhoods(people, known),
  }
}

/** Who does not take part: because somebody said so, because the list says that they are gone and nobody said otherwise, or as nobody at all. */
function findLeft(
  candidates: readonly Candidate[],
  decisions: PlanOptions['decisions'],
  match: ReturnType<typeof createMatcher>,
): Map<string, PlannedPerson> {
  const left = new Map<string, PlannedPerson>()
  for (const candidate of candidates) {
    const takes = decisions.get(candidate.key)?.takes
    if (takes ?? (candidate.gone === null && candidate.nobody === null)) continue
    left.set(candidate.key, {
      ...{ candidate, status: 'left', decided: takes === false },
      ...{ known: null, alike: [], earlier: null, change: null, household: null },
      reasons: [whyLeft(candidate, takes), ...tellStillMember(candidate, match)],
    })
  }
  return left
}

function whyLeft({ nobody, gone }: Candidate, takes: boolean | undefined): Reason {
  if (takes === false) return reason('leftByChoice')
  return nobody ? reason(nobody) : reason('saysGone', { value: gone })
}

/** That somebody left or died is for somebody to write down on their page: with the day, and with what it brings about. */
function tellStillMember(candidate: Candidate, match: ReturnType<typeof createMatcher>): Reason[] {
  const found = candidate.gone === null ? undefined : match(candidate)
  if (found?.kind !== 'same') return []
  const { membership, deceasedOn } = found.person
  const belongs = membership !== null && membership.kind !== 'oud_lid' && membership.until === null
  return belongs && deceasedOn === null ? [reason('stillMember', { kind: membership.kind })] : []
}

/** Takes rows that repeat an earlier one out of the way: equal ones and those said to be the same person. */
function foldDoubles(candidates: readonly Candidate[], decisions: PlanOptions['decisions']) {
  const found = findFileDoubles(candidates)
  const merged = new Map<string, Candidate>()
  const doubles = new Map<string, PlannedPerson>()
  for (const candidate of candidates) {
    const double = found.get(candidate.key)
    const decided = decisions.get(candidate.key)?.list
    if (!double || decided === 'other') continue
    const { earlier, equal } = double
    if (equal || decided === 'same') {
      merged.set(earlier.key, mergeCandidates(merged.get(earlier.key) ?? earlier, candidate))
      doubles.set(candidate.key, asMerged(candidate, earlier, decided === 'same'))
    } else doubles.set(candidate.key, asDouble(candidate, earlier))
  }
  return { listed: candidates.map((candidate) => merged.get(candidate.key) ?? candidate), doubles, found }
}

function judge(candidate: Candidate, match: Match, { decisions, kind }: PlanOptions): PlannedPerson {
  const decision = decisions.get(candidate.key)
  const alike = match.kind === 'none' ? [] : [match.person, ...(match.others ?? [])]
  const base = {
    ...{ candidate, alike, known: null, earlier: null, change: null, household: null },
    decided: decision?.list !== undefined || decision?.book !== undefined,
  }
  if (candidate.errors.length > 0) return { ...base, alike: [], status: 'error', reasons: candidate.errors }
  if (match.kind === 'none' || decision?.book === null) return { ...base, status: 'new', reasons: [] }
  const chosen = alike.find(({ id }) => id === decision?.book)
  if (!chosen && (match.kind === 'alike' || match.person.deceasedOn !== null)) {
    return { ...base, status: 'double', reasons: [tellLikeness(candidate, match, alike)], known: match.person }
  }
  return compareWith(base, chosen ?? match.person, kind)
}

function compareWith(
  compared: Omit<PlannedPerson, 'status' | 'reasons'>,
  person: KnownPerson,
  kind: MembershipKind,
): PlannedPerson {
  const base = { ...compared, candidate: keepGroupRoles(compared.candidate, person.neighbourhoods.length > 0) }
  const change = comparePerson(base.candidate, person, kind)
  if (change.reasons.length === 0) return { ...base, status: 'same', reasons: [reason('same')], known: person }
  const reasons = [...change.reasons, ...base.candidate.remarks]
  return { ...base, status: 'changed', reasons, known: person, change }
}

/** The same person of the book, now that a later row of the list says more. */
function judgeAgain(first: PlannedPerson, candidate: Candidate, { kind }: PlanOptions): PlannedPerson {
  return first.known ? compareWith({ ...first, candidate, change: null }, first.known, kind) : first
}

function tellLikeness(candidate: Candidate, match: Match & { kind: 'same' | 'alike' }, alike: readonly KnownPerson[]) {
  const { name, address } = match.person
  const details = { name: formatName(name), address: formatStreet(address), number: candidate.number }
  if (match.kind === 'same') return reason('deceased', { name: details.name })
  if (match.why === 'number') return reason('numberTaken', details)
  if (alike.length > 1) return reason('looksLikeMore', { people: alike.length })
  return reason(address.street === '' ? 'looksLikeName' : 'looksLike', details)
}

function matchAmong([person, ...others]: readonly KnownPerson[]): Match {
  return person ? { kind: 'alike', person, others, why: 'name' } : { kind: 'none' }
}

function isCertain({ status }: PlannedPerson): boolean {
  return status === 'changed' || status === 'same'
}

function asDouble(candidate: Candidate, earlier: Candidate): PlannedPerson {
  return {
    ...{ candidate, earlier, status: 'double', decided: false },
    ...{ known: null, alike: [], change: null, household: null },
    reasons: [reason('repeatsLine', { line: earlier.line })],
  }
}

function asMerged(candidate: Candidate, earlier: Candidate, decided: boolean): PlannedPerson {
  const reasons = [reason('mergedWithLine', { line: earlier.line })]
  return { ...asDouble(candidate, earlier), status: 'same', reasons, decided }
}

/** For somebody new: where they live, with whom, in which binnenbuurt. */
function describeNew(person: PlannedPerson, { kind, today }: PlanOptions): PlannedPerson {
  if (person.status !== 'new') return person
  const { household } = person
  const candidate = keepGroupRoles(person.candidate, false)
  const reasons: Reason[] = []
  const street = formatStreet(candidate.address)
  if (street !== '') reasons.push(reason('livesAt', { address: street }))
  if (household?.livesWith) reasons.push(reason('livesWith', { name: household.livesWith }))
  const hasEnded = candidate.kind === 'oud_lid' || (candidate.until !== null && candidate.until <= today)
  // Who left is in no binnenbuurt and has no role.
  if (!hasEnded) {
    for (const neighbourhood of candidate.neighbourhoods) reasons.push(reason('joins', { neighbourhood }))
    for (const role of candidate.roles) reasons.push(reason('takesRole', { role }))
  }
  // What somebody is, is said where the list says something else than of most.
  const comesAs = hasEnded ? 'oud_lid' : (candidate.kind ?? kind)
  if (comesAs !== kind) reasons.push(reason('comesAs', { kind: comesAs }))
  if (reasons.length === 0) reasons.push(reason('noAddress'))
  return { ...person, candidate, reasons: [...reasons, ...candidate.remarks] }
}

const groupRoleWords: Readonly<Partial<Record<Role, string>>> = {
  contactpersoon: 'contactpersoon',
  vervanger: 'vervanger',
  coordinator: 'coördinator',
  duo_lid: 'duo-lid',
}

/** A contact person is one of a binnenbuurt. Where nobody knows of which, the word goes with the note, and is worth a look. */
function keepGroupRoles(candidate: Candidate, isInGroup: boolean): Candidate {
  const words = candidate.roles.flatMap((role) => groupRoleWords[role] ?? [])
  if (isInGroup || candidate.neighbourhoods.length > 0 || words.length === 0) return candidate
  return {
    ...candidate,
    roles: candidate.roles.filter((role) => !isNeighbourhoodRole(role)),
    noteLines: [...candidate.noteLines, ...words],
    remarks: [...candidate.remarks, ...words.map((value) => reason('lookAt', { value }))],
  }
}

/** Both take part in what will be written. */
export function isTaken(person: PlannedPerson): boolean {
  return person.status === 'new' || person.status === 'changed'
}

/** Does not take part as long as nobody decides or mends it. What seems a title may be somebody after all; a total is nobody. */
export function isWaiting({ status, decided, candidate }: PlannedPerson): boolean {
  return status === 'error' || status === 'double' || (status === 'left' && !decided && candidate.nobody !== 'isTotal')
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
