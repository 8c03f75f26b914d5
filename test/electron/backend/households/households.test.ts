import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMember } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
  await book.api.members.register(aMember())
})
afterEach(() => book.close())

test('are chosen by street or by who lives there', async () => {
  const household = { address: 'Kastanjehof 3', people: ['Ria van den Berg'] }
  expect(await book.api.households.choose({ text: 'kastanje' })).toMatchObject([household])
  expect(await book.api.households.choose({ text: 'ria' })).toMatchObject([household])
  expect(await book.api.households.choose({ text: 'zandstra' })).toEqual([])
})

test('are recognised at an address however it is spelled', async () => {
  const at = (street: string, houseNumber: number | null) =>
    book.api.households.findAt({ street, houseNumber, houseSuffix: '' })
  expect(await at('KASTANJE-HOF', 3)).toMatchObject({ address: 'Kastanjehof 3' })
  expect(await at('Kastanjehof', 4)).toBeNull()
  expect(await at('', 3)).toBeNull()
})

test('nobody is left in are not offered', async () => {
  const { people } = await book.api.search.find({ text: 'ria' })
  await book.api.members.remove({ personId: people[0]?.id ?? '' })
  expect(await book.api.households.choose({ text: 'kastanje' })).toEqual([])
  expect(await book.api.households.findAt({ street: 'Kastanjehof', houseNumber: 3, houseSuffix: '' })).toBeNull()
})
