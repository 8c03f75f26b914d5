// Is this somebody the book knows, or somebody else in the list? Certain only with a second thing besides the name;
// everything that merely looks alike is for a person to decide.
import { makeAddressKey } from '../../../shared/domain/address.ts'
import { foldText, type PersonName } from '../../../shared/domain/person-name.ts'
import type { Candidate, Person } from './candidate.ts'
import type { KnownPerson } from './import-queries.ts'

/** `others` could be it as well: whoever decides must be able to tell them apart. */
export type Match =
  | { readonly kind: 'none' }
  | { readonly kind: 'same'; readonly person: KnownPerson; readonly others?: readonly KnownPerson[] }
  | {
      readonly kind: 'alike'
      readonly person: KnownPerson
      readonly others?: readonly KnownPerson[]
      readonly why: 'name' | 'number'
    }

/** Finds people of the book for candidates; made once per list. */
export function createMatcher(people: readonly KnownPerson[]): (candidate: Candidate) => Match {
  const byName = group(people, (person) => nameKeys(person.name))
  const byDoor = group(people, (person) => [makeAddressKey(person.address)])
  const byNumber = group(people, (person) => (person.membership?.number ? [person.membership.number] : []))
  return (candidate) => {
    const numberOf = (person: KnownPerson) => person.membership?.number ?? null
    const namesakes = [...new Set(nameKeys(candidate.name).flatMap((key) => byName.get(key) ?? []))].filter((person) =>
      haveSameInfix(person.name, candidate.name),
    )
    const proven = namesakes.filter(
      (person) => countProofs(candidate, person, numberOf(person)) > 0 && !isContradicted(candidate, person),
    )
    const [best, ...equals] = keepBest(
      proven,
      (person) => countProofs(candidate, person, numberOf(person)) + (yearsApart(candidate, person) === 0 ? 1 : 0),
    )
    if (best && equals.length === 0)
      return { kind: 'same', person: best, others: some(namesakes.filter((person) => person !== best)) }
    // Father and son at one front door: nothing says which of them it is.
    if (best) return { kind: 'alike', person: best, others: some(equals), why: 'name' }
    // Of several namesakes first the one of the same year, and one of another year last.
    const [first, ...rest] = [...namesakes].sort((a, b) => yearsApart(candidate, a) - yearsApart(candidate, b))
    if (first && rest.length === 0 && lacksAddress(candidate, first) && !isContradicted(candidate, first)) {
      return { kind: 'same', person: first }
    }
    if (first) return { kind: 'alike', person: first, others: some(rest), why: 'name' }
    const [neighbour, ...neighbours] = (byDoor.get(makeAddressKey(candidate.address)) ?? []).filter((person) =>
      looksAlike(candidate, person),
    )
    if (neighbour) return { kind: 'alike', person: neighbour, others: some(neighbours), why: 'name' }
    const numbered = candidate.number === null ? undefined : byNumber.get(candidate.number)?.[0]
    return numbered ? { kind: 'alike', person: numbered, why: 'number' } : { kind: 'none' }
  }
}

export interface FileDouble {
  readonly earlier: Candidate
  /** True when the rows say exactly the same. */
  readonly equal: boolean
}

/** Candidates that stand in the list twice, by the key of the later one. */
export function findFileDoubles(candidates: readonly Candidate[]): ReadonlyMap<string, FileDouble> {
  const doubles = new Map<string, FileDouble>()
  const byDoor = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (candidate.errors.length > 0) continue
    const door = makeAddressKey(candidate.address)
    const earlierOnes = byDoor.get(door === '' ? `?${nameKeys(candidate.name)[0]}` : door) ?? []
    const others = earlierOnes.filter((other) => other.line !== candidate.line)
    const earlier =
      others.find((other) => haveSameName(other.name, candidate.name)) ??
      others.find((other) => looksAlike(candidate, other))
    if (earlier) doubles.set(candidate.key, { earlier, equal: saysTheSame(earlier, candidate) })
    else byDoor.set(door === '' ? `?${nameKeys(candidate.name)[0]}` : door, [...earlierOnes, candidate])
  }
  return doubles
}

/** The earlier one with what only the later one knows; binnenbuurten, roles and notes of both. */
export function mergeCandidates(earlier: Candidate, later: Candidate): Candidate {
  const merged: Record<string, unknown> = { ...earlier }
  for (const [field, value] of Object.entries(later)) if (merged[field] === null) merged[field] = value
  const groups = earlier.neighbourhoods.map((name) => foldText(name))
  return {
    ...(merged as unknown as Candidate), // only nulls were filled, from the same type
    address: earlier.address.street === '' ? later.address : earlier.address,
    neighbourhoods: [
      ...earlier.neighbourhoods,
      ...later.neighbourhoods.filter((name) => !groups.includes(foldText(name))),
    ],
    roles: [...new Set([...earlier.roles, ...later.roles])],
    noteLines: [...new Set([...earlier.noteLines, ...later.noteLines])],
  }
}

function sameDoor(a: Pick<Person, 'address'>, b: Pick<Person, 'address'>): boolean {
  const key = makeAddressKey(a.address)
  return key !== '' && key === makeAddressKey(b.address)
}

/** Keys under which a name is found: last name with first name, and with roepnaam. */
function nameKeys(name: PersonName): string[] {
  const last = foldText(name.lastName)
  const given = [name.firstName, name.called].filter((part) => part !== '').map((part) => foldText(part))
  return given.length === 0 ? [`${last}|`] : [...new Set(given.map((part) => `${last}|${part}`))]
}

function haveSameName(a: PersonName, b: PersonName): boolean {
  const keys = nameKeys(b)
  return haveSameInfix(a, b) && nameKeys(a).some((key) => keys.includes(key))
}

function haveSameInfix(a: PersonName, b: PersonName): boolean {
  return a.infix === '' || b.infix === '' || foldText(a.infix) === foldText(b.infix)
}

/** In how many things besides the name they agree. */
function countProofs(a: Candidate, b: Person, numberOfB: string | null): number {
  return [
    sameDoor(a, b),
    a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase(),
    a.mobile !== null && a.mobile === b.mobile,
    a.phone !== null && a.phone === b.phone,
    a.number !== null && a.number === numberOfB,
  ].filter((agrees) => agrees).length
}

/** More than these nobody compares; and of a list of one name over and over, each row would hold all. */
const some = (people: readonly KnownPerson[]) => people.slice(0, 19)

function keepBest(people: readonly KnownPerson[], scoreOf: (person: KnownPerson) => number): KnownPerson[] {
  const scored = people.map((person) => ({ person, score: scoreOf(person) }))
  const most = Math.max(...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score === most).map(({ person }) => person)
}

/** 0: the same year. 1: unknown. 2: another year. */
function yearsApart(a: Person, b: Person): number {
  if (isContradicted(a, b)) return 2
  return a.birthYear !== null && a.birthYear === b.birthYear ? 0 : 1
}

/** Father and son: everything the same but the year. */
function isContradicted(a: Person, b: Person): boolean {
  return a.birthYear !== null && b.birthYear !== null && a.birthYear !== b.birthYear
}

function lacksAddress(a: Person, b: Person): boolean {
  return a.address.street === '' || b.address.street === ''
}

/** A likely other spelling of the same name: initials, another tussenvoegsel, one letter, or a first name that one of them leaves out. */
function looksAlike(a: Person, b: Person): boolean {
  if (isContradicted(a, b)) return false
  if (haveSameReach(a, b) && givenNamesAlike(a.name, b.name)) return true
  const [last, other] = [foldText(a.name.lastName), foldText(b.name.lastName)]
  if (last === other && (isWithoutGiven(a.name) || isWithoutGiven(b.name))) return true
  return lastNamesAlike(last, other) && givenNamesAlike(a.name, b.name)
}

/** A mobile telephone is of one person, whatever their last name is by now. */
const haveSameReach = (a: Person, b: Person) => a.mobile !== null && a.mobile === b.mobile

const isWithoutGiven = ({ firstName, called }: PersonName) => firstName === '' && called === ''

function lastNamesAlike(a: string, b: string): boolean {
  return a === b || (a.length >= 4 && b.length >= 4 && a.length + b.length > 8 && isOneLetterOff(a, b))
}

function givenNamesAlike(a: PersonName, b: PersonName): boolean {
  const given = (name: PersonName) =>
    [name.firstName, name.called].map((part) => foldText(part)).filter((part) => part !== '')
  return given(a).some((one) =>
    given(b).some(
      (other) =>
        one === other ||
        areInitialsOf(one, other) ||
        areInitialsOf(other, one) ||
        (one.length >= 4 && other.length >= 4 && isOneLetterOff(one, other)),
    ),
  )
}

/** "j p" or "j" for "jan pieter". */
function areInitialsOf(initials: string, name: string): boolean {
  return initials.split(' ').every((letter) => letter.length === 1) && initials[0] === name[0]
}

function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  return short.length === long.length
    ? short.slice(at + 1) === long.slice(at + 1)
    : short.slice(at) === long.slice(at + 1)
}

function saysTheSame(a: Candidate, b: Candidate): boolean {
  const told = ({ key: _key, line: _line, remarks: _remarks, ...rest }: Candidate) => JSON.stringify(rest)
  return told(a) === told(b)
}

function group<Value>(
  values: readonly Value[],
  keysOf: (value: Value) => readonly string[],
): ReadonlyMap<string, readonly Value[]> {
  const map = new Map<string, Value[]>()
  for (const value of values) {
    for (const key of keysOf(value)) {
      if (key === '') continue
      const known = map.get(key)
      if (known) known.push(value)
      else map.set(key, [value])
    }
  }
  return map
}
