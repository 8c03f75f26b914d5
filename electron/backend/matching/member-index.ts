// Everything about the members that a line is looked up by, made once for a whole file: a look-up must not grow with the
// number of members.
import { foldText } from '../../../shared/domain/person-name.ts'
import type { KnownAccount, MatchBook, MatchMember } from './match-types.ts'

export interface IndexedMember {
  readonly member: MatchMember
  /** Folded, the whole first: of a double name either half is one too, "Dijkstra-Bakker" banks as Dijkstra. */
  readonly lastNames: readonly string[]
  readonly infix: string
  /** First name and what people call them, folded; without empty ones. */
  readonly givenNames: readonly string[]
  readonly initials: string
  /** "kerkstraat 167" */
  readonly address: string
}

export interface MemberIndex {
  readonly byId: ReadonlyMap<string, IndexedMember>
  readonly byNumber: ReadonlyMap<string, readonly IndexedMember[]>
  readonly byReference: ReadonlyMap<string, readonly IndexedMember[]>
  readonly households: ReadonlyMap<string, readonly IndexedMember[]>
  /** By last name, and in it by first name, initials and first letter; '' holds all of that last name. */
  readonly byName: ReadonlyMap<string, ReadonlyMap<string, readonly IndexedMember[]>>
  readonly accounts: ReadonlyMap<string, KnownAccount>
  /** Ids of those for whom a known account pays: a new account in the same name stands out. */
  readonly paidFor: ReadonlySet<string>
}

export function indexMembers(book: MatchBook): MemberIndex {
  const byId = new Map<string, IndexedMember>()
  const byNumber = new Map<string, IndexedMember[]>()
  const byReference = new Map<string, IndexedMember[]>()
  const households = new Map<string, IndexedMember[]>()
  const byName = new Map<string, Map<string, IndexedMember[]>>()
  // Sorted, so that the order in which members are given decides nothing.
  const fold = rememberFolding()
  for (const member of [...book.members].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const indexed = indexMember(member, fold)
    byId.set(member.id, indexed)
    if (member.number !== null) add(byNumber, numberKey(member.number), indexed)
    for (const reference of member.references) add(byReference, reference, indexed)
    add(households, member.householdId, indexed)
    for (const lastName of indexed.lastNames) addByGiven(byName, lastName, indexed)
  }
  const accounts = new Map(book.accounts.map((account) => [account.iban, account]))
  return { byId, byNumber, byReference, households, byName, accounts, paidFor: book.paidFor ?? membersPaidFor(book) }
}

/** "0042" and "42" are one number. */
export function numberKey(number: string): string {
  if (/^[1-9]\d*$/.test(number)) return number
  return foldText(number)
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '')
}

function indexMember(member: MatchMember, fold: (text: string) => string): IndexedMember {
  return {
    member,
    lastNames: splitLastName(fold(member.lastName)),
    infix: fold(member.infix),
    givenNames: givenNamesOf(fold(member.firstName), fold(member.called)),
    initials: initialsOf(fold(member.initials), fold(member.firstName)),
    address: member.street === '' ? '' : `${fold(member.street)} ${fold(member.houseNumber)}`,
  }
}

/** The names somebody is called by; both folded. */
export function givenNamesOf(firstName: string, called: string): string[] {
  return [...new Set([firstName, called, firstName.split(' ')[0] ?? ''])].filter((name) => name !== '')
}

/** As they are given, else those of the first name; both folded. */
export function initialsOf(initials: string, firstName: string): string {
  return initials.replace(/\s/g, '') || firstLetters(firstName)
}

const firstLetters = (name: string) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')

/** Words that belong to the last name and are none by themselves. */
const openers = /^(?:al|el|ben|bin|ibn|abu|ait|ould|mac|mc|san|santa|st|de|da|van) /

/** The names somebody may bank under, of a folded last name. */
export function splitLastName(whole: string): string[] {
  if (!whole.includes(' ') || openers.test(whole)) return whole === '' ? [] : [whole]
  const words = whole.split(' ')
  return [whole, words[0] ?? '', words.at(-1) ?? '']
}

function addByGiven(byName: Map<string, Map<string, IndexedMember[]>>, lastName: string, indexed: IndexedMember): void {
  const people = byName.get(lastName) ?? new Map<string, IndexedMember[]>()
  byName.set(lastName, people)
  add(people, '', indexed)
  for (const given of givenKeys(indexed)) add(people, given, indexed)
}

function givenKeys({ givenNames, initials }: IndexedMember): Set<string> {
  const keys = new Set(givenNames)
  for (const name of [...givenNames, initials]) keys.add(name.slice(0, 1))
  keys.add(initials)
  keys.delete('')
  return keys
}

/** A thousand people share a few hundred names. */
export function rememberFolding(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const folded = known.get(text) ?? foldText(text)
    known.set(text, folded)
    return folded
  }
}

function membersPaidFor(book: MatchBook): Set<string> {
  const ids = new Set<string>()
  for (const { payments } of book.accounts) {
    for (const { shares } of payments) for (const { memberId } of shares) ids.add(memberId)
  }
  return ids
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
