// What the list shows stands in the address, so that coming back from a person finds the same list.
import { useSearchParams } from 'wouter'
import { type PeopleFilter, type PeopleOrder, readPeopleFilter } from './people-question.ts'

/** The filter and order in the address, and a way to change parts of them. */
export function usePeopleFilter() {
  const [params, setParams] = useSearchParams()
  const { filter, order } = readPeopleFilter(params)
  const change = (part: Partial<PeopleFilter & PeopleOrder>) => {
    const next = { ...filter, ...order, ...part }
    const entries = [
      ['binnenbuurt', next.neighbourhood],
      ['wie', next.kind === 'now' ? null : next.kind],
      ['op', next.sort === 'name' ? null : next.sort],
      ['richting', next.direction === 'up' ? null : next.direction],
    ].filter((entry): entry is [string, string] => entry[1] !== null)
    setParams(new URLSearchParams(entries), { replace: true })
  }
  return { filter, order, change }
}
