// Says how good decisions are, and answers like a treasurer. Sees the labels; what it judges does not.
import type { Label, MatchingSet } from './matching-set.ts'

export interface ShareJson {
  readonly memberNo: number | string
  readonly cents: number
}

export interface DecisionJson {
  readonly id: string
  readonly kind: string
  readonly allocations: readonly ShareJson[]
  readonly suggestions: readonly (readonly ShareJson[])[]
  readonly reason: string
}

/**
 * What the treasurer confirms. `missing`: what was not booked by itself, found by hand if need be. `all`: also what was.
 */
export type Treasurer = 'missing' | 'all'

export interface Tally {
  dues: number
  duesLater: number
  auto: number
  autoRightHousehold: number
  autoRightMember: number
  autoRightLater: number
  oneClick: number
  topClick: number
  otherAsDues: number
  ownLines: number
  ownRight: number
  missingDecisions: number
}

export function newTally(): Tally {
  return {
    dues: 0,
    duesLater: 0,
    auto: 0,
    autoRightHousehold: 0,
    autoRightMember: 0,
    autoRightLater: 0,
    oneClick: 0,
    topClick: 0,
    otherAsDues: 0,
    ownLines: 0,
    ownRight: 0,
    missingDecisions: 0,
  }
}

/** Judges one month; `later` from the third month on, when the accounts are known. */
export function judgeMonth(
  set: MatchingSet,
  month: string,
  decisions: readonly DecisionJson[],
  later: boolean,
  tally: Tally,
) {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]))
  const households = new Map(set.members.map(({ no, household }) => [no, household]))
  for (const { id } of set.transactions.filter(({ date }) => date.startsWith(month))) {
    const label = set.labels[id]
    const decision = byId.get(id)
    if (!label) continue
    if (!decision) tally.missingDecisions += 1
    else judgeLine(label, decision, households, later, tally)
  }
}

function judgeLine(
  label: Label,
  decision: DecisionJson,
  households: ReadonlyMap<number, string>,
  later: boolean,
  tally: Tally,
) {
  if (label.kind === 'batch' || label.kind === 'storno') {
    tally.ownLines += 1
    if (decision.kind === (label.kind === 'batch' ? 'batch' : 'return')) tally.ownRight += 1
    return
  }
  const isAuto = decision.kind === 'auto'
  if (isAuto) tally.auto += 1
  if (label.kind === 'other') {
    if (isAuto) tally.otherAsDues += 1
    return
  }
  tally.dues += 1
  if (later) tally.duesLater += 1
  const rightHousehold =
    isAuto && householdsKey(decision.allocations, households) === householdsKey(sharesOf(label), households)
  const rightMember = isAuto && isRight(label, decision.allocations)
  if (rightHousehold) tally.autoRightHousehold += 1
  if (rightHousehold && later) tally.autoRightLater += 1
  if (rightMember) tally.autoRightMember += 1
  const [top] = decision.suggestions
  if (rightMember || (!isAuto && top && isRight(label, top))) tally.topClick += 1
  if (rightMember || (!isAuto && decision.suggestions.some((shares) => isRight(label, shares)))) tally.oneClick += 1
}

/** The answer of the treasurer, after the decisions of the month were judged. */
export function answerMonth(set: MatchingSet, decisions: readonly DecisionJson[], treasurer: Treasurer) {
  const confirmed = decisions.flatMap((decision) => {
    const label = set.labels[decision.id]
    if (label?.kind !== 'dues') return []
    if (treasurer === 'missing' && decision.kind === 'auto') return []
    return [{ id: decision.id, allocations: sharesOf(label) }]
  })
  return { confirmed }
}

export interface Figures {
  readonly precisionHousehold: number
  readonly precisionMember: number
  readonly recall: number
  readonly recallLater: number
  readonly oneClick: number
  readonly topClick: number
  readonly otherAsDues: number
  readonly ownShare: number
}

export function figuresOf(tally: Tally): Figures {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  return {
    precisionHousehold: share(tally.autoRightHousehold, tally.auto),
    precisionMember: share(tally.autoRightMember, tally.auto),
    recall: share(tally.autoRightHousehold, tally.dues),
    recallLater: share(tally.autoRightLater, tally.duesLater),
    oneClick: share(tally.oneClick, tally.dues),
    topClick: share(tally.topClick, tally.dues),
    otherAsDues: tally.otherAsDues,
    ownShare: tally.missingDecisions > 0 ? 0 : share(tally.ownRight, tally.ownLines),
  }
}

export function reachesGoals(figures: Figures): boolean {
  return (
    figures.precisionHousehold >= 0.999 &&
    figures.precisionMember >= 0.995 &&
    figures.recall >= 0.8 &&
    figures.recallLater >= 0.85 &&
    figures.oneClick >= 0.95 &&
    figures.otherAsDues === 0 &&
    figures.ownShare === 1
  )
}

function isRight(label: Label, shares: readonly ShareJson[]): boolean {
  const right = sharesOf(label)
  if (sharesKey(right) === sharesKey(shares)) return true
  const [only, second] = shares
  const [expected, more] = right
  if (!only || second || !expected || more) return false
  return only.cents === expected.cents && (label.interchangeable ?? []).includes(Number(only.memberNo))
}

const sharesOf = (label: Label): ShareJson[] => (label.alloc ?? []).map(({ m, c }) => ({ memberNo: m, cents: c }))

const sharesKey = (shares: readonly ShareJson[]) =>
  shares
    .map(({ memberNo, cents }) => `${memberNo}=${cents}`)
    .sort()
    .join()

function householdsKey(shares: readonly ShareJson[], households: ReadonlyMap<number, string>): string {
  const sums = new Map<string, number>()
  for (const { memberNo, cents } of shares) {
    const household = households.get(Number(memberNo)) ?? 'nobody'
    sums.set(household, (sums.get(household) ?? 0) + cents)
  }
  return [...sums]
    .map(([household, cents]) => `${household}=${cents}`)
    .sort()
    .join()
}
