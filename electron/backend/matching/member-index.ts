// Everything about the members that a line is looked up by, made once for a whole file: a look-up must not grow with the
// number of members.
import { foldText } from '../../../shared/domain/person-name.ts'
import type { KnownAccount, MatchBook, MatchMember } from './match-types.ts'

export interface IndexedMember {
  readonly member: MatchMember
  /** Folded; "dijkstra bakker" for a double name. */
  readonly lastName: string
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
  /** By last name, and by last name with first name, initials or first letter: see `nameKey`. */
  readonly byName: ReadonlyMap<string, readonly IndexedMember[]>
  readonly accounts: ReadonlyMap<string, KnownAccount>
  /** Accounts that paid for a member, so that a new account in the same name stands out. */
  readonly ibansOf: ReadonlyMap<string, ReadonlySet<string>>
}

export function indexMembers(book: MatchBook): MemberIndex {
  const byId = new Map<string, IndexedMember>()
  const byNumber = new Map<string, IndexedMember[]>()
  const byReference = new Map<string, IndexedMember[]>()
  const households = new Map<string, IndexedMember[]>()
  const byName = new Map<string, IndexedMember[]>()
  // Sorted, so that the order in which members are given decides nothing.
  for (const member of [...book.members].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const indexed = indexMember(member)
    byId.set(member.id, indexed)
    if (member.number !== null) add(byNumber, numberKey(member.number), indexed)
    for (const reference of member.references) add(byReference, reference, indexed)
    add(households, member.householdId, indexed)
    for (const key of nameKeys(indexed)) add(byName, key, indexed)
  }
  const accounts = new Map(book.accounts.map((account) => [account.iban, account]))
  return { byId, byNumber, byReference, households, byName, accounts, ibansOf: ibansByMember(book) }
}

/** "0042" and "42" are one number. */
export function numberKey(number: string): string {
  return foldText(number)
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '')
}

/** @param given a first name, initials or a first letter; '' for the last name alone. */
export function nameKey(lastName: string, given: string): string {
  return `${lastName}|${given}`
}

function indexMember(member: MatchMember): IndexedMember {
  const firstName = foldText(member.firstName)
  const called = foldText(member.called)
  return {
    member,
    lastName: foldText(member.lastName),
    infix: foldText(member.infix),
    givenNames: [...new Set([firstName, called, firstName.split(' ')[0] ?? ''])].filter((name) => name !== ''),
    initials: foldText(member.initials).replace(/\s/g, '') || firstLetters(firstName),
    address: member.street === '' ? '' : foldText(`${member.street} ${member.houseNumber}`),
  }
}

const firstLetters = (name: string) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')

/** A double name is found by either half too: "Dijkstra-Bakker" banks as Dijkstra. */
function nameKeys({ lastName, givenNames, initials }: IndexedMember): Set<string> {
  const words = lastName.split(' ')
  const openers = /^(?:al|el|ben|bin|ibn|abu|ait|ould|mac|mc|san|santa|st)$/
  const halves = words.length > 1 && !openers.test(words[0] ?? '') ? [words[0] ?? '', words.at(-1) ?? ''] : []
  const keys = new Set<string>()
  for (const name of [lastName, ...halves].filter((part) => part !== '')) {
    keys.add(nameKey(name, ''))
    for (const given of [...givenNames, initials]) {
      keys.add(nameKey(name, given))
      keys.add(nameKey(name, given.slice(0, 1)))
    }
  }
  return keys
}

function ibansByMember(book: MatchBook): Map<string, Set<string>> {
  const ibans = new Map<string, Set<string>>()
  for (const { iban, payments } of book.accounts) {
    for (const { memberId } of payments.flatMap(({ shares }) => shares)) {
      const known = ibans.get(memberId)
      if (known) known.add(iban)
      else ibans.set(memberId, new Set([iban]))
    }
  }
  return ibans
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
