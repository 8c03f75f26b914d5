// Every column that two people can clash in has a name, and every code in it a word: read from the declarations, so that a new column
// asks for its words here and not on the screen of a user.
import { describe, expect, test } from 'vitest'
import { columnsOf, type Table } from '../../../electron/backend/database/declare-table.ts'
import { allTables } from '../../../electron/backend/database/schema.ts'
import { writtenByProgram } from '../../../electron/backend/sync/merge/difference-queries.ts'
import { fieldsOf } from '../../../electron/backend/sync/merge/synced-fields.ts'
import { nl } from '../../../renderer/i18n/nl.ts'
import { codeKeys, fieldKeys } from '../../../shared/domain/column-words.ts'

type Words = { readonly [key: string]: string | Words }

const wordAt = (key: string) =>
  key.split('.').reduce<string | Words | undefined>((words, part) => (words as Words | undefined)?.[part], nl)

const clashing = allTables.filter(
  (table) => (table.class === 'register' || table.class === 'assignment') && !writtenByProgram.has(table.name),
)
const shownFields = (table: Table) => fieldsOf(table).filter((field) => !columnsOf(table)[field]?.derived)

describe.each(clashing.map((table) => [table.name, table] as const))('%s', (_name, table) => {
  test('every column has a name', () => {
    const nameless = shownFields(table).filter((field) => !fieldKeys(table.name, field).some((key) => wordAt(key)))
    expect(nameless).toEqual([])
  })

  test('every code has a word', () => {
    const wordless = shownFields(table).flatMap((field) =>
      (columnsOf(table)[field]?.codes ?? [])
        .filter((code) => !codeKeys(table.name, field, code).some((key) => typeof wordAt(key) === 'string'))
        .map((code) => `${field}: ${code}`),
    )
    expect(wordless).toEqual([])
  })
})

test('no names are kept for columns that are not there', () => {
  const kept = Object.entries(nl.differences.fields).flatMap(([table, fields]) =>
    Object.keys(fields).map((field) => `${table}.${field}`),
  )
  const there = new Set(clashing.flatMap((table) => shownFields(table).map((field) => `${table.name}.${field}`)))
  expect(kept.filter((name) => !there.has(name))).toEqual([])
})
