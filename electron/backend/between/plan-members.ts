// What taking in a ledenbestand would do, person by person, without doing any of it.
import type { FilePerson, MembersContent } from '../../../shared/contract/between-files.ts'
import { makeAddressKey } from '../../../shared/domain/address.ts'
import { type LineStatus, type SharedField, somebodyElse } from '../../../shared/domain/between.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { Reader } from '../database/transaction.ts'
import type { Candidate } from '../import/candidate.ts'
import { findKnown, type KnownBook, type KnownPerson } from '../import/import-queries.ts'
import { createMatcher, type Match } from '../import/match-people.ts'
import { inIds } from '../members/person-queries.ts'
import { type OtherBook, type SharedPerson, sharedPeopleOf } from './between-queries.ts'
import { compareFields, type FieldDecision, type FieldOutcome, toldValues } from './compare-fields.ts'
import { type PersonState, type PersonValues, statesOf } from './person-states.ts'
import { type Stamps, stampOwn } from './stamps.ts'

/** What somebody chose for one person of the file. */
export interface LineDecisions {
  /** Not certain who it is: the id of the person here, or {@link somebodyElse}. */
  readonly who?: string | undefined
  readonly fields: ReadonlyMap<SharedField, FieldDecision>
  /** Leaving the binnenbuurt is leaving the association too. */
  readonly endsMembership: boolean
}

export interface PlannedLine {
  /** The id in the other book. */
  readonly key: string
  readonly status: LineStatus
  readonly told: FilePerson | null
  /** Who it is here; null while that is not known. */
  readonly state: PersonState | null
  readonly known: KnownPerson | null
  readonly candidate: Candidate | null
  readonly stamps: Required<Stamps> | null
  readonly outcomes: readonly FieldOutcome[]
  readonly decisions: LineDecisions
  /** Where that is for somebody to choose, also once it is chosen: who it could be, the likeliest first. */
  readonly alike: readonly AlikePerson[]
}

export interface AlikePerson {
  readonly known: KnownPerson
  /** false: another person of the same file is this one for certain. */
  readonly canBeSame: boolean
}

export interface MembersPlan {
  readonly lines: readonly PlannedLine[]
  readonly known: KnownBook
  readonly shared: readonly SharedPerson[]
}

export interface PlanMoment {
  readonly decisions: ReadonlyMap<string, LineDecisions>
  readonly hashKey: Uint8Array
  readonly now: Date
  readonly today: Day
  /** Who a person of the file is, when no id says so; a test puts a weaker one in its place. */
  readonly matcher?: typeof createMatcher
}

const undecided: LineDecisions = { fields: new Map(), endsMembership: false }

export async function planMembers(
  db: Reader,
  book: OtherBook,
  content: MembersContent,
  moment: PlanMoment,
): Promise<MembersPlan> {
  const shared = await sharedPeopleOf(db, book.id)
  const certain = await findCertain(db, content.people, shared)
  const candidates = content.people.map(toCandidate)
  const known = await findKnown(db, candidates, moment.today, [...certain.values()])
  const match = (moment.matcher ?? createMatcher)(known.people)
  const matched = new Map(
    content.people.flatMap(({ id }, at) => {
      const candidate = candidates[at]
      if (!candidate || certain.has(id)) return []
      const found = match(candidate)
      return [[id, found.kind === 'same' ? found : (matchRenamed(candidate, known.people) ?? found)] as const]
    }),
  )
  const ids = [
    ...certain.values(),
    ...[...matched.values()].flatMap((found) => everybodyAlike(found).map((person) => person.id)),
    ...shared.map(({ personId }) => personId),
  ]
  const states = await statesOf(db, book.groupId, ids, moment.today)
  const scene: Scene = {
    states,
    moment,
    byPerson: new Map(shared.map((person) => [person.personId, person])),
    people: new Map(known.people.map((person) => [person.id, person])),
    taken: new Set(certain.values()),
  }
  const lines = content.people.flatMap((told, at) => {
    const candidate = candidates[at] ?? null
    const id = certain.get(told.id)
    if (id !== undefined) return [planKnown(told, candidate, id, scene)]
    return planMatched(told, candidate, matched.get(told.id) ?? { kind: 'none' }, scene)
  })
  return { lines: [...lines, ...planErased(content, scene)], known, shared }
}

interface Scene {
  readonly states: ReadonlyMap<string, PersonState>
  readonly byPerson: ReadonlyMap<string, SharedPerson>
  readonly people: ReadonlyMap<string, KnownPerson>
  readonly moment: PlanMoment
  /** People here of whom it is certain who they are in the file; grows while matching. */
  readonly taken: Set<string>
}

/** By the id here that the file names, by the id there that was heard before, or by one id in both books: one was once a copy. */
async function findCertain(
  db: Reader,
  people: readonly FilePerson[],
  shared: readonly SharedPerson[],
): Promise<Map<string, string>> {
  const byTheirId = new Map(shared.flatMap(({ theirId, personId }) => (theirId === null ? [] : [[theirId, personId]])))
  const named = people.flatMap(({ id, yours }) => [id, ...(yours === null ? [] : [yours])])
  const rows = await db.selectFrom('person').select('id').where('id', 'in', inIds(named)).execute()
  const here = new Set([...rows.map(({ id }) => id), ...shared.map(({ personId }) => personId)])
  const certain = new Map<string, string>()
  const used = new Set<string>()
  for (const { id, yours } of people) {
    const found = [yours, byTheirId.get(id), id].find((one) => one != null && here.has(one) && !used.has(one))
    if (found == null) continue
    certain.set(id, found)
    used.add(found)
  }
  return certain
}

/**
 * Who married since, or was written down wrongly: first name, year of birth and front door are the same. Asked before a namesake of
 * another year, who would be the wrong one to ask about.
 */
function matchRenamed({ name, address, birthYear }: Candidate, people: readonly KnownPerson[]): Match | undefined {
  const door = makeAddressKey(address)
  const person = people.find(
    (known) =>
      birthYear !== null &&
      known.birthYear === birthYear &&
      foldText(known.name.firstName) === foldText(name.firstName) &&
      door !== '' &&
      makeAddressKey(known.address) === door,
  )
  return person && { kind: 'alike', person, why: 'name' }
}

function planKnown(told: FilePerson, candidate: Candidate | null, id: string, scene: Scene): PlannedLine {
  const state = scene.states.get(id)
  const decisions = scene.moment.decisions.get(told.id) ?? undecided
  const known = scene.people.get(id) ?? null
  const base = { key: told.id, told, candidate, known, decisions, alike: [] }
  if (!state || state.inTrash) return { ...base, status: 'goneHere', state: state ?? null, stamps: null, outcomes: [] }
  const { now, hashKey } = scene.moment
  const stamps = stampOwn(scene.byPerson.get(id)?.stamps ?? {}, state.values, now.getTime(), hashKey)
  const outcomes = compareFields({
    theirs: told.fields,
    ours: state.values,
    stamps,
    decisions: decisions.fields,
    now: now.getTime(),
  })
  return { ...base, status: statusOf(outcomes, told), state, stamps, outcomes }
}

function statusOf(outcomes: readonly FieldOutcome[], told: FilePerson): LineStatus {
  if (outcomes.some(({ kind }) => kind === 'clash')) return 'clash'
  const taken = outcomes.filter(({ kind }) => kind === 'take')
  if (taken.some(({ field }) => field === 'belongs') && !told.fields.belongs.value.isIn) return 'left'
  return taken.length > 0 ? 'changed' : 'same'
}

function planMatched(told: FilePerson, candidate: Candidate | null, match: Match, scene: Scene): PlannedLine[] {
  // Somebody who left before this book ever heard of them.
  if (!told.fields.belongs.value.isIn || !candidate || !told.fields.name) return []
  const decisions = scene.moment.decisions.get(told.id) ?? undecided
  const base = { key: told.id, told, candidate, state: null, known: null, decisions, outcomes: [], stamps: null }
  const alike = everybodyAlike(match).map((known) => ({ known, canBeSame: !isTaken(known.id, scene) }))
  if (match.kind === 'none' || decisions.who === somebodyElse) return [{ ...base, status: 'new', alike }]
  const isCertain = match.kind === 'same' && match.person.deceasedOn === null
  const person = isCertain ? alike[0] : alike.find(({ known }) => known.id === decisions.who)
  if (!person?.canBeSame) return [{ ...base, status: 'unsure', alike }]
  scene.taken.add(person.known.id)
  return [{ ...planKnown(told, candidate, person.known.id, scene), alike: isCertain ? [] : alike }]
}

/** Who it could be. Whoever is the same for certain has namesakes too, who are not meant. */
function everybodyAlike(match: Match): readonly KnownPerson[] {
  if (match.kind === 'none') return []
  return match.kind === 'same' ? [match.person] : [match.person, ...(match.others ?? [])]
}

function isTaken(personId: string, { taken, byPerson }: Scene): boolean {
  const before = byPerson.get(personId)
  // Who was erased there may come back there as somebody new.
  return taken.has(personId) || (before?.theirId != null && before.erasedThereOn === null)
}

/** Whoever was erased there and lives on here is asked about; nothing is erased by itself. */
function planErased(content: MembersContent, scene: Scene): PlannedLine[] {
  const byTheirId = new Map([...scene.byPerson.values()].map((person) => [person.theirId, person]))
  return content.erased.flatMap(({ id, yours }) => {
    const shared = scene.byPerson.get(yours ?? '') ?? byTheirId.get(id)
    const state = shared && scene.states.get(shared.personId)
    if (!shared || !state || state.inTrash || shared.erasedThereOn !== null) return []
    return [
      {
        ...{ key: id, status: 'erasedThere' as const, told: null, candidate: null, stamps: null, outcomes: [] },
        ...{ state, known: null, decisions: undecided, alike: [] },
      },
    ]
  })
}

/** As the importer reads a person of a list. */
function toCandidate({ id, kind, fields }: FilePerson, at: number): Candidate {
  const values = toldValues(fields, nobody)
  return {
    key: id,
    line: at + 1,
    ...{ name: values.name, address: values.address, birthYear: values.birthYear },
    ...{ phone: values.phone, mobile: values.mobile, email: values.email, kind },
    ...{ since: fields.belongs.value.since, until: null, number: null, neighbourhoods: [], roles: [] },
    ...{ preferredContact: null, languages: null, emergencyContact: null, noteLines: [], gone: null, nobody: null },
    ...{ errors: [], remarks: [] },
  }
}

const nobody: PersonValues = {
  name: { firstName: '', infix: '', lastName: '', called: '' },
  birthYear: null,
  address: { street: '', houseNumber: null, houseSuffix: '', postcode: '', city: '' },
  phone: null,
  mobile: null,
  email: null,
  belongs: { isIn: false, since: null, until: null, reason: null },
}
