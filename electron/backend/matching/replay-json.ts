// The JSON of a replay's folder and of the lines that go out and come in; fields may be missing, numbers may be text.
import { plainIban } from '../../../shared/domain/iban.ts'
import { describeReason } from './describe-reason.ts'
import type { LineToMatch, MatchDecision, MemberShare } from './match-types.ts'
import type { ReplayMandate, ReplayMember, ReplayStart } from './replay.ts'

type Json = Readonly<Record<string, unknown>>

export interface ReplayJson {
  readonly members: readonly Json[]
  readonly mandates: readonly Json[]
  readonly transactions: readonly Json[]
}

export function readReplay({ members, mandates, transactions }: ReplayJson): ReplayStart {
  return {
    members: members.map(readMember),
    mandates: mandates.map(readMandate),
    lines: transactions.map(readLine),
  }
}

/** Shares in cents by member number, as the outside knows members. */
interface ShareJson {
  readonly memberNo: number | string
  readonly cents: number
}

export function decisionToJson(start: ReplayStart, decision: MatchDecision) {
  const line = start.lines.find(({ id }) => id === decision.lineId)
  const toJson = (shares: readonly MemberShare[]) => shares.map(shareToJson)
  return {
    id: decision.lineId,
    kind: decision.kind,
    allocations: toJson(sharesOf(start, decision, line)),
    suggestions:
      decision.kind === 'suggested' || decision.kind === 'other'
        ? decision.suggestions.map(({ shares }) => toJson(shares))
        : [],
    reason: describeReason(decision.reason, 'nl'),
  }
}

/** What was confirmed, by line; an empty or broken answer confirms nothing. */
export function readConfirmed(start: ReplayStart, answer: string): Map<string, readonly MemberShare[]> {
  const known = new Set(start.members.map(({ id }) => id))
  const confirmed = new Map<string, readonly MemberShare[]>()
  for (const entry of listOf(parse(answer).confirmed)) {
    const shares = listOf(entry.allocations)
      .map((share) => ({ memberId: textOf(share.memberNo), cents: integerOf(share.cents) }))
      .filter(({ memberId, cents }) => known.has(memberId) && cents > 0)
    confirmed.set(textOf(entry.id), shares)
  }
  return confirmed
}

function sharesOf(start: ReplayStart, decision: MatchDecision, line: LineToMatch | undefined): readonly MemberShare[] {
  switch (decision.kind) {
    case 'auto':
      return decision.match.shares
    case 'batch':
      return decision.batch?.items ?? []
    case 'return': {
      // The collection may lie before the first line of the folder; the mandate still tells whose it was.
      const mandate = start.mandates.find(({ reference }) => reference === line?.mandateRef)
      const memberId = decision.item?.memberId ?? mandate?.memberId
      return memberId === undefined || !line ? [] : [{ memberId, cents: line.cents }]
    }
    case 'suggested':
    case 'other':
      return []
  }
}

function readMember(json: Json): ReplayMember {
  const number = textOf(json.no)
  const household = textOf(json.household) || `alone-${number}`
  return {
    id: number,
    number,
    firstName: textOf(json.first),
    called: '',
    initials: textOf(json.initials),
    infix: textOf(json.prefix),
    lastName: textOf(json.surname),
    householdId: household,
    payerKey: household,
    street: textOf(json.street),
    houseNumber: textOf(json.nr),
    rateCents: integerOf(json.dueCents),
    rateMonths: 1,
    references: textOf(json.reference) === '' ? [] : [textOf(json.reference)],
  }
}

function readMandate(json: Json): ReplayMandate {
  return {
    reference: textOf(json.mandate),
    memberId: textOf(json.member),
    iban: plainIban(textOf(json.iban)),
    cents: integerOf(json.dueCents),
  }
}

function readLine(json: Json): LineToMatch {
  return {
    id: textOf(json.id),
    bookDay: textOf(json.date),
    cents: integerOf(json.cents),
    counterIban: plainIban(textOf(json.iban)) || null,
    counterName: textOf(json.name) || null,
    text: textOf(json.desc),
    structuredRef: textOf(json.ref) || null,
    endToEndId: textOf(json.e2e) || null,
    mandateRef: textOf(json.mandate) || null,
    batchRef: textOf(json.pmtInfId) || null,
    returnCode: textOf(json.ret) || null,
    isReversal: false,
  }
}

function shareToJson({ memberId, cents }: MemberShare): ShareJson {
  return { memberNo: /^[1-9]\d*$/.test(memberId) ? Number(memberId) : memberId, cents }
}

function parse(answer: string): Json {
  try {
    const value: unknown = JSON.parse(answer)
    return isJson(value) ? value : {}
  } catch {
    // Not an answer: nothing was confirmed.
    return {}
  }
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function integerOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}
