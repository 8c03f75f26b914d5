import { useState } from 'react'
import type { Interval } from '../../shared/domain/dues-schedule.ts'
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
}

/** Which plan, and how often is paid. @param agreed what was agreed before */
export function usePlanChoice(agreed?: { readonly planId: string; readonly interval: Interval }): PlanChoice {
  const query = useQuery(api.dues.plans, {})
  const plans = query.state === 'ready' ? query.value : undefined
  const [chosen, setChosen] = useState<string | null>(agreed?.planId ?? null)
  const [said, setSaid] = useState<Interval | null>(agreed?.interval ?? null)
  // With more than one plan somebody says which: the first of the list may well be the free one.
  const planId = chosen ?? (plans?.length === 1 ? (plans[0]?.id ?? null) : null)
  const rateMonths = plans?.find(({ id }) => id === planId)?.rateMonths ?? 1
  return {
    plans,
    planId,
    choosePlan: (id) => {
      setChosen(id)
      // Another plan has a rhythm of its own.
      if (id !== planId) setSaid(null)
    },
    interval: said ?? rateMonths,
    chooseInterval: setSaid,
    rateMonths,
  }
}
