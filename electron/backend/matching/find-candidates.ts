// Who may be meant: per household the groups of members that could be paid for, each with what the amount can be for them.
import { membersKey, type PastPayment, sharesKey } from './account-history.ts'
import type { Division } from './divide-amount.ts'
import { divideAmount } from './divide-amount.ts'
import type { Evidence } from './gather-evidence.ts'
import type { LineToMatch, MemberShare } from './match-types.ts'
import { type IndexedMember, type MemberIndex, numberKey } from './member-index.ts'

export interface Candidate {
  readonly members: readonly IndexedMember[]
  readonly membersKey: string
  readonly household: readonly IndexedMember[]
  readonly division: Division
  readonly sharesKey: string
  readonly marks: Marks
}

/** What points to these members. */
export interface Marks {
  readonly reference: boolean
  /** The text holds the numbers of just these members. */
  readonly number: boolean
  /** The text holds their full names. */
  readonly textName: boolean
  /** The text holds their first names. */
  readonly firstNames: boolean
  readonly address: boolean
  /** How well the name on the account fits one of them, and anybody of the household: 0 to 1. */
  readonly ownName: number
  readonly householdName: number
  /** The account paid for the household before; for just these members; and this amount for them. */
  readonly iban: boolean
  readonly sameMembers: boolean
  readonly sameShares: boolean
  /** The text names somebody else. */
  readonly namesOther: boolean
}

/** Those whom a number, a reference, a name in the text or an earlier payment points at: nobody else can be certain. */
export function pointedCandidates(index: MemberIndex, evidence: Evidence): Candidate[] {
  const groups = evidence.households.flatMap((id) => {
    const household = index.households.get(id) ?? []
    return pointedGroups(index, evidence, household).map((members) => ({ members, household }))
  })
  const across = groupAcross(index, evidence)
  if (across) groups.push({ members: across, household: across })
  return toCandidates(evidence, groups)
}

/** Everybody else in the same households: for suggestions. */
export function guessedCandidates(index: MemberIndex, evidence: Evidence): Candidate[] {
  const groups = evidence.households.flatMap((id) => {
    const household = index.households.get(id) ?? []
    const pointedAt = new Set(pointedGroups(index, evidence, household).map(membersKey))
    return possibleGroups(household)
      .filter((members) => !pointedAt.has(membersKey(members)))
      .map((members) => ({ members, household }))
  })
  return toCandidates(evidence, groups)
}

interface Group {
  readonly members: readonly IndexedMember[]
  readonly household: readonly IndexedMember[]
}

function toCandidates(evidence: Evidence, groups: readonly Group[]): Candidate[] {
  return groups.flatMap(({ members, household }) => {
    const key = membersKey(members)
    const before = (evidence.account?.payments ?? []).filter((payment) => payment.membersKey === key)
    const marks = markGroup(evidence, members, household, before)
    return divisionsFor(evidence.line, members, before).map((division) => ({
      members,
      membersKey: key,
      household,
      division,
      sharesKey: sharesKey(division.shares),
      marks,
    }))
  })
}

/** Also the way in which the account divided this amount before. */
function divisionsFor(
  line: LineToMatch,
  members: readonly IndexedMember[],
  before: readonly PastPayment[],
): Division[] {
  const found = divideAmount(
    members.map(({ member }) => member),
    line.cents,
    line.bookDay,
  )
  const same = before.findLast(({ cents }) => cents === line.cents)
  if (!same || found.some(({ shares }) => sharesKey(shares) === same.sharesKey)) return found
  return [{ kind: 'rough', months: 0, guess: 0, shares: same.shares }, ...found]
}

/** Larger households are looked at one by one and as a whole: every pair and trio of ten people is a guess of no use. */
const smallHousehold = 3

function possibleGroups(household: readonly IndexedMember[]): (readonly IndexedMember[])[] {
  const paying = household.filter(({ member }) => member.rateCents > 0 || member.open.length > 0)
  return paying.length <= smallHousehold ? subsetsOf(paying) : [...paying.map((member) => [member]), paying]
}

function pointedGroups(
  index: MemberIndex,
  evidence: Evidence,
  household: readonly IndexedMember[],
): (readonly IndexedMember[])[] {
  const pointedAt = [
    evidence.referenced,
    evidence.numbered,
    mentionedIn(evidence, household),
    firstNamedIn(evidence, household),
    ...setsPaidBefore(index, evidence),
  ]
  const unique = new Map<string, readonly IndexedMember[]>()
  for (const group of pointedAt) {
    const members = household.filter((member) => group.includes(member))
    if (members.length > 0) unique.set(membersKey(members), members)
  }
  return [...unique.values()]
}

/** Each group of members that the account paid for, once. */
function setsPaidBefore(index: MemberIndex, { account }: Evidence): IndexedMember[][] {
  const sets = new Map(account?.payments.map(({ membersKey: key, shares }) => [key, shares]))
  return [...sets.values()].map((shares) => membersOf(index, shares))
}

/** One transfer for two households: only when numbers in the text or an earlier payment say so. */
function groupAcross(index: MemberIndex, evidence: Evidence): readonly IndexedMember[] | undefined {
  const before = evidence.account?.payments.at(-1)
  const groups = [evidence.numbered, before ? membersOf(index, before.shares) : []]
  return groups.find((members) => new Set(members.map(({ member }) => member.householdId)).size > 1)
}

function markGroup(
  evidence: Evidence,
  members: readonly IndexedMember[],
  household: readonly IndexedMember[],
  before: readonly PastPayment[],
): Marks {
  const { reading, byName } = evidence
  const mentioned = mentionedIn(evidence, household)
  const firstNamed = firstNamedIn(evidence, household)
  const known = evidence.account?.members ?? new Set()
  const nameOf = (people: readonly IndexedMember[]) => Math.max(0, ...people.map((member) => byName.get(member) ?? 0))
  const text = ` ${reading.words.join(' ')} `
  return {
    reference: evidence.referenced.length > 0 && sameMembers(evidence.referenced, members),
    number: evidence.numbered.length > 0 && sameMembers(evidence.numbered, members),
    textName: mentioned.length > 0 && sameMembers(mentioned, members),
    firstNames: firstNamed.length > 0 && sameMembers(firstNamed, members),
    address: members.some(({ address }) => address !== '' && text.includes(` ${address} `)),
    ownName: nameOf(members),
    householdName: nameOf(household),
    iban: household.some((member) => known.has(member)),
    sameMembers: before.length > 0,
    sameShares: before.some(({ cents }) => cents === evidence.line.cents),
    namesOther:
      evidence.referenced.some((member) => !members.includes(member)) ||
      evidence.numbered.some((member) => !members.includes(member)) ||
      (known.size > 0 && firstNamed.some((member) => !members.includes(member))) ||
      // A bare number says nothing by itself, and is no chance where it is that of somebody the account pays for.
      [...known].some((member) => !members.includes(member) && hasNumber(reading.words, member)) ||
      evidence.mentions.some((mention) => !mention.some((member) => members.includes(member))),
  }
}

function hasNumber(words: readonly string[], { member }: IndexedMember): boolean {
  return member.number !== null && words.includes(numberKey(member.number))
}

/** Of several people with the same full name, those of this household. */
function mentionedIn(evidence: Evidence, household: readonly IndexedMember[]): IndexedMember[] {
  const mentioned = new Set(evidence.mentions.flat())
  return household.filter((member) => mentioned.has(member))
}

/** First names alone say something only inside a household that something else points to. */
function firstNamedIn({ reading }: Evidence, household: readonly IndexedMember[]): IndexedMember[] {
  return household.filter(({ givenNames }) =>
    givenNames.some((name) => name.length > 1 && reading.words.includes(name)),
  )
}

function membersOf(index: MemberIndex, shares: readonly MemberShare[]): IndexedMember[] {
  return shares.flatMap(({ memberId }) => index.byId.get(memberId) ?? [])
}

function sameMembers(a: readonly IndexedMember[], b: readonly IndexedMember[]): boolean {
  return a.length === b.length && a.every((member) => b.includes(member))
}

function subsetsOf(members: readonly IndexedMember[]): IndexedMember[][] {
  const subsets: IndexedMember[][] = [[]]
  for (const member of members) subsets.push(...subsets.map((subset) => [...subset, member]))
  return subsets.slice(1)
}
