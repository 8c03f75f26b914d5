// Builders: a valid thing; the test says only what matters to it.
import { matchLines } from '../../../../electron/backend/matching/match-lines.ts'
import type {
  KnownAccount,
  LineToMatch,
  MatchBook,
  MatchDecision,
  MatchMember,
} from '../../../../electron/backend/matching/match-types.ts'

export function aMember(no: number, name: string, more: Partial<MatchMember> = {}): MatchMember {
  const [firstName = '', ...rest] = name.split(' ')
  const lastName = rest.at(-1) ?? ''
  return {
    id: `m${no}`,
    number: String(no),
    firstName,
    called: '',
    initials: '',
    infix: rest.slice(0, -1).join(' '),
    lastName,
    householdId: `h${no}`,
    payerKey: more.householdId ?? `h${no}`,
    street: '',
    houseNumber: '',
    rateCents: 1000,
    rateMonths: 1,
    open: [{ periodStart: '2026-03-01', openCents: 1000 }],
    references: [],
    ...more,
  }
}

function aLine(more: Partial<LineToMatch>): LineToMatch {
  return {
    id: 'line',
    bookDay: '2026-03-05',
    cents: 1000,
    counterIban: 'NL01BANK0000000001',
    counterName: null,
    text: '',
    structuredRef: null,
    endToEndId: null,
    mandateRef: null,
    batchRef: null,
    returnCode: null,
    isReversal: false,
    ...more,
  }
}

export function aBook(members: readonly MatchMember[], more: Partial<MatchBook> = {}): MatchBook {
  return { members, batches: [], accounts: [], ownIbans: [], ...more }
}

/** Paid this for these members, so many times. */
export function anAccount(
  shares: Readonly<Record<string, number>>,
  times = 2,
  more: Partial<KnownAccount> = {},
): KnownAccount {
  const payment = {
    shares: Object.entries(shares).map(([memberId, cents]) => ({ memberId, cents })),
    day: '2026-02-05',
    text: '',
  }
  return { iban: 'NL01BANK0000000001', payments: Array(times).fill(payment), paidOther: false, ...more }
}

export function decide(book: MatchBook, line: Partial<LineToMatch>): MatchDecision {
  const [decision] = matchLines(book, [aLine(line)])
  if (!decision) throw new Error('no decision')
  return decision
}

/** "auto m1=1000", "suggested m1=1000 | m2=1000", "other", ... */
export function inShort(decision: MatchDecision): string {
  const sharesOf = (match: { readonly shares: readonly { readonly memberId: string; readonly cents: number }[] }) =>
    match.shares.map(({ memberId, cents }) => `${memberId}=${cents}`).join('+')
  switch (decision.kind) {
    case 'auto':
      return `auto ${sharesOf(decision.match)}`
    case 'suggested':
      return `suggested ${decision.suggestions.map(sharesOf).join(' | ')}`
    case 'other':
      return `other ${decision.reason.code}`
    case 'batch':
      return `batch ${decision.reason.code} ${decision.batch?.items.length ?? 0}`
    case 'return':
      return `return ${decision.reason.code} ${decision.item?.memberId ?? '-'}`
  }
}
