import { readFileSync } from 'node:fs'
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
const payment = {
  id: 'x',
  created_at: '2026-11-01T12:00:00.000Z',
  created_by: 'test',
  day: '2026-11-01',
  amount_cents: 1000,
  payer_person_id: 'p1',
  method: 'contant' as const,
}
const plainGathering = { day: '2026-11-10', title: 'Koffie', guests: 0, state: 'gepland' as const }
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
  await write(book.context, { kind: 'paymentRecorded' }, (tx) => insertRows(tx, 'payment', [payment]))
  await throwAway()
  expect(await trashItems(book.context.db)).toMatchObject([{ id: 'p1', goesOn: null }])
  book.setDay('2027-11-01')
  await emptyOldTrash(book.context)
  expect(idsIn('person')).toEqual(['p1', 'p2'])
})

test('somebody the ledger needs keeps the address to come back to', async () => {
  await write(book.context, { kind: 'paymentRecorded' }, (tx) => insertRows(tx, 'payment', [payment]))
  await throwAway()
  await write(book.context, { kind: 'personRemoved' }, async (tx) => {
    const deleted_at = book.context.now().toISOString()
    await tx.updateTable('person').set({ deleted_at }).where('id', '=', 'p2').execute()
    await tx.updateTable('household').set({ deleted_at }).execute()
  })
  book.setDay('2027-11-01')
  await emptyOldTrash(book.context)
  expect(idsIn('person')).toEqual(['p1'])
  await restoreFromTrash(book.context, 'person', 'p1')
  const { rows } = await book.api.members.list({
    neighbourhood: null,
    kind: 'oud_lid',
    text: '',
    sort: 'name',
    offset: 0,
    limit: 10,
  })
  expect(rows.map(({ name }) => name)).toEqual(['Ria Canarisnaam'])
})

test('a gathering goes with its invitations, and somebody goes who was invited, hosted or would look in', async () => {
  const gathering = (id: string, host: string) => ({ ...plainGathering, id, host_person_id: host })
  const invitation = (id: string, gatheringId: string, name: string) => ({
    id,
    gathering_id: gatheringId,
    person_id: 'p1',
    name_snapshot: name,
    said_coming: 0,
    status: 'onbekend' as const,
  })
  await write(book.context, { kind: 'gatheringPlanned' }, async (tx) => {
    await insertRows(tx, 'gathering', [gathering('g1', 'p2'), gathering('g2', 'p1')])
    await insertRows(tx, 'attendance', [
      invitation('a1', 'g1', 'Ria Canarisnaam'),
      invitation('a2', 'g2', 'Ria Canarisnaam'),
    ])
    await insertRows(tx, 'follow_up', [
      { id: 'f1', person_id: 'p2', gathering_id: 'g1', owner_person_id: 'p1', due_day: '2026-11-20', state: 'open' },
    ])
  })
  await throwAway()
  const deleted_at = book.context.now().toISOString()
  await write(book.context, { kind: 'gatheringRemoved' }, (tx) =>
    tx.updateTable('gathering').set({ deleted_at }).where('id', '=', 'g1').execute(),
  )
  book.setDay('2026-12-02')
  await emptyOldTrash(book.context)
  expect([idsIn('gathering'), idsIn('person'), idsIn('attendance'), idsIn('follow_up')]).toEqual([
    ['g2'],
    ['p2'],
    [],
    ['f1'],
  ])
  const everything = ['change', 'attendance', 'person', 'person_search'].map((table) =>
    book.opened.raw.prepare(`SELECT * FROM ${table}`).all(),
  )
  expect(JSON.stringify(everything)).not.toContain('Canarisnaam')
})

test('what is gone left no byte of the name in the file', async () => {
  const inFile = () => readFileSync(book.opened.file, 'latin1').toLowerCase().includes('canarisnaam')
  await throwAway()
  expect(inFile()).toBe(true)
  book.setDay('2026-12-02')
  await emptyOldTrash(book.context)
  expect(inFile()).toBe(false)
})

test('the journal of a row with the id of another that went for good stays', async () => {
  const id = 'boek.p2'
  const told = { person_id: 'p2', other_book_id: 'boek' }
  const standing = { pays: 1 as const, as_of: '2026-11-01', paid_until: null, open_cents: null }
  await write(book.context, { kind: 'memberFileTaken' }, async (tx) => {
    await insertRows(tx, 'shared_person', [{ id, ...told, stamps: '{}' }])
    await insertRows(tx, 'dues_standing', [{ id, ...told, ...standing }])
  })
  await write(book.context, { kind: 'duesFileTaken' }, (tx) =>
    tx.updateTable('dues_standing').set({ deleted_at: book.context.now().toISOString() }).execute(),
  )
  book.setDay('2027-01-01')
  expect(await emptyOldTrash(book.context)).toBe(1)
  const journal = book.opened.raw.prepare('SELECT table_name, after FROM change WHERE row_id = ?').all(id)
  expect(journal).toContainEqual({ table_name: 'shared_person', after: expect.stringContaining('p2') })
})
