import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'

let book: OpenTestBook
beforeEach(async () => {
  book = await openTestBook()
  await write(book.context, { kind: 'personRegistered', subject: { table: 'person', id: 'p1' } }, async (tx) => {
    await insertRows(tx, 'household', [{ id: 'h1', street: 'Kastanjehof', house_suffix: '', postcode: '', city: '' }])
    await insertRows(tx, 'person', [
      {
        id: 'p1',
        household_id: 'h1',
        first_name: 'Ria',
        infix: 'van den',
        last_name: 'Berg',
        called: '',
        mobile: '06-1000 2210',
        sort_name: 'berg ria',
      },
    ])
  })
})
afterEach(() => book.close())

const text = (value: string) => ({ kind: 'text', text: value })

const changePhone = (mobile: string) =>
  write(book.context, { kind: 'personChanged', subject: { table: 'person', id: 'p1' } }, (tx) =>
    tx.updateTable('person').set({ mobile }).execute(),
  )

test('the history of a record tells who, what and what it was before', async () => {
  await changePhone('06-1000 2231')
  const { actions } = await book.api.history.ofRecord({ table: 'person', id: 'p1' })
  expect(actions.map(({ kind, subject }) => [kind, subject?.name])).toEqual([
    ['personChanged', 'Ria van den Berg'],
    ['personRegistered', 'Ria van den Berg'],
  ])
  expect(actions[0]?.changes).toEqual([
    { table: 'person', field: 'mobile', before: text('06-1000 2210'), after: text('06-1000 2231') },
  ])
})

test('what belongs to a record is part of its history', async () => {
  await write(book.context, { kind: 'groupJoined' }, (tx) =>
    insertRows(tx, 'membership', [{ id: 'm1', person_id: 'p1', kind: 'lid', from_day: '2026-01-01' }]),
  )
  const { actions } = await book.api.history.ofRecord({ table: 'person', id: 'p1' })
  expect(actions[0]?.kind).toBe('groupJoined')
})

test('undoing again and again goes back in time, and an undo is itself in the history', async () => {
  await changePhone('06-1000 2231')
  await changePhone('06-1000 2232')
  const mobile = () => book.opened.raw.prepare('SELECT mobile FROM person').pluck().get()
  await book.api.history.undo({})
  expect(mobile()).toBe('06-1000 2231')
  expect(await book.api.history.lastAction({})).toMatchObject({ kind: 'undone', details: { undone: 'personChanged' } })
  await book.api.history.undo({})
  expect(mobile()).toBe('06-1000 2210')
  const { actions, more } = await book.api.history.list({ limit: 4 })
  expect(more).toBe(true)
  expect(actions.map(({ kind, undone }) => [kind, undone])).toEqual([
    ['undone', false],
    ['undone', false],
    ['personChanged', true],
    ['personChanged', true],
  ])
  const rest = await book.api.history.list({ before: actions.at(-1)?.id ?? '' })
  expect(rest.actions.map(({ kind }) => kind)).toEqual(['personRegistered', 'bookCreated'])
})
