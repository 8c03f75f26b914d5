// What the treasurer does with each line: certain ones go at once, some are asked, some are no dues.
import type { Cents } from '../../../shared/domain/money.ts'
import type { Accounts } from '../dues/payer-accounts.ts'
import { payerOfKey } from '../dues/payer-accounts.ts'
import type { Match, MatchDecision, MatchReason, OwnBatch, OwnBatchItem } from '../matching/match-types.ts'
import type { PayerPart } from './book-lines.ts'
import type { HandPayment } from './hand-payments.ts'
import { handPaymentFinder } from './hand-payments.ts'
import type { LineText } from './line-text.ts'
import type { BankLine } from './open-lines.ts'

/** What would be done with a line that needs no look. */
export type CertainWork =
  | { readonly kind: 'dues'; readonly parts: readonly PayerPart[] }
  /** Between own accounts. */
  | { readonly kind: 'transfer' }
  | { readonly kind: 'batch'; readonly batch: OwnBatch }
  | {
      readonly kind: 'return'
      readonly item: OwnBatchItem & { readonly batchReference: string }
      readonly code: string
    }

export interface DecidedLine {
  readonly line: BankLine
  readonly text: LineText
  readonly decision: MatchDecision
}

export interface SortedLine extends DecidedLine {
  readonly group: 'certain' | 'confirm' | 'other'
  /** null unless the group is certain. */
  readonly work: CertainWork | null
  readonly hand: HandPayment | null
  /** How the same amount from the same account was divided over payers the last time; the first thing to offer. */
  readonly divided: readonly PayerPart[] | null
}

export function sortLines(
  lines: readonly DecidedLine[],
  accounts: Accounts,
  hand: readonly HandPayment[],
  dividedById: ReadonlyMap<string, readonly PayerPart[]>,
): SortedLine[] {
  const findHand = handPaymentFinder(hand, accounts)
  return lines.map((decided) => {
    const { line, decision } = decided
    const cents = line.cents - line.usedCents
    const payers = matchesOf(decision).map(({ payerKey }) => payerKey)
    const found = cents > 0 ? findHand(cents, line.bookDay, new Set(payers)) : null
    const certain = found ? null : certainWork(decision, accounts)
    const divided = certain && certain.kind !== 'dues' ? null : (dividedById.get(line.id) ?? null)
    const work = certain?.kind === 'dues' && divided && !areSame(certain.parts, divided) ? null : certain
    const isOther = decision.kind === 'other' && !found && !divided
    return { ...decided, group: work ? 'certain' : isOther ? 'other' : 'confirm', work, hand: found, divided }
  })
}

export function matchesOf(decision: MatchDecision): readonly Match[] {
  if (decision.kind === 'auto') return [decision.match]
  return decision.kind === 'suggested' || decision.kind === 'other' ? decision.suggestions : []
}

function certainWork(decision: MatchDecision, accounts: Accounts): CertainWork | null {
  switch (decision.kind) {
    case 'auto':
      return { kind: 'dues', parts: partsOf(decision.match, accounts) }
    case 'batch':
      return decision.batch ? { kind: 'batch', batch: decision.batch } : null
    case 'return':
      return decision.item && decision.returnCode !== null
        ? { kind: 'return', item: decision.item, code: decision.returnCode }
        : null
    case 'other':
      return decision.reason.code === 'ownTransfer' ? { kind: 'transfer' } : null
    case 'suggested':
      return null
  }
}

/** Money goes to whoever pays for a member now, so that members of one household need not be told apart. */
export function partsOf(match: Match, accounts: Accounts): PayerPart[] {
  const byPayer = new Map<string, Cents>()
  for (const { memberId, cents } of match.shares) {
    const key = accounts.payingFor(memberId)
    byPayer.set(key, (byPayer.get(key) ?? 0) + cents)
  }
  return [...byPayer].map(([key, cents]) => ({ payer: payerOfKey(key), cents }))
}

export const areSame = (some: readonly PayerPart[], others: readonly PayerPart[]): boolean =>
  said(some) === said(others)

const said = (parts: readonly PayerPart[]) =>
  parts
    .map(({ payer, cents }) => `${payer.kind} ${payer.id} ${cents}`)
    .toSorted()
    .join()

export const reasonOfDivided: MatchReason = {
  code: 'suggested',
  details: {},
  signals: [{ code: 'divided', details: {} }],
}

/** A suggestion has no reason of its own beside what points to it. */
export const reasonOfMatch = ({ signals }: Match): MatchReason => ({
  code: signals.length > 0 ? 'suggested' : 'unclear',
  details: {},
  signals,
})
