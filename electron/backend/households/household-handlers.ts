import type { households } from '../../../shared/contract/households.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { findHouseholdAt, findHouseholds } from './household-queries.ts'

export const householdsHandlers: HandlersOf<typeof households, BookContext> = {
  choose: async ({ text }, { db }) => (text === '' ? [] : [...(await findHouseholds(db, text, 20)).map(toChoice)]),
  findAt: async (address, { db }) => {
    const found = await findHouseholdAt(db, address)
    return found ? toChoice(found) : null
  },
}

const toChoice = (household: { id: string; address: string; people: readonly string[] }) => ({
  ...household,
  people: [...household.people],
})
