import { useState } from 'react'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { anchorFor, type Interval, startMonthOf } from '../../shared/domain/dues-schedule.ts'
import { type Api, api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

export interface PlanChoice {
  /** undefined while they are not known. */
  readonly plans: Awaited<ReturnType<Api['dues']['plans']>> | undefined
  /** null: nobody chose yet. */
  readonly planId: string | null
  readonly choosePlan: (planId: string) => void
  /** How often is paid: as often as the plan counts, until somebody says otherwise. */
  readonly interval: Interval
  readonly chooseInterval: (interval: Interval) => void
  /** For how many months the amounts of the plan are. */
  readonly rateMonths: Interval
  /** 1 to `interval`: the month of the calendar with which a period begins. */
  readonly startMonth: number
  readonly chooseStartMonth: (month: number) => void
  /** A day on which a period begins, of what holds from this day. */
  readonly anchorFrom: (from: Day) => Day
}

/** Which plan, and how often and from which month is paid. @param agreed what was agreed before */
export function usePlanChoice(agreed?: {
  readonly planId: string
  readonly interval: Interval
  readonly anchorDay: Day
}): PlanChoice {
  const query = useQuery(api.dues.plans, {})
  const plans = query.state === 'ready' ? query.value : undefined
  const [chosen, setChosen] = useState<string | null>(agreed?.planId ?? null)
  const [said, setSaid] = useState<Interval | null>(agreed?.interval ?? null)
  const [month, setMonth] = useState<number | null>(null)
  // With more than one plan somebody says which: the first of the list may well be the free one.
  const planId = chosen ?? (plans?.length === 1 ? (plans[0]?.id ?? null) : null)
  const rateMonths = plans?.find(({ id }) => id === planId)?.rateMonths ?? 1
  const interval = said ?? rateMonths
  // The same rhythm goes on where it was.
  const before = agreed?.interval === interval ? agreed.anchorDay : undefined
  const startMonth = Math.min(month ?? (before === undefined ? 1 : startMonthOf(before, interval)), interval)
  return {
    plans,
    planId,
    choosePlan: (id) => {
      setChosen(id)
      // Another plan has a rhythm of its own.
      if (id !== planId) setSaid(null)
    },
    interval,
    chooseInterval: setSaid,
    rateMonths,
    startMonth,
    chooseStartMonth: setMonth,
    anchorFrom: (from) =>
      before !== undefined && startMonthOf(before, interval) === startMonth
        ? before
        : anchorFor(from, interval, startMonth),
  }
}
