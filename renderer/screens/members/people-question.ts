// What the list of people asks, as it stands in an address: /mensen?wie=lid&op=address.

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

/** How many people the list shows before somebody asks for more. */
export const pageSize = 100

/** The filter and order that stand in an address. */
export function readPeopleFilter(params: URLSearchParams): { filter: PeopleFilter; order: PeopleOrder } {
  return {
    filter: {
      neighbourhood: params.get('binnenbuurt'),
      kind: kinds.find((kind) => kind === params.get('wie')) ?? 'now',
      text: '',
    },
    order: {
      sort: sorts.find((sort) => sort === params.get('op')) ?? 'name',
      direction: params.get('richting') === 'down' ? 'down' : 'up',
    },
  }
}

/** What the list asks the backend for. */
export const listQuestion = (filter: PeopleFilter, order: PeopleOrder, limit: number) => ({
  ...filter,
  ...order,
  offset: 0,
  limit,
})

/** Reads a word of a heading as one of the orders there are. */
export function sortOf(word: string): PeopleOrder['sort'] {
  return sorts.find((sort) => sort === word) ?? 'name'
}
