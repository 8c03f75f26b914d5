// A year of bank lines matched month by month without a book: what was decided and confirmed is kept here, in values. Serves
// `npm run bank:match`, and shows what the matcher needs of a real book.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addMonths, startOfMonth, startOfYear } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { matchLines } from './match-lines.ts'
import type {
  KnownAccount,
  KnownPayment,
  LineToMatch,
  MatchBook,
  MatchDecision,
  MatchDue,
  MatchMember,
  MemberShare,
  OwnBatch,
  OwnBatchItem,
} from './match-types.ts'

export interface ReplayMember extends Omit<MatchMember, 'open'> {}

export interface ReplayMandate {
  readonly reference: string
  readonly memberId: string
  readonly iban: string
  readonly cents: Cents
}

export interface ReplayStart {
  readonly members: readonly ReplayMember[]
  readonly mandates: readonly ReplayMandate[]
  readonly lines: readonly LineToMatch[]
}

export interface Replay {
  readonly months: readonly string[]
  /** The decisions on the lines of one month, by what is known so far. */
  readonly decide: (month: string) => readonly MatchDecision[]
  /** What the treasurer confirmed of them, by line. A certain decision that is not contradicted stands. */
  readonly confirm: (month: string, confirmed: ReadonlyMap<string, readonly MemberShare[]>) => void
}

export function startReplay(start: ReplayStart): Replay {
  const { members, lines } = start
  const sorted = [...lines].sort((a, b) => compare(a.bookDay, b.bookDay) || compare(a.id, b.id))
  const byMonth = Map.groupBy(sorted, (line) => line.bookDay.slice(0, 7))
  const firstDay = startOfYear(sorted[0]?.bookDay ?? '2000-01-01')
  const accounts = new Map<string, { payments: KnownPayment[]; paidOther: boolean }>()
  const paid = new Map<string, Cents>()
  const returned = new Set<string>()
  const decided = new Map<string, MatchDecision>()

  const bookOn = (day: Day): MatchBook => ({
    members: members.map((member) => ({ ...member, open: openDues(member, firstDay, day, paid.get(member.id) ?? 0) })),
    batches: ownBatches(start, returned),
    accounts: [...accounts].map(([iban, account]): KnownAccount => ({ iban, ...account })),
    ownIbans: [],
  })
  const pay = (shares: readonly MemberShare[], sign: 1 | -1 = 1) => {
    for (const { memberId, cents } of shares) paid.set(memberId, (paid.get(memberId) ?? 0) + sign * cents)
  }
  const learn = (line: LineToMatch, shares: readonly MemberShare[] | undefined) => {
    if (line.counterIban === null) return
    const account = accounts.get(line.counterIban) ?? { payments: [], paidOther: false }
    accounts.set(line.counterIban, account)
    if (shares) account.payments.push({ shares, day: line.bookDay, text: line.text })
    else account.paidOther = true
  }

  return {
    months: [...byMonth.keys()],
    decide: (month) => {
      const decisions = matchLines(bookOn(`${month}-01`), byMonth.get(month) ?? [])
      for (const decision of decisions) decided.set(decision.lineId, decision)
      return decisions
    },
    confirm: (month, confirmed) => {
      for (const line of byMonth.get(month) ?? []) {
        const decision = decided.get(line.id)
        const shares = confirmed.get(line.id)
        if (decision?.kind === 'batch') pay(decision.batch?.items ?? [])
        else if (decision?.kind === 'return' && decision.item) {
          returned.add(decision.item.endToEndId)
          pay([decision.item], -1)
        } else if (shares && shares.length > 0) {
          pay(shares)
          learn(line, shares)
        } else if (decision?.kind === 'auto') {
          pay(decision.match.shares)
          learn(line, decision.match.shares)
        } else if (line.cents > 0) learn(line, undefined)
      }
    },
  }
}

/** A month each, from the first year of the lines on; what was paid settles the oldest first. */
function openDues({ rateCents }: ReplayMember, firstDay: Day, until: Day, paidCents: Cents): MatchDue[] {
  const open: MatchDue[] = []
  let left = paidCents
  for (let start = startOfMonth(firstDay); start <= until && rateCents > 0; start = addMonths(start, 1)) {
    const openCents = rateCents - Math.max(0, Math.min(left, rateCents))
    left -= rateCents
    if (openCents > 0) open.push({ periodStart: start, openCents })
  }
  return open
}

/**
 * A folder has no list of collections: each reference of a batch among the lines is taken for one of all mandates. Where that is
 * not the sum, mandates that came back are taken to be on hold.
 */
function ownBatches({ members, mandates, lines }: ReplayStart, returned: ReadonlySet<string>): OwnBatch[] {
  const numbers = new Map(members.map(({ id, number }) => [id, number ?? id]))
  const held = new Set([...returned].map((endToEndId) => endToEndId.split('-').at(-1)))
  return lines
    .filter((line) => line.batchRef !== null && line.cents > 0)
    .map((line) => {
      const reference = line.batchRef ?? ''
      const all = mandates.map(({ reference: mandateReference, memberId, cents }): OwnBatchItem => {
        const endToEndId = `${reference}-${numbers.get(memberId) ?? ''}`
        return { endToEndId, mandateReference, memberId, cents, returned: returned.has(endToEndId) }
      })
      const items = sumOf(all) === line.cents ? all : all.filter(({ memberId }) => !held.has(numbers.get(memberId)))
      return { reference, cents: sumOf(items), items }
    })
}

const sumOf = (items: readonly OwnBatchItem[]) => items.reduce((total, { cents }) => total + cents, 0)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
