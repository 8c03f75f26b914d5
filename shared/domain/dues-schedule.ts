// Which dues an agreement asks for, and what differs from the dues there are. Months are never split:
// a month counts when the agreement is in force on its first day, at the rate of that day.
import { addMonths, type Day, monthsBetween, startOfMonth } from './calendar-date.ts'
import type { Cents } from './money.ts'

export const intervals = [1, 3, 6, 12] as const
/** Months per due. */
export type Interval = (typeof intervals)[number]

/** As it was kept or chosen; a month when it is none of them. */
export const intervalOf = (months: number | string | null): Interval =>
  intervals.find((each) => String(each) === String(months)) ?? 1

export const reductionKinds = ['amount', 'percent', 'exempt'] as const
export type ReductionKind = (typeof reductionKinds)[number]

export const paymentMethods = ['overboeking', 'contant', 'incasso'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** What is paid from a day on, for as many months as {@link PlanRates} says. */
export interface Rate {
  readonly amountCents: Cents
  readonly validFrom: Day
}

/** The amounts of a fee plan, all of them for the same number of months: EUR 10 a month, EUR 25 a year. */
export interface PlanRates {
  readonly rateMonths: Interval
  /** In any order; a month before the first of them costs nothing. */
  readonly rates: readonly Rate[]
}

export interface Reduction {
  readonly kind: ReductionKind
  /** amount: cents off each amount of the plan; percent: 1 to 100 off; exempt: not used. */
  readonly value: number
  /** First day without the reduction; null = stays. */
  readonly until: Day | null
}

/** What an agreement says about money. */
export interface FeeTerms extends PlanRates {
  readonly intervalMonths: number
  /** Period k starts k intervals after this day, clipped to the end of a shorter month; counted from here, so it never drifts. */
  readonly anchorDay: Day
  readonly fromDay: Day
  /** First day it no longer holds; null = goes on. */
  readonly untilDay: Day | null
  readonly reduction: Reduction | null
}

/** What a month costs, and what an amount of the plan comes to. */
export type Price = Pick<FeeTerms, 'rateMonths' | 'rates' | 'reduction'>

export interface DuesBounds {
  /** No dues before this day; earlier debts are an opening balance. */
  readonly accountingStart: Day | null
  /** The last day on which a period may begin. */
  readonly horizon: Day
}

/** A due as it should be: half-open period of whole months. */
export interface WantedDue {
  readonly periodStart: Day
  readonly periodEnd: Day
  readonly amountCents: Cents
}

/** One month of a due: its first day and what it costs. */
export interface DueMonth {
  readonly start: Day
  readonly cents: Cents
}

/** All dues the agreement asks for within the bounds, oldest first; periods that cost nothing are left out. */
export function wantedDues(terms: FeeTerms, bounds: DuesBounds): WantedDue[] {
  const from = latest(terms.fromDay, bounds.accountingStart, terms.anchorDay)
  const { untilDay, anchorDay, intervalMonths: interval } = terms
  const wanted: WantedDue[] = []
  let period = Math.max(0, Math.floor(monthsBetween(anchorDay, from) / interval) - 1)
  let monthStart = addMonths(anchorDay, period * interval)
  for (;;) {
    let periodStart: Day | null = null
    let periodEnd = monthStart
    let amountCents = 0
    const firstMonth = period * interval
    const firstDay = monthStart
    for (let month = firstMonth; month < firstMonth + interval; month += 1) {
      const nextStart = addMonths(anchorDay, month + 1)
      if (monthStart >= from && (untilDay === null || monthStart < untilDay)) {
        periodStart ??= monthStart
        periodEnd = nextStart
        amountCents += monthAmount(terms, monthStart)
      }
      monthStart = nextStart
    }
    if ((periodStart ?? firstDay) > bounds.horizon || (untilDay !== null && firstDay >= untilDay)) return wanted
    if (periodStart !== null && amountCents > 0) wanted.push({ periodStart, periodEnd, amountCents })
    period += 1
  }
}

/**
 * What the month that begins on this day costs. An amount for more months is shared out over them by the calendar, so that any
 * twelve months after each other come to exactly what a year costs, wherever they begin: EUR 25 is 8 times 2.08 and 4 times 2.09.
 */
export function monthAmount(terms: Price, monthStart: Day): Cents {
  const whole = amountOn(terms, monthStart)
  const months = terms.rateMonths
  const place = (Number(monthStart.slice(5, 7)) - 1) % months
  return Math.floor((whole * (place + 1)) / months) - Math.floor((whole * place) / months)
}

/** The amount of the plan on a day, for as many months as it is for, after the reduction. Half cents go up. */
export function amountOn({ rates, reduction }: Pick<FeeTerms, 'rates' | 'reduction'>, day: Day): Cents {
  const rate = rateOn(rates, day)
  if (reduction === null || (reduction.until !== null && day >= reduction.until)) return rate
  switch (reduction.kind) {
    case 'exempt':
      return 0
    case 'amount':
      return Math.max(0, rate - reduction.value)
    case 'percent':
      return Math.round((rate * (100 - reduction.value)) / 100)
  }
}

/** The rate on a day; 0 before the first. */
export function rateOn(rates: readonly Rate[], day: Day): Cents {
  let valid: Rate | undefined
  for (const rate of rates) {
    if (rate.validFrom <= day && (valid === undefined || rate.validFrom >= valid.validFrom)) valid = rate
  }
  return valid?.amountCents ?? 0
}

/** The first day of the first whole calendar month: where the periods of somebody who starts on `from` begin unless agreed otherwise. */
export function firstWholeMonth(from: Day): Day {
  const start = startOfMonth(from)
  return start === from ? from : addMonths(start, 1)
}

/**
 * Where the periods of somebody who starts on `from` begin unless agreed otherwise: with the calendar, so that a year is asked of
 * everybody in the same month and who comes halfway pays the rest of it first; by the month, with the first whole one.
 * @param month 1 to 12, of the calendar: in which a year begins, or one of its quarters or halves
 */
export function anchorFor(from: Day, interval: Interval, month = 1): Day {
  const first = firstWholeMonth(from)
  if (interval === 1) return first
  const anchor = `${first.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  return anchor > first ? addMonths(anchor, -12) : anchor
}

/** Which of the months of a period the anchor is in, as {@link anchorFor} takes it: 1 for January, and for April by the quarter. */
export const startMonthOf = (anchor: Day, interval: Interval): number =>
  ((Number(anchor.slice(5, 7)) - 1) % interval) + 1

/** The first month that is asked of somebody who starts on `from`: not before the book keeps dues. */
export const firstMonthAsked = (from: Day, accountingStart: Day | null): Day =>
  firstWholeMonth(latest(from, accountingStart))

/** A due that is there and was not reversed. */
export interface LiveDue extends WantedDue {
  readonly id: string
}

export interface DuesDifference<Due extends LiveDue> {
  /** Wanted, and not there or not like this. */
  readonly add: readonly WantedDue[]
  /** There, and not wanted or not like this. */
  readonly reverse: readonly Due[]
}

/** What to do so that the dues of one agreement are the wanted ones. Nothing when they already are. */
export function compareDues<Due extends LiveDue>(
  wanted: readonly WantedDue[],
  live: readonly Due[],
): DuesDifference<Due> {
  const waiting = new Map(wanted.map((due) => [due.periodStart, due]))
  const reverse: Due[] = []
  for (const due of live) {
    const match = waiting.get(due.periodStart)
    // Each wanted due is matched once: a second due of the same period is one too many.
    if (match && match.periodEnd === due.periodEnd && match.amountCents === due.amountCents) {
      waiting.delete(due.periodStart)
    } else reverse.push(due)
  }
  return { add: [...waiting.values()], reverse }
}

/**
 * The months of a due and what each costs. With the terms it was made by, month by month; when those no longer add up to
 * the due (it is older than the change), in equal parts with the odd cents in the last month.
 */
export function monthsOfDue(due: WantedDue, anchorDay: Day, terms?: Price): DueMonth[] {
  const starts: Day[] = []
  let index = Math.max(0, monthsBetween(anchorDay, due.periodStart) - 1)
  for (let start = addMonths(anchorDay, index); start < due.periodEnd; start = addMonths(anchorDay, index)) {
    if (start >= due.periodStart) starts.push(start)
    index += 1
  }
  if (starts.length === 0) return [{ start: due.periodStart, cents: due.amountCents }]
  if (terms) {
    const months = starts.map((start) => ({ start, cents: monthAmount(terms, start) }))
    if (months.reduce((sum, month) => sum + month.cents, 0) === due.amountCents) return months
  }
  const part = Math.floor(due.amountCents / starts.length)
  const last = starts.length - 1
  return starts.map((start, at) => ({ start, cents: at === last ? due.amountCents - part * last : part }))
}

function latest(...days: readonly (Day | null)[]): Day {
  let latestDay = ''
  for (const day of days) if (day !== null && day > latestDay) latestDay = day
  return latestDay
}
