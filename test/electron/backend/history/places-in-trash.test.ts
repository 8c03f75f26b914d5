import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

/** Ria and Kees at one address; Ria goes to the Prullenbak first, the address with Kees. */
async function twoThrownAway() {
  const { api } = book
  const ria = await api.members.register(aMember())
  const { householdId } = await api.members.get({ id: ria.id })
  const kees = await api.members.register(aMember({ firstName: 'Kees', home: { kind: 'with', householdId } }))
  await api.members.remove({ personId: ria.id })
  const riaRemoved = await api.history.lastAction({})
  await api.members.remove({ personId: kees.id })
  return { ria: ria.id, householdId, riaRemoved: riaRemoved?.id ?? '' }
}
const addressesInTrash = () =>
  book.opened.raw.prepare('SELECT id FROM household WHERE deleted_at IS NOT NULL').pluck().all()

test('the address comes back with somebody who lived there, whoever took it along', async () => {
  const { ria, householdId } = await twoThrownAway()
  expect(addressesInTrash()).toEqual([householdId])
  await book.api.trash.restore({ table: 'person', id: ria })
  expect(addressesInTrash()).toEqual([])
  await book.api.history.undo({})
  expect(addressesInTrash()).toEqual([householdId])
})

test('an undo that would leave somebody at an address in the Prullenbak is refused', async () => {
  const { riaRemoved } = await twoThrownAway()
  await expect(book.api.history.undo({ actionId: riaRemoved })).rejects.toMatchObject({
    code: 'undoBlocked',
    details: { reason: 'rule', table: 'household' },
  })
  await book.api.history.undo({})
  await book.api.history.undo({ actionId: riaRemoved })
  expect(addressesInTrash()).toEqual([])
})

test('a binnenbuurt comes back with somebody who was in it', async () => {
  const group = await aNeighbourhood(book.api)
  const { id } = await book.api.members.register(aMember({ neighbourhoodId: group }))
  await book.api.members.remove({ personId: id })
  await book.api.neighbourhoods.remove({ id: group })
  await book.api.trash.restore({ table: 'person', id })
  expect((await book.api.neighbourhoods.get({ id: group })).name).toBe('Kastanjehof')
})
