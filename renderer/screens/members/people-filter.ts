// What the list shows stands in the address, so that coming back from a person finds the same list.
import { useSearchParams } from 'wouter'

const kinds = ['now', 'lid', 'belangstellende', 'contact', 'oud_lid', 'overleden'] as const
const sorts = ['name', 'address', 'neighbourhood'] as const

export interface PeopleFilter {
  readonly neighbourhood: string | null
  readonly kind: (typeof kinds)[number]
  readonly text: string
}

export interface PeopleOrder {
  readonly sort: (typeof sorts)[number]
  readonly direction: 'up' | 'down'
}

export const everybody: PeopleFilter = { neighbourhood: null, kind: 'now', text: '' }

/** The filter and order in the address, and a way to change parts of them. */
export function usePeopleFilter() {
  const [params, setParams] = useSearchParams()
  const filter: PeopleFilter = {
    neighbourhood: params.get('binnenbuurt'),
    kind: kinds.find((kind) => kind === params.get('wie')) ?? 'now',
    text: '',
  }
  const order: PeopleOrder = {
    sort: sorts.find((sort) => sort === params.get('op')) ?? 'name',
    direction: params.get('richting') === 'down' ? 'down' : 'up',
  }
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

/** Reads a word of a heading as one of the orders there are. */
export function sortOf(word: string): PeopleOrder['sort'] {
  return sorts.find((sort) => sort === word) ?? 'name'
}
