import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { emptyOldTrash } from '../../../../electron/backend/history/empty-old-trash.ts'
import { restoreFromTrash } from '../../../../electron/backend/history/restore-from-trash.ts'
import { trashItems } from '../../../../electron/backend/history/trash-queries.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'

let book: OpenTestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-01' })
  await write(book.context, { kind: 'personRegistered' }, async (tx) => {
    await insertRows(tx, 'household', [{ id: 'h1', street: 'Kastanjehof', house_suffix: '', postcode: '', city: '' }])
    await insertRows(tx, 'person', [person('p1', 'Canarisnaam'), person('p2', 'Berg')])
    await insertRows(tx, 'membership', [{ id: 'm1', person_id: 'p1', kind: 'lid', from_day: '2026-01-01' }])
  })
})
afterEach(() => book.close())

const person = (id: string, lastName: string) => ({
  id,
  household_id: 'h1',
  first_name: 'Ria',
  infix: '',
  last_name: lastName,
  called: '',
  sort_name: `${lastName.toLowerCase()} ria`,
})
const throwAway = () =>
  write(book.context, { kind: 'personRemoved', subject: { table: 'person', id: 'p1' } }, async (tx) => {
    const deleted_at = book.context.now().toISOString()
    await tx.updateTable('person').set({ deleted_at }).where('id', '=', 'p1').execute()
    await tx.updateTable('membership').set({ deleted_at }).where('person_id', '=', 'p1').execute()
  })
const idsIn = (table: string) => book.opened.raw.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all()
const inBin = () => book.opened.raw.prepare('SELECT id FROM membership WHERE deleted_at IS NOT NULL').pluck().all()

test('what was thrown away is listed with the day it goes, and comes back with all that went with it', async () => {
  await throwAway()
  expect(await trashItems(book.context.db)).toMatchObject([
    { table: 'person', id: 'p1', name: 'Ria Canarisnaam', goesOn: '2026-12-01' },
  ])
  expect(inBin()).toEqual(['m1'])
  expect(await restoreFromTrash(book.context, 'person', 'p1')).toBe(2)
  expect(inBin()).toEqual([])
  await expect(restoreFromTrash(book.context, 'person', 'p1')).rejects.toMatchObject({ code: 'notFound' })
})

test('after 30 days it is gone from the tables and from the journal, and not a day before', async () => {
  await throwAway()
  book.setDay('2026-11-30')
  expect(await emptyOldTrash(book.context)).toBe(0)
  book.setDay('2026-12-02')
  expect(await emptyOldTrash(book.context)).toBe(2)
  expect(idsIn('person')).toEqual(['p2'])
  expect(idsIn('membership')).toEqual([])
  const journal = JSON.stringify(book.opened.raw.prepare('SELECT before, after FROM change').all())
  expect(journal).toContain('Berg')
  expect(journal).not.toContain('Canarisnaam')
})

test('somebody with payments stays as long as the ledger needs them', async () => {
  await write(book.context, { kind: 'paymentRecorded' }, (tx) =>
    insertRows(tx, 'payment', [
      {
        id: 'x',
        created_at: '2026-11-01T12:00:00.000Z',
        created_by: 'test',
        day: '2026-11-01',
        amount_cents: 1000,
        payer_person_id: 'p1',
        method: 'contant',
      },
    ]),
  )
  await throwAway()
  expect(await trashItems(book.context.db)).toMatchObject([{ id: 'p1', goesOn: null }])
  book.setDay('2027-11-01')
  await emptyOldTrash(book.context)
  expect(idsIn('person')).toEqual(['p1', 'p2'])
})
