// A book in which one person has a row in every table that can hold one, with a word of its own in every column: what is shown, kept
// and erased is then looked at column by column, also of tables that did not exist when this was written.

import { CompiledQuery } from 'kysely'
import { afterEach } from 'vitest'
import type { BookContext } from '../../electron/backend/context.ts'
import { type Column, columnsOf, type Table } from '../../electron/backend/database/declare-table.ts'
import { write } from '../../electron/backend/database/write.ts'
import { referencesOf, tiedTables } from '../../electron/backend/rights/person-rows.ts'
import { type NeighbourhoodBook, openNeighbourhoodBook } from './a-neighbourhood.ts'

export interface RightsBook extends NeighbourhoodBook {
  readonly context: BookContext
  readonly ria: string
  readonly henk: string
}

/** Opens books that are closed again after the test. Call it once in a test file. */
export function rightsBooks(): () => Promise<RightsBook> {
  const open: RightsBook[] = []
  afterEach(async () => {
    for (const book of open.splice(0)) await book.close()
  })
  return async () => {
    const book = await openRightsBook()
    open.push(book)
    return book
  }
}

/** Ria Berg and Henk Brouwer, each at an address of their own; two computers keep the book. Care is shut. */
export async function openRightsBook(): Promise<RightsBook> {
  const book = await openNeighbourhoodBook()
  const ria = await book.aPerson('Ria Berg')
  const henk = await book.aPerson('Henk Brouwer')
  // What stands beside the book in the app itself, and is not kept in these tests.
  Object.assign(book.context, {
    backups: { list: async () => [], make: async () => ({ made: false, backup: null }) },
    sharing: {
      ...book.context.sharing,
      state: async () => ({ state: 'on', devices: devices.map((device) => ({ ...device, parts: [] })) }),
    },
  })
  return { ...book, ria, henk }
}

const devices = [
  { id: 'a', name: 'Laptop van Els', isAdmin: true, isHere: true, heardAt: null, hasForgotten: null },
  { id: 'b', name: 'Pc van Joop', isAdmin: false, isHere: false, heardAt: null, hasForgotten: null },
]

/** What every made-up word begins with. */
export const canary = 'zqkanarie'
/** The word that stands in a column of the made-up row. */
export const wordOf = (table: string, column: string) => `${canary}_${table}_${column}`

/**
 * Gives a person a row in every table that can hold one. The rules of single columns are passed over: what matters here is only where
 * a value is kept.
 */
export async function fillEveryTable(book: RightsBook, personId: string): Promise<readonly Table[]> {
  const { context, opened } = book
  const sealer = await context.sealing.forWriting()
  const { household_id } = await context.db
    .selectFrom('person')
    .select('household_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  opened.raw.pragma('ignore_check_constraints = 1')
  const homes = new Set(['person', 'household'])
  const tables = tiedTables().filter(({ name }) => !homes.has(name))
  const idIn = (table: string) =>
    table === 'person' ? personId : table === 'household' ? household_id : `row-${table}`
  await write(context, { kind: 'peopleImported' }, async (tx) => {
    for (const table of tiedTables().filter(({ name }) => homes.has(name))) {
      const columns = Object.entries(table.columns).filter(
        ([name, column]) => !column.references && !untouched.has(name),
      )
      await tx.executeQuery(
        CompiledQuery.raw(
          `UPDATE ${table.name} SET ${columns.map(([name]) => `${name} = ?`).join(', ')} WHERE id = ?`,
          [
            ...columns.map(
              ([name, { codes, type }]) => codes?.[0] ?? (type === 'INTEGER' ? 1950 : wordOf(table.name, name)),
            ),
            idIn(table.name),
          ],
        ),
      )
    }
    for (const table of tables) {
      // Of what is about others nothing is theirs but that they had a hand in it.
      const word = (name: string) =>
        isOthers(table) || counted.has(`${table.name}.${name}`) ? 'x' : wordOf(table.name, name)
      const value = (name: string, column: Column) => {
        if (name === 'id') return table.name === 'bank_line_text' ? idIn('bank_line') : idIn(table.name)
        // An agreement of nonsense can be reckoned with by nobody; in the bin it is only kept.
        if (name === 'deleted_at' && table.name === 'fee_agreement') return '2026-03-01T10:00:00.000Z'
        if (name === 'deleted_at' || name === 'reverses_id') return null
        if (name === 'bank_line_id') return idIn('bank_line')
        // Of a row that can be somebody's own the hand is somebody else's; else it is all there is.
        if (column.references) return column.isHand && isAbout(table) ? book.henk : idIn(column.references)
        if (column.sealed)
          return sealer.sealText({ table: table.name, id: idOf(table, idIn), column: name }, wordOf(table.name, name))
        if (name === 'created_at') return '2026-03-01T10:00:00.000Z'
        // Facts hold ids, cents, days and codes only.
        if (column.codes || table.class === 'fact' || codeLists.has(name))
          return column.codes?.[0] ?? (column.type === 'INTEGER' ? 1 : 'x')
        if (/(?:^|_)(?:day|on|until|since|end|time)$|_at$|^wanted_by$/.test(name)) return '2026-03-01'
        return column.type === 'INTEGER' ? 1 : word(name)
      }
      const columns = Object.entries(columnsOf(table))
      await tx.executeQuery(
        CompiledQuery.raw(
          `INSERT INTO ${table.name} (${columns.map(([name]) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          columns.map(([name, column]) => value(name, column) ?? null),
        ),
      )
    }
  })
  opened.raw.pragma('ignore_check_constraints = 0')
  return tables
}

/** Codes with a space between them. */
const codeLists = new Set(['connections', 'goals'])

/** How people heard of an initiative is counted, whoever they were; by its id the other book is told that somebody was erased. */
const counted = new Set(['initiative_sign_up.source', 'initiative_sign_up.area', 'shared_person.their_id'])

/** The name stays that of Ria, and nobody erased her yet. */
const untouched = new Set(['first_name', 'last_name', 'sort_name', 'erased_on'])

const isOthers = (table: Table) => referencesOf(table).some(({ isHand }) => isHand) && !isAbout(table)
const isAbout = (table: Table) => referencesOf(table).some(({ to, isHand }) => to === 'person' && !isHand)
const idOf = (table: Table, idIn: (table: string) => string) =>
  idIn(table.name === 'bank_line_text' ? 'bank_line' : table.name)
