import type { search } from '../../../shared/contract/search.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { searchPeople } from '../members/find-people.ts'
import { listNames } from '../neighbourhoods/neighbourhood-queries.ts'

const mostHits = 20

export const searchHandlers: HandlersOf<typeof search, BookContext> = {
  find: async ({ text }, { db, today }) => {
    const folded = foldText(text)
    if (folded === '') return { people: [], neighbourhoods: [], more: false }
    const people = await searchPeople(db, text, mostHits + 1, today())
    const groups = await listNames(db, today())
    return {
      people: people.slice(0, mostHits).map(({ id, name, address, phone, status }) => ({
        id,
        name,
        address,
        phone,
        past: status === 'oud_lid' || status === 'overleden' ? status : null,
      })),
      neighbourhoods: groups.filter((group) => foldText(group.name).includes(folded)).slice(0, 5),
      more: people.length > mostHits,
    }
  },
}
