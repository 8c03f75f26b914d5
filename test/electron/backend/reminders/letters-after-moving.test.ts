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

test('a year that was paid before the move is not asked for again, and the next one is asked at the new door', async () => {
  const ruud = await book.aPerson('Ruud Pinas')
  const joyce = await book.aPerson('Joyce Pinas', { with: ruud })
  const { id: planId } = await book.api.dues.addPlan({
    ...{ name: 'Jaarlid', amountCents: 2500, rateMonths: 12, validFrom: '2020-01-01' },
  })
  for (const personId of [joyce, ruud])
    await book.api.dues.agree({
      ...{ personId, planId, fromDay: '2026-01-01', intervalMonths: 12, anchorDay: null, payer: null, reduction: null },
      method: 'overboeking',
    })
  await book.raise()
  await book.pay(ruud, 50)
  await moveOut(joyce)
  await book.raise()
  expect(await book.duesOf(joyce)).toEqual(['2026-01: 25'])
  expect(await book.next(joyce)).toBe('nothing')
  expect(await book.status(ruud)).toMatchObject({ openCents: 0, creditCents: 0 })
  book.setDay('2027-01-20')
  await book.raise()
  expect(await book.next(joyce)).toBe('request 25.00')
  expect(await book.next(ruud)).toBe('request 25.00')
  expect((await book.rowOf(joyce))?.payer.people.map(({ given }) => given)).toEqual(['Joyce'])
  expect(await book.duesOf(joyce)).toEqual(['2026-01: 25', '2027-01: 25 open'])
})

test('a year that need not be paid is not asked for after the move either', async () => {
  const ruud = await book.aPerson('Ruud Pinas')
  const joyce = await book.aPayer('Joyce Pinas', { with: ruud, intervalMonths: 12 })
  await book.raise()
  const [due] = (await book.api.dues.person({ personId: joyce })).dues
  await book.api.dues.waive({ dueId: due?.id ?? '', amountCents: null, reason: 'hardship' })
  await moveOut(joyce)
  book.setDay('2026-12-20')
  await book.raise()
  expect(await book.next(joyce)).toBe('nothing')
})

test('what nobody paid yet of the months after the move is asked at the new door', async () => {
  const ruud = await book.aPayer('Ruud Pinas', { from: '2026-11-01' })
  const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01', with: ruud })
  await moveOut(joyce)
  book.setDay('2026-12-20')
  await book.raise()
  expect((await book.letters([joyce])).letters.map(({ cents }) => cents)).toEqual([1000])
})

test('somebody who died is not named with those who pay on', async () => {
  const jan = await book.aPayer('Jan Pinas', { from: '2026-09-01' })
  const ida = await book.aPayer('Ida Pinas', { from: '2026-09-01', with: jan })
  await book.raise()
  await book.pay(jan, 60)
  await book.api.members.markDeceased({ personId: ida, day: '2026-11-15' })
  book.setDay('2026-12-20')
  await book.raise()
  expect((await book.rowOf(jan))?.payer.people.map(({ given }) => given)).toEqual(['Jan'])
  const [letter] = (await book.letters([jan])).letters
  expect(letter?.mail.body).toMatch(/^Beste Jan Pinas,/)
  expect(letter?.mail.body).not.toContain('Ida')
})

test('who paid then is named with what was paid, also when they moved out or died since', async () => {
  const ruud = await book.aPayer('Ruud Pinas', { from: '2026-10-01' })
  const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01', with: ruud })
  const ida = await book.aPayer('Ida Pinas', { from: '2026-10-01', with: ruud })
  await book.raise()
  await book.pay(ruud, 60, { method: 'contant' })
  await moveOut(joyce)
  await book.api.members.markDeceased({ personId: ida, day: '2026-11-21' })
  await book.raise()
  const { rows } = await book.api.dues.payments({ find: '', limit: 10 })
  expect(rows[0]?.payer.people.map(({ given }) => given)).toEqual(['Ruud', 'Joyce', 'Ida'])
  const { lines } = await book.api.bookkeeping.cash({ year: 2026 })
  expect(lines[0]?.payer?.people.map(({ given }) => given)).toEqual(['Ruud', 'Joyce', 'Ida'])
  // What is asked now names who is there now.
  expect((await book.api.dues.person({ personId: ruud })).payer.people.map(({ given }) => given)).toEqual(['Ruud'])
})
