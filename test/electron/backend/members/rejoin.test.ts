import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMember } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

/** Somebody who said they leave on the first of December. */
async function leaving(): Promise<string> {
  const { id } = await book.api.members.register(aMember())
  await book.api.members.end({ personId: id, day: '2026-12-01', reason: 'opgezegd' })
  return id
}
const change = (personId: string, day: string) =>
  book.api.members.changeKind({ personId, kind: 'belangstellende', day, fee: null })

describe('becoming something else while a day of leaving is known', () => {
  test('after that day is refused: the membership would go on longer than was said', async () => {
    const id = await leaving()
    await expect(change(id, '2027-01-01')).rejects.toMatchObject({ code: 'personGone', details: { field: 'day' } })
    expect((await book.api.members.get({ id })).memberships).toMatchObject([{ until: '2026-12-01' }])
  })

  test('before that day is no leaving any more', async () => {
    const id = await leaving()
    await change(id, '2026-11-23')
    expect((await book.api.members.get({ id })).memberships).toMatchObject([
      { kind: 'belangstellende', from: '2026-11-23', until: null },
      { kind: 'lid', until: '2026-11-23', endReason: null },
    ])
  })
})
