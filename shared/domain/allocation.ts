// Which money pays which due: oldest due first, with the oldest money first, never more than either side holds.
import type { Day } from './calendar-date.ts'
import type { Cents } from './money.ts'

/** A due with something still to pay. */
export interface OpenDue {
  readonly id: string
  readonly periodStart: Day
  readonly openCents: Cents
  /** Sorts dues of the same day, for instance by the name of the person; the same every time. */
  readonly order: string
}

/** A payment with something left that pays nothing yet. */
export interface FreeMoney {
  readonly id: string
  readonly day: Day
  readonly freeCents: Cents
}

export interface AllocationLine {
  readonly paymentId: string
  readonly dueId: string
  readonly cents: Cents
}

/**
 * Spreads the money of one payer over the payer's open dues.
 * @param creditCents what the payer has left in all; less than the sum of the payments where money was given back.
 */
export function allocateOldestFirst(
  money: readonly FreeMoney[],
  dues: readonly OpenDue[],
  creditCents: Cents = Number.MAX_SAFE_INTEGER,
): AllocationLine[] {
  const lines: AllocationLine[] = []
  const payments = [...money].sort(byDay)
  let creditLeft = creditCents
  let at = 0
  let free = payments[0]?.freeCents ?? 0
  for (const due of [...dues].sort(byPeriod)) {
    let open = due.openCents
    while (open > 0 && creditLeft > 0 && at < payments.length) {
      const cents = Math.min(open, free, creditLeft)
      const payment = payments[at]
      if (payment && cents > 0) {
        lines.push({ paymentId: payment.id, dueId: due.id, cents })
        open -= cents
        free -= cents
        creditLeft -= cents
      }
      if (free <= 0) {
        at += 1
        free = payments[at]?.freeCents ?? 0
      }
    }
  }
  return lines
}

export interface ChosenPart {
  readonly dueId: string
  readonly cents: Cents
}

/** What is wrong with a division somebody chose by hand; null when it fits. */
export type DivisionFault =
  | { readonly fault: 'moreThanPaid' }
  | { readonly fault: 'moreThanOpen' | 'unknownDue'; readonly dueId: string }

export function checkDivision(
  amountCents: Cents,
  parts: readonly ChosenPart[],
  dues: readonly OpenDue[],
): DivisionFault | null {
  const open = new Map(dues.map((due) => [due.id, due.openCents]))
  let total = 0
  for (const part of parts) {
    const left = open.get(part.dueId)
    if (left === undefined) return { fault: 'unknownDue', dueId: part.dueId }
    if (part.cents > left) return { fault: 'moreThanOpen', dueId: part.dueId }
    open.set(part.dueId, left - part.cents)
    total += part.cents
  }
  return total > amountCents ? { fault: 'moreThanPaid' } : null
}

function byPeriod(a: OpenDue, b: OpenDue): number {
  return compareText(a.periodStart, b.periodStart) || compareText(a.order, b.order) || compareText(a.id, b.id)
}

function byDay(a: FreeMoney, b: FreeMoney): number {
  return compareText(a.day, b.day) || compareText(a.id, b.id)
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
