import type { search } from '../../../shared/contract/search.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { searchPeople } from '../members/find-people.ts'
import { searchNeighbourhoods } from '../neighbourhoods/neighbourhood-queries.ts'

const mostHits = 20
const mostGroups = 5

export const searchHandlers: HandlersOf<typeof search, BookContext> = {
  find: async ({ text }, { db, today }) => {
    if (foldText(text) === '') return { people: [], neighbourhoods: [], more: false }
    const people = await searchPeople(db, text, mostHits + 1, today())
    return {
      people: people.slice(0, mostHits).map(({ id, name, address, phone, status }) => ({
        id,
        name,
        address,
        phone,
        past: status === 'oud_lid' || status === 'overleden' ? status : null,
      })),
      neighbourhoods: await searchNeighbourhoods(db, text, mostGroups, today()),
      more: people.length > mostHits,
    }
  },
}
