import { afterEach, beforeEach, expect, test } from 'vitest'
import { columnsOf } from '../../../../electron/backend/database/declare-table.ts'
import { allTables } from '../../../../electron/backend/database/schema.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'

let book: OpenTestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

const journal = ['action', 'change', 'current_action']

test('there is no table in the file that is not declared, and none is loose about its types', () => {
  const found = book.opened.raw
    .prepare(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all() as { name: string; strict: number }[]
  expect(found.map(({ name }) => name).sort()).toEqual([...allTables.map(({ name }) => name), ...journal].sort())
  expect(found.filter(({ strict }) => strict !== 1)).toEqual([])
})

test('every column says what it is for, on what ground it is kept and for how long', () => {
  for (const table of allTables) {
    const columns = book.opened.raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table.name)
    expect(columns.sort(), table.name).toEqual([...Object.keys(columnsOf(table)), 'row_no'].sort())
    for (const [name, column] of Object.entries(columnsOf(table))) {
      const said = { ...table.privacy, ...column }
      expect(said.purpose && said.basis && said.retention, `${table.name}.${name}`).toBeTruthy()
    }
  }
})

test('nothing but the row id is unique, and no table holds another to its rows: two computers may both be right', () => {
  for (const { name, class: kind } of allTables.filter((table) => table.class !== 'local')) {
    expect(book.opened.raw.pragma(`foreign_key_list(${name})`), `${name} (${kind})`).toEqual([])
    const unique = book.opened.raw
      .prepare('SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND origin <> \'u\'')
      .all(name)
    expect(unique, name).toEqual([])
  }
})
