// What an amount can be for a group of members: so many months, exactly what is open, or a part of it.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { startOfMonth } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { MatchMember, MemberShare } from './match-types.ts'

export interface Division {
  readonly shares: readonly MemberShare[]
  /**
   * `months`: that many months of each. `open`: exactly what is open. `monthsAndOpen`: arrears and some months on top.
   * `rough`: more or less than that.
   */
  readonly kind: 'months' | 'open' | 'monthsAndOpen' | 'rough'
  /** 0 when it is not about whole months. */
  readonly months: number
  /** Of several rough ways the place in their order; 0 otherwise. */
  readonly guess: number
}

/** The ways in which the amount may be meant, the plainest first; never empty for a group with a rate. */
export function divideAmount(members: readonly MatchMember[], cents: Cents, day: Day): Division[] {
  const rate = rateOf(members)
  const divisions: Division[] = []
  const times = rate.cents > 0 && rate.months !== undefined && cents % rate.cents === 0 ? cents / rate.cents : 0
  const months = times * (rate.months ?? 0)
  if (times > 0 && months <= mostMonths) {
    divisions.push({
      kind: 'months',
      months,
      guess: 0,
      shares: shareOut(members, (member) => member.rateCents * times),
    })
  }
  if (openOf(members) === cents) {
    divisions.push({ kind: 'open', months: 0, guess: 0, shares: shareOut(members, (member) => openOf([member])) })
  } else {
    const mixed = arrearsWithMonths(members, rate, cents, day)
    if (mixed) divisions.push(mixed)
  }
  return divisions.length > 0 ? divisions : divideRoughly(members, rate.cents, cents)
}

interface GroupRate {
  /** Of all of them together. */
  readonly cents: Cents
  /** For how many months that is; undefined when it is not the same for all. */
  readonly months: number | undefined
}

function rateOf(members: readonly MatchMember[]): GroupRate {
  const paying = members.filter(({ rateCents }) => rateCents > 0)
  const months = new Set(paying.map(({ rateMonths }) => rateMonths))
  return {
    cents: sum(paying.map(({ rateCents }) => rateCents)),
    months: months.size === 1 ? [...months][0] : undefined,
  }
}

/** Two years ahead is the most that anybody pays at once. */
const mostMonths = 24

/** Everything from before this month, and one or more terms from now on. */
function arrearsWithMonths(
  members: readonly MatchMember[],
  rate: GroupRate,
  cents: Cents,
  day: Day,
): Division | undefined {
  const from = startOfMonth(day)
  const arrears = (member: MatchMember) =>
    sum(member.open.filter(({ periodStart }) => periodStart < from).map(({ openCents }) => openCents))
  const total = sum(members.map(arrears))
  if (total === 0 || rate.cents === 0 || rate.months === undefined) return undefined
  const each = rate.months
  const months = [1, 3, 6, 12].find((count) => count % each === 0 && total + (count / each) * rate.cents === cents)
  if (months === undefined) return undefined
  return {
    kind: 'monthsAndOpen',
    months,
    guess: 0,
    shares: shareOut(members, (member) => arrears(member) + (member.rateCents * months) / each),
  }
}

/** Whole amounts for each and the rest for one of them, the one with the most open first; or in proportion, when it is too little. */
function divideRoughly(members: readonly MatchMember[], rate: Cents, cents: Cents): Division[] {
  const times = rate > 0 ? Math.floor(cents / rate) : 0
  if (times === 0 || times > mostMonths || members.length === 1) {
    return [{ kind: 'rough', months: 0, guess: 0, shares: shareInProportion(members, rate, cents) }]
  }
  const rest = cents - times * rate
  const byOpen = members.toSorted((a, b) => openOf([b]) - b.rateCents - openOf([a]) + a.rateCents)
  return byOpen.map((extra, guess) => ({
    kind: 'rough',
    months: 0,
    guess,
    shares: shareOut(members, (member) => times * member.rateCents + (member === extra ? rest : 0)),
  }))
}

/** In proportion to the rates, in whole euros while that goes; the last member takes what is left over. */
function shareInProportion(members: readonly MatchMember[], rate: Cents, cents: Cents): MemberShare[] {
  let left = cents
  const shares = members.map((member, at): MemberShare => {
    const part = rate > 0 ? (cents * member.rateCents) / rate : cents / members.length
    const own = at === members.length - 1 ? left : Math.min(left, Math.round(part / 100) * 100)
    left -= own
    return { memberId: member.id, cents: own }
  })
  return shares.filter((share) => share.cents > 0)
}

function shareOut(members: readonly MatchMember[], centsOf: (member: MatchMember) => Cents): MemberShare[] {
  return members.map((member) => ({ memberId: member.id, cents: centsOf(member) })).filter((share) => share.cents > 0)
}

export function openOf(members: readonly MatchMember[]): Cents {
  return sum(members.flatMap(({ open }) => open.map(({ openCents }) => openCents)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
