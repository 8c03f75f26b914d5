import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import { hasOwnTriggers } from '../../../../electron/backend/database/migrate.ts'
import type { NewRow } from '../../../../electron/backend/database/schema.ts'
import { tables } from '../../../../electron/backend/database/schema.ts'
import type { Transaction } from '../../../../electron/backend/database/transaction.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { insertInBulk } from '../../../../electron/backend/journal/insert-in-bulk.ts'
import { bulkInsertStatements } from '../../../../electron/backend/journal/triggers.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'

let one: OpenTestBook
let other: OpenTestBook
beforeEach(async () => {
  one = await openTestBook()
  other = await openTestBook()
})
afterEach(async () => {
  await one.close()
  await other.close()
})

const people: NewRow<'person'>[] = Array.from({ length: 150 }, (_, index) => ({
  id: `p${index}`,
  household_id: 'h1',
  first_name: 'Ria',
  infix: 'van',
  last_name: `Zwaluw’staart${index}`,
  called: '',
  mobile: `06-1000 ${1000 + index}`,
  sort_name: `zwaluwstaart${index} ria`,
  deleted_at: index % 10 === 0 ? '2026-11-01T00:00:00.000Z' : null,
}))

const insert = (book: OpenTestBook, work: (tx: Transaction) => Promise<void>) =>
  write(book.context, { kind: 'peopleImported' }, work)
const changes = ({ opened }: OpenTestBook) =>
  opened.raw.prepare('SELECT action_seq, table_name, row_id, op, before, after FROM change ORDER BY seq').all()
const found = ({ opened }: OpenTestBook, words: string) =>
  opened.raw
    .prepare(
      'SELECT id FROM person p JOIN person_search s ON s.rowid = p.row_no WHERE person_search MATCH ? ORDER BY id',
    )
    .pluck()
    .all(words)

test('many rows at once leave the same journal and search index as one by one, behind rows that were there', async () => {
  for (const book of [one, other]) await insert(book, (tx) => insertRows(tx, 'person', people.slice(0, 3)))
  await insert(one, (tx) => insertRows(tx, 'person', people.slice(3)))
  await insert(other, (tx) => insertInBulk(tx, 'person', people.slice(3)))
  expect(changes(other)).toEqual(changes(one))
  for (const words of ['zwaluwstaart14*', 'phones : 1014', 'ria'])
    expect([words, found(other, words)]).toEqual([words, found(one, words)])
  expect(found(other, 'zwaluwstaart14*').length).toBeGreaterThan(3)
  expect(found(other, 'zwaluwstaart140')).toEqual([])
  expect(hasOwnTriggers(other.opened.raw)).toBe(true)
})

test('without the statements in the place of the triggers the journal would miss them (control)', async () => {
  await insert(one, async (tx) => {
    for (const statement of bulkInsertStatements(tables.person).before)
      await tx.executeQuery(CompiledQuery.raw(statement))
    await insertRows(tx, 'person', people)
  })
  expect(JSON.stringify(changes(one))).not.toContain('"person"')
  expect(hasOwnTriggers(one.opened.raw)).toBe(false)
})

test('a row that is refused leaves none of them, and the triggers', async () => {
  const wrong = { ...people[0], id: 'wrong', preferred_contact: 'duif' } as unknown as NewRow<'person'>
  await insert(one, async (tx) => {
    await expect(insertInBulk(tx, 'person', [...people.slice(0, 70), wrong])).rejects.toThrow(/CHECK/)
    await insertRows(tx, 'person', people.slice(0, 2))
  })
  expect(one.opened.raw.prepare('SELECT count(*) FROM person').pluck().get()).toBe(2)
  expect(changes(one).filter((change) => (change as { table_name: string }).table_name === 'person')).toHaveLength(2)
  expect(hasOwnTriggers(one.opened.raw)).toBe(true)
})
