// Who may be meant: per household the groups of members that could be paid for, each with what the amount can be for them.
import type { Division } from './divide-amount.ts'
import { divideAmount } from './divide-amount.ts'
import type { Evidence } from './gather-evidence.ts'
import { householdsIn } from './gather-evidence.ts'
import type { KnownPayment, MatchSignal, MemberShare } from './match-types.ts'
import type { IndexedMember, MemberIndex } from './member-index.ts'

export interface Candidate {
  readonly members: readonly IndexedMember[]
  readonly household: readonly IndexedMember[]
  readonly division: Division
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

export function findCandidates(index: MemberIndex, evidence: Evidence): Candidate[] {
  const groups = householdsIn(index, evidence).flatMap((id) => {
    const household = index.households.get(id) ?? []
    return groupsOf(index, evidence, household).map((members) => ({ members, household }))
  })
  const across = groupAcross(index, evidence)
  if (across) groups.push({ members: across, household: across })
  return groups.flatMap(({ members, household }) => {
    const marks = markGroup(index, evidence, members, household)
    return divisionsFor(evidence, members).map((division) => ({ members, household, division, marks }))
  })
}

/** Also the way in which the account divided this amount before. */
function divisionsFor(evidence: Evidence, members: readonly IndexedMember[]): Division[] {
  const { line } = evidence
  const found = divideAmount(
    members.map(({ member }) => member),
    line.cents,
    line.bookDay,
  )
  const before = paymentsFor(evidence, members).findLast(({ shares }) => totalOf(shares) === line.cents)
  if (!before || found.some(({ shares }) => sharesKey(shares) === sharesKey(before.shares))) return found
  return [{ kind: 'rough', months: 0, shares: before.shares }, ...found]
}

/** Larger households are looked at one by one and as a whole: every pair and trio of ten people is a guess of no use. */
const smallHousehold = 4

function groupsOf(
  index: MemberIndex,
  evidence: Evidence,
  household: readonly IndexedMember[],
): (readonly IndexedMember[])[] {
  const paying = household.filter(({ member }) => member.monthCents > 0 || member.open.length > 0)
  const all = paying.length <= smallHousehold ? subsetsOf(paying) : [...paying.map((member) => [member]), paying]
  const pointedAt = [
    evidence.referenced,
    evidence.numbered,
    mentionedIn(evidence, household),
    firstNamedIn(evidence, household),
    ...(evidence.account?.payments ?? []).map(({ shares }) => membersOf(index, shares)),
  ].map((members) => household.filter((member) => members.includes(member)))
  const unique = new Map<string, readonly IndexedMember[]>()
  for (const members of [...pointedAt, ...all]) if (members.length > 0) unique.set(membersKey(members), members)
  return [...unique.values()]
}

/** One transfer for two households: only when numbers in the text or an earlier payment say so. */
function groupAcross(index: MemberIndex, evidence: Evidence): readonly IndexedMember[] | undefined {
  const before = evidence.account?.payments.at(-1)
  const groups = [evidence.numbered, before ? membersOf(index, before.shares) : []]
  return groups.find((members) => new Set(members.map(({ member }) => member.householdId)).size > 1)
}

function markGroup(
  index: MemberIndex,
  evidence: Evidence,
  members: readonly IndexedMember[],
  household: readonly IndexedMember[],
): Marks {
  const { reading, byName } = evidence
  const mentioned = mentionedIn(evidence, household)
  const firstNamed = firstNamedIn(evidence, household)
  const before = paymentsFor(evidence, members)
  const known = new Set((evidence.account?.payments ?? []).flatMap(({ shares }) => membersOf(index, shares)))
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
    sameShares: before.some(({ shares }) => totalOf(shares) === evidence.line.cents),
    namesOther:
      evidence.referenced.some((member) => !members.includes(member)) ||
      evidence.numbered.some((member) => !members.includes(member)) ||
      evidence.mentions.some((mention) => !mention.some((member) => members.includes(member))),
  }
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

function paymentsFor(evidence: Evidence, members: readonly IndexedMember[]): KnownPayment[] {
  const key = membersKey(members)
  return (evidence.account?.payments ?? []).filter(
    ({ shares }) => idsKey(shares.map((share) => share.memberId)) === key,
  )
}

export function sharesKey(shares: readonly MemberShare[]): string {
  return shares
    .map(({ memberId, cents }) => `${memberId}=${cents}`)
    .sort()
    .join()
}

export function signal(code: MatchSignal['code'], details: MatchSignal['details'] = {}): MatchSignal {
  return { code, details }
}

export const totalOf = (shares: readonly MemberShare[]) => shares.reduce((total, { cents }) => total + cents, 0)

export const membersKey = (members: readonly IndexedMember[]) => idsKey(members.map(({ member }) => member.id))

export const idsKey = (ids: readonly string[]) => [...new Set(ids)].sort().join()

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
