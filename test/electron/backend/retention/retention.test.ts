import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { columnsOf } from '../../../../electron/backend/database/declare-table.ts'
import { allTables, type TableName } from '../../../../electron/backend/database/schema.ts'
import { emptyPast } from '../../../../electron/backend/retention/empty-past.ts'
import { pastRows } from '../../../../electron/backend/retention/past-rows.ts'
import { columnsUnder, emptiedColumns, retentionRules } from '../../../../electron/backend/retention/retention-rules.ts'
import { eraseRules } from '../../../../electron/backend/sync/merge/erase-rules.ts'
import { canary, writeOneOfEverything } from '../../../support/one-of-everything.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'

let book: OpenTestBook | undefined
afterEach(async () => {
  await book?.close()
  book = undefined
})

async function aFullBook(): Promise<OpenTestBook> {
  book = await openTestBook()
  writeOneOfEverything(book, '2026-06-01')
  return book
}

const fileHasCanary = ({ opened, context }: OpenTestBook) => {
  // Everything that is committed is in the file.
  opened.raw.pragma('wal_checkpoint')
  return readFileSync(`${context.dataFolder}/boek.db`).includes(canary)
}

/** "table.column" of everything that still holds the word, in the tables and in the journal. */
function whereItStands({ opened: { raw } }: OpenTestBook): string[] {
  const inTables = allTables.flatMap((table) =>
    Object.keys(columnsOf(table)).flatMap((column) =>
      raw.prepare(`SELECT 1 FROM ${table.name} WHERE instr(CAST(${column} AS TEXT), ?) > 0`).get(canary)
        ? [`${table.name}.${column}`]
        : [],
    ),
  )
  const hex = Buffer.from(canary).toString('hex').toUpperCase()
  const inJournal = raw
    .prepare(
      "SELECT DISTINCT table_name FROM change WHERE instr(coalesce(before, '') || coalesce(after, ''), ?) > 0 OR instr(coalesce(before, '') || coalesce(after, ''), ?) > 0",
    )
    .pluck()
    .all(canary, hex) as string[]
  return [...inTables, ...inJournal.map((name) => `journal of ${name}`)].sort()
}

/** What somebody who says "weg" at every line does. */
async function letAllGo({ api }: OpenTestBook): Promise<void> {
  const { people, years } = await api.retention.get({})
  for (const { personId } of people) await api.retention.letPersonGo({ personId })
  for (const { year } of years) await api.retention.letYearGo({ year })
}

describe('ten years later', () => {
  it('nothing stands in the tables, the journal, the search index or the file past its day', async () => {
    const full = await aFullBook()
    expect(whereItStands(full).length).toBeGreaterThan(100)
    expect(fileHasCanary(full)).toBe(true)
    full.setDay('2036-11-26')
    await emptyPast(full.context)
    await letAllGo(full)
    expect(whereItStands(full)).toEqual([])
    expect(fileHasCanary(full)).toBe(false)
    for (const goes of ['itself', 'withYear'] as const)
      expect(await pastRows(full.context.db, goes, full.context.today())).toEqual([])
    const { people, years } = await full.api.retention.get({})
    expect([people, years]).toEqual([[], []])
  })

  it('the amounts, the counts and the ids are what they were', async () => {
    const full = await aFullBook()
    const facts = () =>
      allTables
        .filter(({ class: kind }) => kind === 'fact')
        .map(({ name }) => full.opened.raw.prepare(`SELECT * FROM ${name}`).all())
    const before = facts()
    full.setDay('2036-11-26')
    await emptyPast(full.context)
    await letAllGo(full)
    expect(facts()).toEqual(before)
    for (const table of [
      'gathering',
      'attendance',
      'help_act',
      'help_request',
      'pair',
      'pair_contact',
      'fee_agreement',
      'bank_link',
    ])
      expect(full.opened.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(1)
  })

  it('what somebody has to decide waits for them, and is found by the same look (control)', async () => {
    const full = await aFullBook()
    full.setDay('2036-11-26')
    await emptyPast(full.context)
    expect(whereItStands(full)).toEqual(
      expect.arrayContaining(['person.last_name', 'bank_line_text.content', 'journal of person']),
    )
    expect(fileHasCanary(full)).toBe(true)
  })
})

it('a table whose rule is forgotten is found by the same look (control)', async () => {
  const full = await aFullBook()
  full.setDay('2036-11-26')
  const { tables } = retentionRules.gathering_1_year as { tables: Record<string, unknown> }
  const forgotten = tables.gathering
  delete tables.gathering
  try {
    await emptyPast(full.context)
    await letAllGo(full)
    expect(whereItStands(full)).toEqual(
      expect.arrayContaining(['gathering.note', 'gathering.place', 'journal of gathering']),
    )
  } finally {
    tables.gathering = forgotten
  }
})

it('takes nothing of a gathering, of help or of a pair before its day, and a second run finds nothing', async () => {
  const full = await aFullBook()
  const of = (name: string) => full.opened.raw.prepare(`SELECT * FROM ${name}`).all()
  const tables = ['gathering', 'attendance', 'help_act', 'help_request', 'help_job', 'pair', 'pair_intake']
  const before = tables.map(of)
  full.setDay('2027-05-31')
  await emptyPast(full.context)
  expect(tables.map(of)).toEqual(before)
  full.setDay('2027-06-01')
  expect(await emptyPast(full.context)).toBeGreaterThan(6)
  for (const [at, name] of tables.entries()) expect(of(name), name).not.toEqual(before[at])
  expect(await emptyPast(full.context)).toBe(0)
})

describe('every declaration', () => {
  const personal = allTables.filter(
    (table) =>
      table.class !== 'fact' &&
      (table.class !== 'local' || table.name === 'bank_file_content') &&
      table.privacy.basis !== 'not_personal',
  )

  it.each(Object.entries(retentionRules))(
    'of %s has its rule in every table that is declared so',
    (code, { goes, tables }) => {
      const retention = code as keyof typeof retentionRules
      const declared = allTables.filter(
        (table) =>
          columnsUnder(table, retention).length > 0 &&
          (personal.includes(table) || table.privacy.retention !== retention || goes === 'itself'),
      )
      const names = declared.filter(({ class: kind }) => kind !== 'fact').map(({ name }) => name)
      switch (goes) {
        case 'never':
          return expect(Object.keys(tables)).toEqual([])
        case 'withPerson': {
          // The household goes with the last who lived there; what the exchange remembers goes with its rows.
          const ruled = new Set<string>([...eraseRules.map(({ table }) => table), 'person', 'household'])
          return expect(names.filter((name) => !ruled.has(name))).toEqual([])
        }
        case 'itself':
          return expect(Object.keys(tables).sort()).toEqual(names.sort())
        case 'withYear': {
          const ruled = Object.keys(tables)
          return expect(names.filter((name) => !ruled.includes(name))).toEqual([])
        }
      }
    },
  )

  it('that names a person says for how long: none lasts as long as the book', () => {
    const lasting = allTables.flatMap((table) =>
      Object.entries(table.columns).flatMap(([name, column]) =>
        column.references === 'person' && (column.retention ?? table.privacy.retention) === 'while_book'
          ? [`${table.name}.${name}`]
          : [],
      ),
    )
    expect(lasting).toEqual([])
  })

  it('that empties some columns of a row can leave them empty', () => {
    for (const [code, { tables }] of Object.entries(retentionRules))
      for (const name of Object.keys(tables) as TableName[])
        expect(() => emptiedColumns(name, code as keyof typeof retentionRules)).not.toThrow()
  })
})
