import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMember } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

test('two windows that change different fields of one person at once both keep what they wrote', async () => {
  const { id } = await book.api.members.register(aMember())
  await Promise.all([
    book.api.members.change({ id, fields: { email: 'ria@voorbeeld.test' } }),
    book.api.members.change({ id, fields: { note: 'Belt liever aan.' } }),
  ])
  expect(await book.context.db.selectFrom('person').select(['email', 'note']).executeTakeFirst()).toEqual({
    email: 'ria@voorbeeld.test',
    note: 'Belt liever aan.',
  })
})

test('somebody who is written down as deceased in two windows at once died once', async () => {
  const { id } = await book.api.members.register(aMember())
  const outcomes = await Promise.allSettled([
    book.api.members.markDeceased({ personId: id, day: '2026-11-20' }),
    book.api.members.markDeceased({ personId: id, day: '2026-11-10' }),
  ])
  expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { reason: { code: 'personGone' } }])
})

test('nobody comes to live at an address that another window has just thrown away', async () => {
  const { id } = await book.api.members.register(aMember())
  const { householdId } = await book.api.members.get({ id })
  await book.api.members.remove({ personId: id })
  await expect(
    book.api.members.register(aMember({ firstName: 'Kees', home: { kind: 'with', householdId } })),
  ).rejects.toMatchObject({ code: 'notFound' })
})
