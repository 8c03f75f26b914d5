import type { search } from '../../../shared/contract/search.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { searchInitiatives } from '../initiatives/initiative-queries.ts'
import { searchPeople } from '../members/find-people.ts'
import { searchNeighbourhoods } from '../neighbourhoods/neighbourhood-queries.ts'
import { searchOrganisations } from '../organisations/organisation-queries.ts'

const mostHits = 20
/** Of what is not a person. */
const mostOthers = 5

export const searchHandlers: HandlersOf<typeof search, BookContext> = {
  find: async ({ text }, { db, today }) => {
    if (foldText(text) === '')
      return { people: [], neighbourhoods: [], organisations: [], initiatives: [], more: false }
    const people = await searchPeople(db, text, mostHits + 1, today())
    const { modules } = await bookSettingsOf(db)
    return {
      people: people.slice(0, mostHits).map(({ id, name, address, phone, status }) => ({
        id,
        name,
        address,
        phone,
        past: status === 'oud_lid' || status === 'overleden' ? status : null,
      })),
      neighbourhoods: await searchNeighbourhoods(db, text, mostOthers, today()),
      organisations: modules.includes('organisations') ? await searchOrganisations(db, text, mostOthers) : [],
      initiatives: modules.includes('initiatives') ? await searchInitiatives(db, text, mostOthers) : [],
      more: people.length > mostHits,
    }
  },
}
