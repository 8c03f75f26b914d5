import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RemindersBook } from '../../../support/reminders-book.ts'
import { openRemindersBook } from '../../../support/reminders-book.ts'

let book: RemindersBook
beforeEach(async () => {
  book = await openRemindersBook()
})
afterEach(() => book.close())

async function moveOut(personId: string): Promise<void> {
  const home = { kind: 'address', street: 'De Kade', houseNumber: 9, houseSuffix: '', postcode: '', city: '' } as const
  await book.api.members.move({ personIds: [personId], home, day: '2026-11-20', neighbourhoodId: null })
}

test('a letter is no longer to somebody who moved out of the household, on paper nor by e-mail', async () => {
  const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
  const ruud = await book.aPayer('Ruud Pinas', { from: '2026-09-01', with: joyce })
  for (const [id, email] of [
    [joyce, 'joyce@example.org'],
    [ruud, 'ruud@example.org'],
  ] as const)
    await book.api.members.change({ id, fields: { email } })
  await book.raise()
  expect((await book.letters([ruud], 'mail')).letters[0]?.mail.to).toBe('joyce@example.org')
  await moveOut(joyce)
  await book.raise()
  const [letter] = (await book.letters([ruud], 'mail')).letters
  expect(letter?.mail.to).toBe('ruud@example.org')
  expect(letter?.payer.people.map(({ given }) => given)).toEqual(['Ruud'])
  expect((await book.rowOf(ruud))?.payer.people.map(({ given }) => given)).toEqual(['Ruud'])
})

test('a letter is not left at a door that the one who owes has moved out of, though others live there', async () => {
  const joyce = await book.aPayer('Joyce Pinas', { from: '2026-09-01' })
  await book.aPerson('Ruud Pinas', { with: joyce })
  await book.api.members.change({ id: joyce, fields: { email: 'joyce@example.org' } })
  await book.raise()
  const payers = [await book.payerOf(joyce)]
  await moveOut(joyce)
  const lettersBy = (way: 'letter' | 'mail') =>
    book.api.reminders.letters({ payers, way, language: 'nl', ownLanguage: false })
  expect((await lettersBy('letter')).left.map(({ reason }) => reason)).toEqual(['noAddress'])
  expect((await lettersBy('mail')).letters.map(({ mail }) => mail.to)).toEqual(['joyce@example.org'])
})
