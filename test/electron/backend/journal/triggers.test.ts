import Sqlite from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import {
  createTableStatements,
  declareTable,
  integer,
  optionalText,
  text,
} from '../../../../electron/backend/database/declare-table.ts'
import { journalStatements } from '../../../../electron/backend/journal/journal-tables.ts'
import { searchTableStatements, triggerStatements } from '../../../../electron/backend/journal/triggers.ts'
import { syncReplacingTable } from '../../../../electron/backend/sync/merge/merge-table.ts'
import { foldText } from '../../../../shared/domain/person-name.ts'

const privacy = { purpose: 'contact', basis: 'agreement', retention: 'leaving_2_years' } as const
const neighbour = declareTable({
  name: 'neighbour',
  class: 'register',
  scope: 'leden',
  privacy,
  columns: { name: text({ search: 'words' }), phone: optionalText({ search: 'phone' }), note: optionalText() },
})
const coin = declareTable({ name: 'coin', class: 'fact', scope: 'contributie', privacy, columns: { year: integer() } })

let db: Sqlite.Database
const changes = () => db.prepare('SELECT table_name, row_id, op, before, after FROM change ORDER BY seq').all()
const found = (words: string) =>
  db
    .prepare('SELECT id FROM neighbour JOIN neighbour_search s ON s.rowid = row_no WHERE neighbour_search MATCH ?')
    .pluck()
    .all(words)

beforeEach(() => {
  db = new Sqlite(':memory:')
  db.pragma('recursive_triggers = 1')
  db.pragma('trusted_schema = 0')
  const tables = [neighbour, coin]
  const statements = [
    ...journalStatements,
    ...tables.flatMap(createTableStatements),
    ...createTableStatements(syncReplacingTable),
    ...searchTableStatements(tables),
    ...triggerStatements(tables),
  ]
  for (const statement of statements) db.exec(statement)
  db.exec('UPDATE current_action SET action_seq = 7')
})

test('an update records only the columns that changed, with their old and new values', () => {
  db.exec("INSERT INTO neighbour (id, name, phone) VALUES ('n1', 'Ria', '06-1000 2231')")
  db.exec("UPDATE neighbour SET phone = NULL, name = 'Ria' WHERE id = 'n1'")
  db.exec("UPDATE neighbour SET name = 'Ria' WHERE id = 'n1'")
  expect(changes()).toEqual([
    {
      table_name: 'neighbour',
      row_id: 'n1',
      op: 'insert',
      before: null,
      after: '{"id":"n1","name":"Ria","phone":"06-1000 2231","note":null,"deleted_at":null}',
    },
    {
      table_name: 'neighbour',
      row_id: 'n1',
      op: 'update',
      before: '{"phone":"06-1000 2231"}',
      after: '{"phone":null}',
    },
  ])
})

test('an update that changes only capitals, or fills in what was empty, is recorded too', () => {
  db.exec("INSERT INTO neighbour (id, name) VALUES ('n1', 'ria')")
  db.exec("UPDATE neighbour SET name = 'Ria', note = '' WHERE id = 'n1'")
  expect(changes().at(-1)).toMatchObject({
    before: '{"name":"ria","note":null}',
    after: '{"name":"Ria","note":""}',
  })
})

test('REPLACE is seen as a removal and a new row', () => {
  db.exec("INSERT INTO neighbour (id, name) VALUES ('n1', 'Ria')")
  db.exec("INSERT OR REPLACE INTO neighbour (id, name) VALUES ('n1', 'Wim')")
  expect(changes().map((change) => (change as { op: string }).op)).toEqual(['insert', 'delete', 'insert'])
})

test('nothing can be written outside an action', () => {
  db.exec('UPDATE current_action SET action_seq = NULL')
  for (const write of [
    "INSERT INTO neighbour (id, name) VALUES ('n1', 'Ria')",
    "INSERT INTO coin (id, created_at, created_by, amount_cents, year) VALUES ('c1', '', '', 5, 2026)",
  ])
    expect(() => db.exec(write)).toThrow(/NOT NULL constraint failed: change.action_seq/)
})

test('ledger rows cannot be changed or removed, not even by REPLACE', () => {
  db.exec("INSERT INTO coin (id, created_at, created_by, amount_cents, year) VALUES ('c1', '', '', 5, 2026)")
  for (const write of [
    'UPDATE coin SET amount_cents = 6',
    'DELETE FROM coin',
    "INSERT OR REPLACE INTO coin (id, created_at, created_by, amount_cents, year) VALUES ('c1', '', '', 9, 2026)",
  ])
    expect(() => db.exec(write)).toThrow(/append-only/)
})

test('search finds letters that are no letter with an accent, and names with an apostrophe', () => {
  for (const name of ['Łukasz Yıldız', 'Bjørn Strauß', "Sean O'Brien", 'Æbel Đukić']) {
    db.prepare("INSERT INTO neighbour (id, name) VALUES ('n1', ?)").run(name)
    const looked = foldText(name)
      .split(' ')
      .map((word) => `"${word}"`)
    expect(found(looked.join(' AND ')), name).toEqual(['n1'])
    db.exec("DELETE FROM neighbour WHERE id = 'n1'")
    expect(found(looked.join(' OR ')), name).toEqual([])
  }
})

test('search finds accents, beginnings and telephone digits, and forgets what changed', () => {
  db.exec("INSERT INTO neighbour (id, name, phone) VALUES ('n1', 'Renée Çelik', '+31 6-1000 2231')")
  for (const words of ['renee', 'cel*', '0610002231', '10002231', '2231', '06100*'])
    expect(found(words)).toEqual(['n1'])
  db.exec("UPDATE neighbour SET name = 'Piet' WHERE id = 'n1'")
  expect(found('renee')).toEqual([])
  expect(found('piet')).toEqual(['n1'])
  db.exec("UPDATE neighbour SET deleted_at = '2026-11-23' WHERE id = 'n1'")
  expect(found('piet')).toEqual([])
  db.exec("UPDATE neighbour SET deleted_at = NULL WHERE id = 'n1'")
  expect(found('piet')).toEqual(['n1'])
  db.exec("DELETE FROM neighbour WHERE id = 'n1'")
  expect(found('piet')).toEqual([])
})
