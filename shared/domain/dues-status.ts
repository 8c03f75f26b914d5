// What is true about somebody's dues, always worked out from the ledger and never stored.
import type { Day } from './calendar-date.ts'
import type { DueMonth } from './dues-schedule.ts'
import type { Cents } from './money.ts'

export const dueStates = ['open', 'part', 'paid', 'waived', 'reversed'] as const
export type DueState = (typeof dueStates)[number]

/** A due with what was paid or waived of it; `settledCents` never exceeds the amount. */
export interface DueStanding {
  readonly kind: 'dues' | 'opening'
  readonly periodStart: Day
  readonly periodEnd: Day
  readonly amountCents: Cents
  readonly settledCents: Cents
  readonly months: readonly DueMonth[]
}

export interface OpenMonth {
  /** First day of the month. */
  readonly start: Day
  readonly cents: Cents
}

export interface DuesStatus {
  /** First day that is not paid for; null when there never was a due with a period. */
  readonly paidUntil: Day | null
  /** First day of the first due with a period; null when there never was one. */
  readonly firstDueStart: Day | null
  /** Something of a due with a period was paid or waived, if only part of a month. */
  readonly isBegun: boolean
  readonly openCents: Cents
  /** What is open of earlier years, before this book kept dues. */
  readonly openingCents: Cents
  readonly openMonths: readonly OpenMonth[]
}

/** The standing of one due. */
export function dueState(due: { netCents: Cents; paidCents: Cents; waivedCents: Cents }): DueState {
  if (due.netCents === 0) return 'reversed'
  const open = due.netCents - due.paidCents - due.waivedCents
  if (open > 0) return due.paidCents + due.waivedCents > 0 ? 'part' : 'open'
  return due.waivedCents >= due.netCents ? 'waived' : 'paid'
}

/** The standing of one person over all live dues. Money settles the months of a due from the first on. */
export function duesStatus(dues: readonly DueStanding[]): DuesStatus {
  let openCents = 0
  let openingCents = 0
  let isBegun = false
  let firstOpen: Day | null = null
  let lastEnd: Day | null = null
  let firstStart: Day | null = null
  const openMonths: OpenMonth[] = []
  for (const due of dues) {
    openCents += due.amountCents - due.settledCents
    if (due.kind === 'opening') {
      openingCents += due.amountCents - due.settledCents
      continue
    }
    if (due.settledCents > 0) isBegun = true
    if (firstStart === null || due.periodStart < firstStart) firstStart = due.periodStart
    if (lastEnd === null || due.periodEnd > lastEnd) lastEnd = due.periodEnd
    for (const month of unsettledMonths(due)) {
      openMonths.push(month)
      if (firstOpen === null || month.start < firstOpen) firstOpen = month.start
    }
  }
  openMonths.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  return { paidUntil: firstOpen ?? lastEnd, firstDueStart: firstStart, isBegun, openCents, openingCents, openMonths }
}

/** The months of a due that are not, or not wholly, settled. */
export function unsettledMonths(due: Pick<DueStanding, 'months' | 'settledCents'>): OpenMonth[] {
  let settled = due.settledCents
  const open: OpenMonth[] = []
  for (const month of due.months) {
    const covered = Math.min(settled, month.cents)
    settled -= covered
    if (covered < month.cents) open.push({ start: month.start, cents: month.cents - covered })
  }
  return open
}

export interface AheadMonth extends OpenMonth {
  readonly personId: string
  /** First day after the month. */
  readonly end: Day
}

/**
 * How far money that is left reaches into months to come: whole months only, in the order given.
 * @returns the months it pays, and what then remains.
 */
export function coverAhead(
  creditCents: Cents,
  months: Iterable<AheadMonth>,
): { covered: AheadMonth[]; restCents: Cents } {
  let restCents = creditCents
  const covered: AheadMonth[] = []
  for (const month of months) {
    if (month.cents > restCents) break
    restCents -= month.cents
    covered.push(month)
    if (restCents === 0) break
  }
  return { covered, restCents }
}
